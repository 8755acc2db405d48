/** Reads the command line of `npm start`. */
import path from 'node:path';
import { parseArgs } from 'node:util';

export interface Arguments {
  port: number;
  /** The folder that holds the state. */
  data: string;
  help: boolean;
}

export const USAGE = `Usage: npm start -- [--port <number>] [--data <folder>]
  --port  where the playground listens; PORT in the environment does the same (8080)
  --data  where its state lies (.local)`;

const DEFAULT_PORT = '8080';

/** @throws Error with a sentence for whoever typed it */
export function readArguments(
  given: string[],
  environment: Record<string, string | undefined>,
): Arguments {
  const { port, data, help } = parsed(given);
  return {
    port: port === undefined ? portFrom('PORT', environment.PORT) : portFrom('--port', port),
    data: path.resolve(data ?? '.local'),
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
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65535)) {
    throw new Error(`${name} must be a number from 0 to 65535, not “${text}”.`);
  }
  return port;
}
