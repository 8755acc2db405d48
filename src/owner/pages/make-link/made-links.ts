/** Puts pasted people into the base, some at a time, and makes their links. */
import type { Step } from '../components/progress';
import { linkFor, type RowClient, readWire } from '../shared/client';
import { server } from '../shared/server';
import type { Context } from './context';
import type { PastedLine } from './pasted';

/** People of one call. */
const PEOPLE = 200;

/** A pasted line with what was made of it: nothing where its number is none, or the owner stopped. */
export interface Made {
  line: PastedLine;
  client: RowClient | null;
  link: string;
}

/** @returns every line, also those without a link */
export async function madeLinks(
  { settings }: Context,
  lines: PastedLine[],
  step: Step,
): Promise<Made[]> {
  const all = lines.map((line): Made => ({ line, client: null, link: '' }));
  const good = all.filter(({ line }) => 'digits' in line.typed);
  const count = good.length.toLocaleString();
  for (let start = 0; start < good.length; start += PEOPLE) {
    if (!step(start, good.length, `${start.toLocaleString()} of ${count} links`)) break;
    const some = good.slice(start, start + PEOPLE);
    const people = some.map(({ line: { typed, name } }) => ({
      key: 'digits' in typed ? typed.digits : '',
      name,
    }));
    const made = await server.addClients(people);
    some.forEach((one, index) => {
      const found = made[index];
      if (!found) return;
      one.client = readWire(found.client);
      one.link = linkFor(one.client, settings);
    });
  }
  return all;
}
