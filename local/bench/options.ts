/** The command line of `npm run bench`. */
import { parseArgs } from 'node:util';
import { EVENTS } from './events';

const SIZES = [1_000, 10_000, 100_000, 300_000];
/** A spreadsheet holds more; a larger one does not fit into the memory of small machines here. */
const LARGEST = 300_000;

export interface Options {
  sizes: number[];
  events: string[];
  /** Crowds and quotas are told too, unless only some events are asked for. */
  crowds: boolean;
  json: boolean;
  help: boolean;
}

export const USAGE = `Usage: npm run bench -- [--size <rows>]… [--event <name>]… [--json]
  --size   rows in the base, from 0 to ${LARGEST} (${SIZES.join(', ')})
  --event  ${Object.keys(EVENTS).join(', ')} (all, with crowds and quotas)
  --json   the result as JSON
  --help   this text`;

/** @throws Error with a sentence for whoever typed it */
export function readOptions(args: string[]): Options {
  const { size, event, json = false, help = false } = parsed(args);
  return {
    sizes: size ? [...new Set(size.map(sizeFrom))] : SIZES,
    events: event ? [...new Set(event.map(eventFrom))] : Object.keys(EVENTS),
    crowds: !event,
    json,
    help,
  };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        size: { type: 'string', multiple: true },
        event: { type: 'string', multiple: true },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new Error(`${(error as Error).message.split('. ')[0]?.replace(/\.$/, '')}.`);
  }
}

function sizeFrom(text: string): number {
  const size = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (size <= LARGEST) return size;
  throw new Error(`--size must be a whole number from 0 to ${LARGEST}, not “${text}”.`);
}

function eventFrom(name: string): string {
  if (Object.keys(EVENTS).includes(name)) return name;
  throw new Error(`--event must be one of ${Object.keys(EVENTS).join(', ')}, not “${name}”.`);
}
