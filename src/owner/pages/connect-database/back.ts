/** Has everybody come back into the sheet, some rows at a time, until all of it is compared and switched over. */
import type { CameBack, SwitchedOver } from '../../wire';
import type { Step } from '../components/progress';
import { codeOf, server } from '../shared/server';

/** So many rounds at most: each has only what has changed since the one before. */
const ROUNDS = 5;

/** So often a call is tried whose lock others have. */
const TRIES = 5;

/** @returns what stands on both sides; null when the owner has stopped it */
export async function moveBack(step: Step): Promise<SwitchedOver | null> {
  await patiently(() => server.beginBack());
  for (let round = 1; round <= ROUNDS; round++) {
    const isThere = await throughAll(step, 0, 'come back', (table, at) =>
      server.bringBack(table, at),
    );
    if (!isThere) return null;
    const isSettled = await throughAll(step, 2, 'looked at', (table, at) =>
      server.settleBack(table, at),
    );
    if (!isSettled) return null;
    if (!step(1, 1, 'Waiting a minute for the messages under way to be answered…')) return null;
    await server.awaitOthers();
    if (!step(1, 1, 'Comparing everything. Messages wait meanwhile, and none is lost…'))
      return null;
    const done = await patiently(() => server.switchBack());
    if (done.switched) return done;
  }
  throw new Error(
    'So much changes in the database just now that it cannot be moved. Try it again at a quieter hour: what has come need not come again.',
  );
}

/** The rows that had come leave again. @returns whether all of them have */
export async function stay(step: Step): Promise<boolean> {
  for (let more = true; more; ) {
    if (!step(0, 1, 'Making the tabs windows of the database again…')) return false;
    more = await patiently(() => server.stayInDatabase());
  }
  return true;
}

/** People, then rewards, some with each call. @returns false when the owner has stopped it */
async function throughAll(
  step: Step,
  first: number,
  what: string,
  call: (table: 'clients' | 'rewards', at: number) => Promise<CameBack>,
): Promise<boolean> {
  for (const table of ['clients', 'rewards'] as const) {
    const words = table === 'clients' ? 'people' : 'rewards';
    let seen = { done: 0, all: 0 };
    for (let at: number | null = first; at !== null; ) {
      const told = seen.all
        ? `${seen.done.toLocaleString()} of ${seen.all.toLocaleString()} ${words} ${what}`
        : 'Beginning…';
      if (!step(seen.done, seen.all, told)) return false;
      const here: number = at;
      const some = await patiently(() => call(table, here));
      seen = some;
      at = some.next;
    }
  }
  return true;
}

/** While messages have the lock it is asked for again. @throws what the call throws besides */
async function patiently<T>(call: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await call();
    } catch (error) {
      if (codeOf(error) !== 'busy' || tries === TRIES) throw error;
    }
  }
}
