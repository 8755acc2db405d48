/** The V8 runtime: what it has, and what it lacks. */
import type { Case } from '../case';

const MISSING =
  'setTimeout setInterval URL URLSearchParams TextEncoder TextDecoder fetch FormData File Blob atob btoa crypto AbortController structuredClone queueMicrotask performance process window document require module'.split(
    ' ',
  );
const PRESENT =
  'console Intl JSON Map Promise Proxy Reflect Symbol WeakMap BigInt globalThis'.split(' ');

/** By name, so that a name that is not there is no error. */
const typeOf = (name: string) => typeof (globalThis as Record<string, unknown>)[name];

const missing: Case[] = MISSING.map((name) => ({
  name: `${name} is not there`,
  run: () => typeOf(name),
  expected: 'undefined',
  sure: 'documented',
  means: 'Something that the program does in its own way could be left to the engine.',
}));

const present: Case[] = PRESENT.map((name) => ({
  name: `${name} is there`,
  run: () => typeOf(name) !== 'undefined',
  expected: true,
  sure: name === 'Intl' ? 'assumed' : 'documented',
  means: 'The program does not load, or fails where it uses it.',
}));

const NEWER: [what: string, run: () => unknown, expected: unknown][] = [
  ['optional chaining', () => (null as { a?: number } | null)?.a ?? 'none', 'none'],
  ['Array.prototype.at', () => [1, 2].at(-1), 2],
  ['String.prototype.replaceAll', () => 'a-a'.replaceAll('a', 'b'), 'b-b'],
  ['Object.fromEntries', () => Object.fromEntries([['a', 1]]), { a: 1 }],
  ['Unicode property escapes', () => /\p{L}/u.test('Ж'), true],
  ['look-behind', () => /(?<=a)b/.test('ab'), true],
  ['the cause of an Error', () => new Error('x', { cause: { code: 7 } }).cause, { code: 7 }],
  [
    'dates of Intl',
    () => new Intl.DateTimeFormat('en-US', { timeZone: 'UTC' }).format(0),
    '1/1/1970',
  ],
  ['numbers of Intl', () => (1234.5).toLocaleString('en-US'), '1,234.5'],
  ['normalize', () => 'é'.normalize('NFD').length, 2],
];

const newer: Case[] = NEWER.map(([what, run, expected]) => ({
  name: `the engine knows ${what}`,
  ...{ run, expected, sure: 'assumed' },
  means: 'The program does not load, or fails where it uses it.',
}));

export const RUNTIME: Case[] = [
  ...missing,
  ...present,
  ...newer,
  {
    name: 'new Function makes code of text',
    run: () => new Function('return 1 + 1')(),
    expected: 2,
    sure: 'assumed',
    means: 'A library that compiles templates or schemas at run time does not work.',
    settles: 'textBecomesCode',
  },
  {
    name: 'eval makes code of text',
    // biome-ignore lint/security/noGlobalEval: whether it works is the question
    run: () => globalThis.eval('1 + 1'),
    expected: 2,
    sure: 'assumed',
    means: 'A library that compiles templates or schemas at run time does not work.',
    settles: 'textBecomesCode',
  },
  {
    name: 'the error of a service is an Error with the name Exception',
    run: () => {
      try {
        SpreadsheetApp.getActiveSpreadsheet().getRange('no cell');
      } catch (error) {
        return [error instanceof Error, (error as Error).name];
      }
      return 'no error';
    },
    expected: [true, 'Exception'],
    sure: 'assumed',
    means: 'Errors of Google would not be told from those of the program.',
  },
  {
    name: 'a rejected promise is silent',
    run: () => {
      Promise.reject(new Error('nobody hears'));
      return 'went on';
    },
    expected: 'went on',
    sure: 'measured by others',
    means: 'A forgotten promise would end the execution.',
  },
  {
    name: 'arrays from a service are arrays of the script',
    run: (it) => Object.getPrototypeOf(it.cell().getValues()) === Array.prototype,
    ...{ expected: true, sure: 'assumed', means: 'Arrays have to be known by Array.isArray only.' },
  },
];
