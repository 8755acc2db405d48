/** Reads the command line of `npm start`. */
import path from 'node:path';
import { parseArgs } from 'node:util';

export interface Arguments {
  port: number;
  /** The folder that holds the state. */
  data: string;
  /** How many clients a new world begins with. */
  rows: number;
  /** Whether the browser is to open. */
  open: boolean;
  help: boolean;
}

export const USAGE = `Usage: npm start -- [--port <number>] [--data <folder>] [--rows <number>] [--no-open]
  --port     where the playground listens; PORT in the environment does the same (8080)
  --data     where its state lies (.local)
  --rows     a shop with this many clients, in a folder of its own (.local/<number>-rows)
  --no-open  leaves the browser alone`;

const MOST_ROWS = 500_000;

const DEFAULT_PORT = '8080';

/** @throws Error with a sentence for whoever typed it */
export function readArguments(
  given: string[],
  environment: Record<string, string | undefined>,
): Arguments {
  const { port, data, rows, help, 'no-open': quiet } = parsed(given);
  const folder = rows === undefined ? '.local' : path.join('.local', `${rows}-rows`);
  return {
    port: port === undefined ? portFrom('PORT', environment.PORT) : portFrom('--port', port),
    data: path.resolve(data ?? folder),
    rows: rows === undefined ? 0 : wholeNumber('--rows', rows, MOST_ROWS),
    open: !quiet && !environment.CI,
    help: help ?? false,
  };
}

function parsed(given: string[]) {
  try {
    const { values } = parseArgs({
      args: given,
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        rows: { type: 'string' },
        'no-open': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.data === '') throw new Error('--data needs the name of a folder.');
    return values;
  } catch (error) {
    throw new Error(`${(error as Error).message.split('. ')[0]?.replace(/\.$/, '')}.`);
  }
}

function portFrom(name: string, text = DEFAULT_PORT): number {
  return wholeNumber(name, text, 65_535);
}

function wholeNumber(name: string, text: string, most: number): number {
  const number = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
  if (!(number <= most))
    throw new Error(`${name} must be a number from 0 to ${most}, not “${text}”.`);
  return number;
}
