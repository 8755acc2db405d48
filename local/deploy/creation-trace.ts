/** Reads from clasp's trace how far it came in making a spreadsheet and its script, even when it was killed on the way. */
import { readFileSync } from 'node:fs';

export interface Creation {
  sheetId?: string;
  scriptId?: string;
  /** Google was asked to make this, and whether it did is not known. */
  unanswered?: 'sheet' | 'script';
}

/** Errors after which Google has certainly made nothing: it said no, or was never reached. 408 says neither. */
const CERTAINLY_NOT = /\b(?:status|code): (?!408)4\d\d\b|ENOTFOUND|EAI_AGAIN|ECONNREFUSED/;

const COLOURS = /\u001b\[[\d;]*m/g;

/** What the trace in this file tells; nothing when there is none. */
export function readCreation(file: string): Creation {
  const creation: Creation = {};
  let making: 'sheet' | 'script' = 'sheet';
  const trace = readTrace(file);
  for (const line of trace.split('\n')) {
    const [, id] = /Created (?:container|script) ([\w-]+)/.exec(line) ?? [];
    if (line.includes('Creating container bound script')) making = 'sheet';
    else if (line.includes('Creating script ')) making = 'script';
    else if (line.includes('Creating project with request')) creation.unanswered = making;
    else if (id !== undefined) {
      creation[line.includes('container') ? 'sheetId' : 'scriptId'] = id;
      delete creation.unanswered;
    }
  }
  const [, error] = trace.split('Handling API error');
  if (error && CERTAINLY_NOT.test(error)) delete creation.unanswered;
  return creation;
}

function readTrace(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(COLOURS, '');
  } catch {
    return '';
  }
}
