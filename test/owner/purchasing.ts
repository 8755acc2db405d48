/** What the tests of *Note a purchase…* begin with: a friend who has joined, and the open dialog. */
import type { OwnersDesk } from './owners-desk';
import { promise } from './promise';
import type { PageFrame } from './surface';

export const BEN = '447700900188';
const ANNA = '447700900142';

/** Ben has joined through Anna, who is in the base; the dialog is open. */
export async function openNote<F extends PageFrame>(desk: OwnersDesk<F>): Promise<F> {
  await desk.begin(() => promise(desk));
  await desk.place.ask('POST', '/local/messages', { from: ANNA, text: 'Link' });
  await desk.place.ask('POST', '/local/clock', { advanceMs: 600_000 });
  await desk.place.ask('POST', '/local/people', { name: 'Ben', phone: BEN });
  await desk.place.ask('POST', '/local/messages', {
    from: BEN,
    text: `You were recommended by ${ANNA} Hello`,
  });
  await desk.place.ask('POST', '/local/clock', { advanceMs: 120_000 });
  return desk.choose('Note a purchase…', 'Note a purchase');
}
