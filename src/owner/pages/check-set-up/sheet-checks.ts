/** Checks of the spreadsheet: tabs, settings, how texts are kept, how the search behaves, and what waits. */
import { CATALOGUE } from '../../../program/catalogue';
import { hasLinks } from '../../../program/link';
import { isTelegram, readSettings } from '../../../program/settings';
import type { ReadBack, TextsTried } from '../../wire';
import { server } from '../shared/server';
import type { Check, Outcome, Shared } from './check';

export function sheetChecks(): Check[] {
  return [
    { title: 'Tabs and headings', run: tabs },
    { title: 'Settings', run: settings },
    { title: 'Texts stay texts', run: texts },
    { title: 'Searching', run: search },
    { title: 'Notices and messages that wait', run: waiting },
    { title: 'Room for clients', run: room },
  ];
}

/** Set-up repairs what is missing, so there is nothing left to do. */
async function tabs(): Promise<Outcome> {
  const before = await server.tabs();
  await server.setUp();
  const after = await server.tabs();
  const made = Object.entries(after).flatMap(([name, headings]) => {
    const had = before[name];
    if (!had) return [`the tab ${name}`];
    return (headings ?? []).filter((one) => !had.includes(one)).map((one) => `${name} → ${one}`);
  });
  if (!made.length) return { result: 'pass', found: 'All tabs and their headings are there.' };
  return {
    result: 'warn',
    found: `Was missing and has been made: ${made.join(', ')}.`,
    toDo: 'If you renamed a heading, the old column is still there under your name: move its values over.',
  };
}

async function settings(shared: Shared): Promise<Outcome> {
  const { settings: values, headings } = await shared.state();
  const { settings: read, problems, remarks } = readSettings(values, CATALOGUE, headings);
  const wrong = Object.entries(problems).map(([name, problem]) => `${name}: ${problem}`);
  if (wrong.length) {
    return {
      result: 'fail',
      found: unusable(Object.keys(problems)),
      toDo: 'Correct what is red in the tab Settings; until then the defaults are used.',
      details: wrong,
    };
  }
  if (isTelegram(read) && !read.telegramBot) {
    return {
      result: 'fail',
      found: 'Your Telegram bot is not known, so links lead nowhere.',
      toDo: 'Connect Telegram: enter the token from @BotFather.',
      opens: 'connect',
    };
  }
  if (!hasLinks(read)) {
    return {
      result: 'fail',
      found: 'Your WhatsApp number is not set, so links lead nowhere.',
      toDo: 'Connect WhatsApp, or write the number beside “WhatsApp number” in the tab Settings.',
      opens: 'connect',
    };
  }
  const remarked = Object.entries(remarks).map(([name, remark]) => `${name}: ${remark}`);
  if (remarked.length) {
    return {
      result: 'warn',
      found: 'Every setting can be used, but some do not fit together.',
      toDo: 'See below, or beside the values in the tab Settings.',
      details: remarked,
    };
  }
  return { result: 'pass', found: 'Every setting can be used.' };
}

function unusable(names: string[]): string {
  const named = names.map((name) => `“${name}”`).join(', ');
  if (names.length === 1) return `The setting ${named} cannot be used.`;
  return `${names.length} of the settings cannot be used: ${named}.`;
}

async function texts(): Promise<Outcome> {
  const tried = await server.tryTexts();
  const details = textDetails(tried);
  if (tried.kept && tried.keptAppended) {
    return { result: 'pass', found: 'Names and numbers come back as they were written.', details };
  }
  const way = [!tried.kept && 'written cells', !tried.keptAppended && 'appended rows'];
  return {
    result: 'fail',
    found: `Google changes texts in ${way.filter(Boolean).join(' and ')}.`,
    toDo: 'Names or numbers may come out wrong. Copy this result and send it to whoever looks after the script.',
    details,
  };
}

/** What nobody could know beforehand: how texts come back without any care. */
function textDetails({ read }: TextsTried): string[] {
  const shown = ([type, text]: ReadBack) => `${text} (${type})`;
  return [
    `appendRow keeps a column’s text format: ${keepsFormat(read) ? 'yes' : 'no'}`,
    `a leading apostrophe comes back: ${read.some(({ given, text }) => given.startsWith("'") && text[1].startsWith("'")) ? 'yes' : 'no'}`,
    ...read.map(
      ({ given, plain, text, appended }) =>
        `${given} → plain cell ${shown(plain)}; text cell ${shown(text)}; appended ${shown(appended)}`,
    ),
  ];
}

function keepsFormat(read: TextsTried['read']): boolean {
  return read.find(({ given }) => given === '0507')?.appended[1] === '0507';
}

async function search(): Promise<Outcome> {
  const { digits, regex, hiddenRows, unflushed } = await server.trySearch();
  const details = [
    `finds digits kept as text: ${yes(digits)}`,
    `takes a regular expression: ${yes(regex)}`,
    `looks into hidden rows: ${yes(hiddenRows)}`,
    `sees what is not flushed yet: ${yes(unflushed)}`,
  ];
  if (!digits || !regex) {
    return {
      result: 'fail',
      found: 'The sheet’s search does not find clients.',
      toDo: 'From now on the program looks through the columns itself, which is slower. Up to now clients may have been entered twice.',
      details,
    };
  }
  if (!hiddenRows) {
    return {
      result: 'warn',
      found: 'The search skips hidden rows.',
      toDo: 'From now on the program looks through the columns itself, which is slower. Up to now clients in hidden or filtered rows may have been entered twice.',
      details,
    };
  }
  return { result: 'pass', found: 'Clients are found, in hidden rows too.', details };
}

async function waiting(): Promise<Outcome> {
  const [{ waits, late, today, written }, { properties }] = await Promise.all([
    server.noticesWaiting(),
    server.tryServices(),
  ]);
  const pending = properties.filter(
    ([name, length]) => name.startsWith('pending.') && length > '[]'.length,
  ).length;
  const details = [
    `the web app has written rows: ${yes(written)}`,
    `clients who wrote in the last 24 hours: ${today} (at least as many of the 20,000 requests a day of a free account, 100,000 of Workspace; Google tells no exact number)`,
  ];
  const found =
    pending + waits + late === 0
      ? 'Nothing is waiting.'
      : `Messages still to be handled: ${pending}. Notices waiting for their inviters to write: ${waits}; to be tried again: ${late}.`;
  if (pending + late < 20) return { result: 'pass', found, details };
  return {
    result: 'warn',
    found,
    toDo: 'They are tried again every minute. If the number does not go down, look at the other checks and at the tab Problems.',
    details,
  };
}

async function room(): Promise<Outcome> {
  const { people, empty, without } = await server.room();
  const number = (count: number) => count.toLocaleString('en');
  const found =
    people === null
      ? 'Clients and rewards are in the database: the sheet never gets full.'
      : `The sheet has room for about ${number(people)} clients.`;
  if (!empty) return { result: 'pass', found };
  const cost =
    people === null ? '' : ` They take the room of ${number((without ?? 0) - people)} more.`;
  return {
    result: 'pass',
    found: `${found} Empty columns in the tab Clients: ${empty}.${cost}`,
    offers: { label: 'Delete the empty columns', run: () => server.deleteEmptyColumns() },
  };
}

function yes(is: boolean): string {
  return is ? 'yes' : 'no';
}
