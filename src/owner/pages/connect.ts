/** The dialog *Connect WhatsApp…*: five steps, each of which can be left and taken up again. */

import type { State } from './../wire';
import type { Dialog } from './connect/dialog';
import { progressOf } from './connect/progress';
import { friendStep, testStep } from './connect/test-message';
import { providerStep, valuesStep } from './connect/values';
import { webhookStep } from './connect/webhook';
import { fill, h, page } from './shared/dom';
import { choiceOf } from './shared/providers';
import { server } from './shared/server';
import { failure, skeleton, status } from './shared/states';

async function start(): Promise<void> {
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

/** In a new spreadsheet there are no tabs yet: set-up makes them. */
async function firstState(): Promise<State> {
  const tabs = await server.tabs();
  const missing = Object.values(tabs).some((tab) => tab === null);
  return missing ? server.setUp() : server.state();
}

function open(state: State): void {
  const dialog: Dialog = {
    state,
    choice: choiceOf(state.settings.Provider ?? ''),
    entered: {},
    said: { values: status(), webhook: status(), test: status() },
    redraw: () => fill(page(), ...steps(dialog)),
  };
  dialog.redraw();
}

function steps(dialog: Dialog): HTMLElement[] {
  const progress = progressOf(dialog.state);
  const current = choiceOf(dialog.state.settings.Provider ?? '') === dialog.choice;
  const { connected, registered, tested } = current ? progress : {};
  const all: [title: string, done: boolean, open: boolean, content: () => HTMLElement][] = [
    ['Choose your provider', !!connected, true, () => providerStep(dialog)],
    ['Enter what the provider gave you', !!connected, true, () => valuesStep(dialog)],
    ['Let messages arrive', !!registered, !!connected, () => webhookStep(dialog)],
    ['Send yourself a message', !!tested, !!connected, () => testStep(dialog)],
    ['A friend can try it now', false, !!tested, () => friendStep(dialog)],
  ];
  return [
    h(
      'ol.steps',
      {},
      ...all.map(([title, done, open, content], index) =>
        h(
          'li',
          { class: done ? 'done' : open ? 'open' : 'later' },
          h('span.mark', { 'aria-hidden': 'true' }, done ? '✓' : index + 1),
          h(
            'div',
            {},
            h('h2', {}, title, done && h('span.hidden', {}, ' (done)')),
            open ? content() : h('p.help', {}, 'After the steps above.'),
          ),
        ),
      ),
    ),
  ];
}

void start();
