/** Has the provider learn the address, and says what comes next. */
import type { State } from '../../wire';
import { server } from '../shared/server';
import type { Dialog } from './dialog';

/** By the provider's API. */
export function register(dialog: Dialog): Promise<void> {
  return registering(dialog, server.register());
}

/** Waits for the registration, however it is done, and says what comes next. */
export async function registering(dialog: Dialog, work: Promise<State>): Promise<void> {
  const { said } = dialog;
  const state = await said.webhook.during('Registering: the provider calls the address…', work);
  if (!state) return;
  dialog.state = state;
  said.webhook.say('Registered, waiting for the first message.', 'good');
  dialog.redraw();
}
