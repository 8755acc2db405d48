/** The check of where the columns stand: apart they make messages slow in a large sheet, and can be moved together. */
import type { SearchTimed } from '../../wire';
import { server } from '../shared/server';
import type { Check, Outcome } from './check';

/** In a smaller sheet nobody would notice. */
const LARGE_ROWS = 5000;

export function columnsCheck(): Check {
  return { title: 'Order of the columns', run };
}

async function run(): Promise<Outcome> {
  const timed = await server.timeSearches();
  if (!timed) {
    return {
      result: 'pass',
      found: 'People are found in the database: the order of the columns costs nothing.',
    };
  }
  const { together, rows, message, all } = timed;
  const details = [
    `looking for a message’s people: ${shown(message)}`,
    `looking through all of the program’s columns: ${shown(all)}`,
    `rows: ${rows.toLocaleString('en')}`,
  ];
  if (together) {
    return {
      result: 'pass',
      found: 'The columns that people are found by are side by side.',
      details,
    };
  }
  return {
    result: rows < LARGE_ROWS ? 'pass' : 'warn',
    found:
      'Other columns are in between those that people are found by. It works, only more slowly.',
    toDo: 'Move the columns together: messages are answered faster in a large sheet. Your own columns keep what is in them, and move to the right of the program’s. It takes a minute or two; messages that come in meanwhile wait, and none is lost.',
    details,
    offers: { label: 'Move the columns together', run: () => server.moveColumns() },
  };
}

function shown({ columns, ms }: SearchTimed): string {
  return `${columns} ${columns === 1 ? 'column' : 'columns'}, ${ms} ms`;
}
