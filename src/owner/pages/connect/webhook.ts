/** The fourth step: the provider learns where to deliver what clients write. */
import { copyButton } from '../shared/copy';
import { h } from '../shared/dom';
import { server } from '../shared/server';
import { button } from '../shared/states';
import { byHand } from './by-hand';
import type { Dialog } from './dialog';
import { hasAddress } from './google';
import { metaWays } from './meta';
import { newKey } from './new-key';
import { register, registering } from './registering';

/** The address and the key, and the ways to hand them over. */
export function webhookStep(dialog: Dialog): HTMLElement {
  const { state, choice, said } = dialog;
  if (!hasAddress(state)) {
    return h('p.help', {}, 'The web app’s address comes first: see step 1.');
  }
  return h(
    'div',
    {},
    state.proofs.address?.result === 'fail' &&
      h('p.waiting', {}, 'Step 1 has found something wrong with this address: see to it first.'),
    shown('Webhook address', 'webhook', `${state.address}?key=${state.key}`),
    shown('Key (“verify token”)', 'key', state.key),
    ...(choice.id === 'meta' ? metaWays(dialog) : otherWays(dialog)),
    said.webhook.element,
    newKey(dialog),
  );
}

function otherWays(dialog: Dialog): (HTMLElement | null)[] {
  const hand = byHand(dialog, true);
  if (!dialog.choice.registers) return [hand, h('div.buttons', {}, entered(dialog))];
  return [
    h(
      'div.buttons',
      {},
      button('Register it', () => register(dialog), { class: 'action', focus: 'register' }),
    ),
    h('details', {}, h('summary', {}, 'By hand'), hand, h('div.buttons', {}, entered(dialog, ''))),
  ];
}

/** The owner says that it stands there. */
function entered(dialog: Dialog, look = 'action'): HTMLElement {
  const work = () => registering(dialog, server.registeredByHand());
  return button('I have entered it', work, { class: look, focus: 'entered' });
}

function shown(label: string, id: string, value: string): HTMLElement {
  const select = (event: Event) => (event.target as HTMLInputElement).select();
  return h(
    'div',
    {},
    h('label', { for: id }, label),
    h(
      'div.with-button',
      {},
      h('input', { id, readonly: true, value, onfocus: select, 'data-focus': id }),
      copyButton('Copy', () => value, `copy ${id}`),
    ),
  );
}
