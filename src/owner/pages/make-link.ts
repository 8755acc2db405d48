/** The dialog *Make a referral link…*: for one person with a QR code, or for many at once. */

import { manyPeople } from './make-link/many';
import { countryOf } from './make-link/number';
import { onePerson } from './make-link/one';
import { settingsOf } from './shared/client';
import { fill, h, page } from './shared/dom';
import { server } from './shared/server';
import { failure, skeleton } from './shared/states';
import { tabs } from './shared/tabs';

export async function start(): Promise<void> {
  fill(page(), skeleton(5));
  try {
    const state = await server.state();
    const settings = settingsOf(state);
    if (!settings.businessNumber) return fill(page(), notConnected());
    const context = {
      state,
      settings,
      country: countryOf(settings.businessNumber),
      countryChosen: [],
    };
    const parts = { 'One person': onePerson(context), 'Several at once': manyPeople(context) };
    fill(page(), ...tabs('How many links', parts));
    document.getElementById('number')?.focus();
  } catch (error) {
    fill(
      page(),
      failure(error, () => void start()),
    );
  } finally {
    page().removeAttribute('aria-busy');
  }
}

function notConnected(): HTMLElement {
  const open = () => void server.openDialog('connect');
  return h(
    'div.empty',
    {},
    h('h2', {}, 'Your WhatsApp number is not set yet'),
    h('p', {}, 'Referral links lead to it: connect WhatsApp first.'),
    h('div.buttons', {}, h('button.action', { type: 'button', onclick: open }, 'Connect WhatsApp')),
  );
}
