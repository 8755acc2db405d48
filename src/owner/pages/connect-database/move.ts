/** Has everybody moved over, some rows at a time, until all of it is compared and switched over. */
import type { SwitchedOver } from '../../wire';
import type { Step } from '../components/progress';
import { server } from '../shared/server';

/** So many rounds at most: each moves only what has changed since the one before. */
const ROUNDS = 5;

/** @returns what stands on both sides; null when the owner has stopped it */
export async function moveOver(step: Step): Promise<SwitchedOver | null> {
  for (let round = 1; round <= ROUNDS; round++) {
    if (!(await moveRows(step))) return null;
    if (!step(1, 1, 'Waiting a minute for the messages under way to be answered…')) return null;
    await server.awaitOthers();
    if (!step(1, 1, 'Comparing everything. Messages wait meanwhile, and none is lost…'))
      return null;
    const done = await server.switchOver();
    if (done.switched) return done;
  }
  throw new Error(
    'So much changes in the sheet just now that it cannot be moved. Try it again at a quieter hour: what has been moved need not be moved again.',
  );
}

/** One round. @returns false when the owner has stopped it */
async function moveRows(step: Step): Promise<boolean> {
  for (const table of ['clients', 'rewards'] as const) {
    const words = table === 'clients' ? 'people' : 'rewards';
    let rows = 0;
    for (let from: number | null = 0; from !== null; ) {
      const done = Math.min(from * 2000, rows);
      const told = rows
        ? `${done.toLocaleString()} of ${rows.toLocaleString()} rows of ${words}`
        : 'Beginning…';
      if (!step(done, rows, told)) return false;
      const some = await server.moveSome(table, from);
      rows = some.rows;
      from = some.next;
    }
  }
  return true;
}
