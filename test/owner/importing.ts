/** What the tests of *Import people…* do first: they give the page a list, and have it looked at. */
import type { OwnersDesk } from './owners-desk';
import type { PageFrame } from './surface';

export function openImport<F extends PageFrame>(desk: OwnersDesk<F>): Promise<F> {
  return desk.choose('Import people…', 'Import people');
}

export async function look(frame: PageFrame): Promise<void> {
  await frame.getByRole('button', { name: 'Look at it first' }).click();
}

/** Pastes a list and has the page read it. */
export async function paste<F extends PageFrame>(desk: OwnersDesk<F>, list: string): Promise<F> {
  const frame = await openImport(desk);
  await frame.getByLabel('The list, one person a line').fill(list);
  await frame.getByRole('button', { name: 'Read the list' }).click();
  return frame;
}
