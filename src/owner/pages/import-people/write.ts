/** Has people written into the base, or taken away again, some at a time. */
import type { Imported } from '../../wire';
import type { Step } from '../components/progress';
import { server } from '../shared/server';
import { type Line, listedOf } from './plan';

/** People of one call: the lock is held while they are written, and messages wait. */
const PEOPLE = 2000;

/** A name for an import. */
export function newBatch(): string {
  return Date.now().toString(36);
}

/** Writes new people. @returns what became of those who were written when the owner stopped it, or of all */
export async function writePeople(batch: string, lines: Line[], step: Step): Promise<Imported> {
  const all: Imported = { added: 0, known: 0, unreadable: 0, withoutInviter: 0 };
  const count = lines.length.toLocaleString();
  for (let start = 0; start < lines.length; start += PEOPLE) {
    if (!step(start, lines.length, `${start.toLocaleString()} of ${count} people`)) break;
    const block = lines.slice(start, start + PEOPLE).map(listedOf);
    const done = await server.importPeople(batch, block);
    for (const key of Object.keys(all) as (keyof Imported)[]) all[key] += done[key];
  }
  return all;
}

/** Takes the last import away. */
export async function undoAll(
  count: number,
  step: Step,
): Promise<{ deleted: number; kept: number }> {
  const all = { deleted: 0, kept: 0 };
  const words = () =>
    all.deleted
      ? `${all.deleted.toLocaleString()} of ${count.toLocaleString()} rows`
      : 'Waiting a minute for the messages under way to be answered…';
  for (let above = 0; ; ) {
    if (!step(all.deleted, count, words())) {
      await server.stopUndoing();
      return all;
    }
    const undone = await server.undoImport(above);
    all.deleted += undone.deleted;
    all.kept += undone.kept;
    if (undone.done) return all;
    above = undone.above;
  }
}
