/** What is asked of the command line: which folder, which function, what it is given, in which surroundings. */
import { parseArgs } from 'node:util';

export const USAGE = `npm run apps-script -- <folder> <function> [arguments as JSON …]
npm run apps-script -- <folder> doGet  [--query 'a=1&b=2']
npm run apps-script -- <folder> doPost [--query …] [--body text] [--type application/json]

  --sheet <file.csv>      a tab with what is in the file, named after it; several times for several tabs
  --state <file.json>     spreadsheet, properties, cache and triggers: taken from there, if it exists, and kept there
  --answers <file.json>   what the internet answers: {"https://api.example.com/": {"status": 200, "body": {"ok": true}}}
  --property name=value   a script property; several times for several
  --press YES             the button that the owner presses in each dialog; the first one when left out
  --type-in text          what the owner types into each prompt
  --now <date>            the clock, such as 2026-06-01T12:00Z
  --time-zone Europe/Berlin   --locale de_DE   --user owner@example.com
  --advance <minutes>     afterwards let so much time pass, and the time triggers run
  --json                  print all of it as JSON, for programs`;

/** What is asked for. */
export interface Wanted {
  folder: string;
  function: string;
  /** Of an ordinary function. */
  args: unknown[];
  web: { query: string; body?: string; type: string };
  sheets: string[];
  state?: string;
  answers?: string;
  properties: [string, string][];
  press?: string;
  typeIn?: string;
  now?: number;
  timeZone?: string;
  locale?: string;
  user?: string;
  advanceMinutes: number;
  json: boolean;
}

const OPTIONS = {
  query: { type: 'string' },
  body: { type: 'string' },
  type: { type: 'string' },
  sheet: { type: 'string', multiple: true },
  state: { type: 'string' },
  answers: { type: 'string' },
  property: { type: 'string', multiple: true },
  press: { type: 'string' },
  'type-in': { type: 'string' },
  now: { type: 'string' },
  'time-zone': { type: 'string' },
  locale: { type: 'string' },
  user: { type: 'string' },
  advance: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Something about the call itself is wrong; its message is for whoever typed it. */
export class Mistake extends Error {}

/** Reads the words after the command; undefined when help is asked for. @throws Mistake */
export function readWanted(words: string[]): Wanted | undefined {
  const { values, positionals } = parsed(words);
  if (values.help || words.length === 0) return undefined;
  const [folder = '', name, ...rest] = positionals;
  if (name === undefined && folder === '') throw new Mistake('Which folder? None is named.');
  const isWeb = name === 'doGet' || name === 'doPost';
  if (!isWeb && [values.query, values.body, values.type].some((value) => value !== undefined)) {
    throw new Mistake('--query, --body and --type are for doGet and doPost only.');
  }
  if (name === 'doGet' && values.body !== undefined) {
    throw new Mistake('A GET has no body. Use doPost, or --query.');
  }
  if (isWeb && rest.length > 0) {
    throw new Mistake(`${name} takes --query${name === 'doPost' ? ' and --body' : ''}, no JSON.`);
  }
  const body = values.body;
  return {
    folder,
    function: name ?? '',
    args: rest.map(asJson),
    web: {
      query: (values.query ?? '').replace(/^\?/, ''),
      type: values.type ?? typeOf(body),
      ...(body === undefined ? {} : { body }),
    },
    sheets: values.sheet ?? [],
    properties: (values.property ?? []).map(pair),
    advanceMinutes: minutes(values.advance),
    json: values.json ?? false,
    ...given('state', values.state),
    ...given('answers', values.answers),
    ...given('press', values.press),
    ...given('typeIn', values['type-in']),
    ...given('timeZone', values['time-zone']),
    ...given('locale', values.locale),
    ...given('user', values.user),
    ...(values.now === undefined ? {} : { now: moment(values.now) }),
  };
}

function parsed(words: string[]) {
  try {
    return parseArgs({ args: words, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new Mistake((error as Error).message);
  }
}

function given<K extends keyof Wanted>(name: K, value: string | undefined): { [k in K]?: string } {
  return value === undefined ? {} : ({ [name]: value } as { [k in K]: string });
}

/** As a browser or a webhook would send it. */
function typeOf(body = ''): string {
  return /^\s*[{[]/.test(body) ? 'application/json' : 'application/x-www-form-urlencoded';
}

function asJson(word: string): unknown {
  try {
    return JSON.parse(word);
  } catch {
    throw new Mistake(`The argument ${word} is no JSON. Write a text with its quotes: '"${word}"'`);
  }
}

function pair(word: string): [string, string] {
  const at = word.indexOf('=');
  if (at < 1) throw new Mistake(`--property wants name=value, not "${word}".`);
  return [word.slice(0, at), word.slice(at + 1)];
}

function minutes(word = '0'): number {
  const number = Number(word);
  if (!(number >= 0)) throw new Mistake(`--advance wants minutes, not "${word}".`);
  return number;
}

function moment(word: string): number {
  const at = Date.parse(word);
  if (Number.isNaN(at))
    throw new Mistake(`--now wants a date like 2026-06-01T12:00Z, not "${word}".`);
  return at;
}
