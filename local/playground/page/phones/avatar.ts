/** The round picture of somebody: initials on their colour. */
import { h } from '../dom';
import { hue, initials } from '../format';

export function avatar(key: string, name: string): HTMLElement {
  return h('span.avatar', { 'aria-hidden': 'true', style: `--hue: ${hue(key)}` }, initials(name));
}
