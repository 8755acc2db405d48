/** What both halves of the dialog work with, the owner's country among it. */
import type { Settings } from '../../../program/settings';
import type { State } from '../../wire';
import { h } from '../shared/dom';
import { type CountryCode, countries } from './number';

export interface Context {
  state: State;
  settings: Settings;
  country: CountryCode;
  /** Called when another country is chosen. */
  countryChosen: (() => void)[];
}

/** A list of countries; what is chosen in one half is chosen in the other too. */
export function countryField(context: Context, id: string, changed: () => void): HTMLElement {
  const options = countries().map(({ code, label }) => h('option', { value: code }, label));
  const choose = () => {
    context.country = select.value as CountryCode;
    for (const tell of context.countryChosen) tell();
  };
  const select = h('select', { id, onchange: choose }, ...options);
  select.value = context.country;
  context.countryChosen.push(() => {
    select.value = context.country;
    changed();
  });
  return h('div', {}, h('label', { for: id }, 'Numbers without a country code are in'), select);
}
