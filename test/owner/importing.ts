/** What the tests of *Import people…* do first: they give the page a list, and have it looked at. */
import type { OwnersDesk } from './owners-desk';
import type { PageFrame } from './surface';

export function openImport<F extends PageFrame>(desk: OwnersDesk<F>): Promise<F> {
  return desk.choose('Import people…', 'Import people');
}

export async function look(frame: PageFrame): Promise<void> {
  await frame.getByRole('button', { name: 'Look at it first' }).click();
}
