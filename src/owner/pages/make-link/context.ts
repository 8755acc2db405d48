/** What both halves of the dialog work with. */
import type { Settings } from '../../../program/settings';
import type { State } from '../../wire';
import { h } from '../shared/dom';
import { type CountryCode, countries } from './number';

export interface Context {
  state: State;
  settings: Settings;
  country: CountryCode;
}

/** A list of countries; the choice stays for both halves. */
export function countryField(context: Context, id: string, changed: () => void): HTMLElement {
  const select = h(
    'select',
    {
      id,
      onchange: () => {
        context.country = select.value as CountryCode;
        changed();
      },
    },
    ...countries().map(({ code, label }) =>
      h('option', { value: code, selected: code === context.country }, label),
    ),
  );
  return h('div', {}, h('label', { for: id }, 'Numbers without a country code are in'), select);
}
