/** What the tests of *Check set-up* do before they look: they have everything checked. */
import type { OwnersDesk } from './owners-desk';
import type { PageFrame } from './surface';

/** Opens the dialog and waits for the last check, for which the trigger has to run. */
export async function check(desk: OwnersDesk): Promise<PageFrame> {
  const frame = await desk.choose('Check set-up', 'Check set-up', false);
  await checked(desk, frame);
  return frame;
}

/** The other checks do not wait for the trigger; once they are made, it runs, and that is the last one. */
export async function checked(desk: OwnersDesk, frame: PageFrame): Promise<void> {
  await frame.getByText('looks with its next run').waitFor();
  await desk.place.ask('POST', '/local/clock', { advanceMs: 60_000 });
  await frame.getByRole('button', { name: 'Check again' }).waitFor();
}

/** A client has written, as the owner has been asked to see to. */
export async function messageIn(desk: OwnersDesk): Promise<void> {
  const message = { from: '447700900142', text: 'Hello' };
  await desk.place.ask('POST', '/local/messages', message);
}
