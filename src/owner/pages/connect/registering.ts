/** Has the provider learn the address, and says what comes next. */
import type { State } from '../../wire';
import type { Status } from '../shared/use-status';
import type { Dialog } from './dialog';

/** Waits for the registration, however it is done. */
export async function registering(
  { learn }: Dialog,
  { say, during }: Status,
  work: Promise<State>,
): Promise<void> {
  const state = await during('Registering: the provider calls the address…', work);
  if (!state) return;
  learn(state);
  say('Registered, waiting for the first message.', 'good');
}
