/** The dialog *Connect WhatsApp…*: steps in their order, each with its own proof; it can be left and taken up again. */

import type { Progress, State } from '../wire';
import { ArrivalStep } from './connect/arrival';
import type { Dialog } from './connect/dialog';
import { GoogleStep } from './connect/google';
import { later, step } from './connect/step';
import { friendStep, testStep } from './connect/test-message';
import { providerStep, valuesStep } from './connect/values';
import { webhookStep } from './connect/webhook';
import { fill, h, page } from './shared/dom';
import { waitingProblems } from './shared/problems';
import { choiceOf } from './shared/providers';
import { server } from './shared/server';
import { failure, skeleton, status } from './shared/states';

export async function start(): Promise<void> {
  fill(page(), skeleton(6));
  try {
    open(await firstState());
  } catch (error) {
    fill(
      page(),
      failure(error, () => void start()),
    );
  }
  page().removeAttribute('aria-busy');
}

/** In a new spreadsheet there are no tabs yet, in a copy of one no key and no trigger: set-up makes them. */
async function firstState(): Promise<State> {
  const tabs = await server.tabs();
  if (Object.values(tabs).some((tab) => tab === null)) return server.setUp();
  const state = await server.state();
  return state.ready ? state : server.setUp();
}

function open(state: State): void {
  const dialog: Dialog = {
    state,
    choice: choiceOf(state.settings.Provider ?? ''),
    entered: {},
    said: { values: status(), webhook: status(), test: status() },
    redraw: () => undefined,
    addressChanged: () => undefined,
  };
  const google = new GoogleStep(dialog);
  const provider = step(2, 'Choose your provider');
  const values = step(3, 'Enter what the provider gave you');
  const webhook = step(4, 'Let messages arrive');
  const arrival = new ArrivalStep(dialog);
  const test = step(6, 'Send yourself a message');
  const friend = step(7, 'A friend can try it now');
  dialog.addressChanged = () => {
    const { connected, registered } = progressOf(dialog);
    if (connected) webhook.show(registered ? 'done' : 'open', webhookStep(dialog));
    else webhook.show('later', later());
  };
  dialog.redraw = () => {
    const { connected, registered, tested } = progressOf(dialog);
    provider.show(connected ? 'done' : 'open', providerStep(dialog));
    values.show(connected ? 'done' : 'open', valuesStep(dialog));
    dialog.addressChanged();
    arrival.draw(!!registered);
    if (connected) test.show(tested ? 'done' : 'open', testStep(dialog));
    else test.show('later', later());
    if (tested) friend.show('open', friendStep(dialog));
    else friend.show('later', later());
  };
  const steps = [google.step, provider, values, webhook, arrival.step, test, friend];
  fill(page(), waitingProblems(state), h('ol.steps', {}, ...steps.map(({ element }) => element)));
  dialog.redraw();
  void google.start();
}

/** How far the owner has come with the provider that is chosen on the page. */
function progressOf({ state, choice }: Dialog): Progress {
  return choiceOf(state.settings.Provider ?? '') === choice ? state.progress : {};
}
