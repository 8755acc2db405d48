/** Tries what nobody could know beforehand; the scratch tab is gone afterwards, whatever happens. */

import { clientsSheet } from '../script/base';
import { isInDatabase } from '../script/books';
import { SEARCH_OVERLOOKS, TRIGGER_RAN } from '../script/properties';
import type { Services } from '../script/services';
import { ownTriggers } from '../script/trigger';
import { appendedTextCell, textCell, textOf } from '../sheet/cells';
import { ClientsTab } from '../sheet/clients';
import { areTogether, INVITATION_HEADINGS } from '../sheet/columns';
import { CLIENT_HEADINGS, type ClientHeading } from '../sheet/tabs';
import type {
  ReadBack,
  SearchesTimed,
  SearchTimed,
  SearchTried,
  ServicesTried,
  TextsTried,
} from './wire';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const NAME = 'Check set-up (goes away)';

/** No cell reads like this. */
const NOBODY = 'nobody is called like this 4915112345678';

/** What a spreadsheet reads as something else. */
const TRICKY = ["'quoted", '=1+1', '+4915112345678', '1234567890123456', '3/4', '0507', 'true'];

/** Writes tricky texts into plain cells, text cells, and by `appendRow`, and reads them back. */
export function tryTexts(services: Services): TextsTried {
  return onScratchTab(services, (sheet) => {
    const { length } = TRICKY;
    sheet.getRange('B:C').setNumberFormat('@');
    sheet.getRange(1, 1, length, 3).setValues(TRICKY.map((text) => [text, text, textCell(text)]));
    for (const text of TRICKY) sheet.appendRow(['', text, appendedTextCell(text)]);
    const cells = sheet.getRange(1, 1, length * 2, 3).getValues();
    const kept = (from: number) =>
      TRICKY.every((text, index) => textOf(cells[from + index]?.[2]) === textOf(text));
    return {
      kept: kept(0),
      keptAppended: kept(length),
      read: TRICKY.map((given, row) => ({
        given,
        plain: typed(cells[row]?.[0]),
        text: typed(cells[row]?.[1]),
        appended: typed(cells[row + length]?.[1]),
      })),
    };
  });
}

/**
 * Searches for what is there, hidden, or not yet flushed. Where the search overlooks rows it is noted, and messages
 * look through the columns themselves from then on.
 */
export function trySearch(services: Services): SearchTried {
  const tried = searchScratchTab(services);
  if (tried.digits && tried.regex && tried.hiddenRows) {
    services.properties.deleteProperty(SEARCH_OVERLOOKS);
  } else {
    services.properties.setProperty(SEARCH_OVERLOOKS, 'yes');
  }
  return tried;
}

function searchScratchTab(services: Services): SearchTried {
  const digits = '4915112345678';
  return onScratchTab(services, (sheet) => {
    const cells = sheet.getRange('A1:A2').setNumberFormat('@');
    cells.setValues([[digits], ['x']]);
    services.flush();
    const finds = (text: string, regex = false) =>
      !!cells.createTextFinder(text).useRegularExpression(regex).matchEntireCell(true).findNext();
    const found = { digits: finds(digits), regex: finds('^(?:49\\d+)$', true) };
    sheet.hideRows(1);
    const hiddenRows = finds(digits);
    sheet.getRange('A2').setValue('fresh');
    return { ...found, hiddenRows, unflushed: finds('fresh') };
  });
}

/** Looks for what is not there in the columns where a message is looked up, and in all of ours; null where nobody does so. */
export function timeSearches(services: Services): SearchesTimed | null {
  if (isInDatabase({ store: services.properties.getProperties() })) return null;
  const sheet = clientsSheet(services);
  const tab = new ClientsTab(sheet);
  const timed = (headings: ClientHeading[]): SearchTimed => {
    const start = services.now();
    tab.search([NOBODY], headings);
    return { columns: tab.span(headings).width, ms: services.now() - start };
  };
  return {
    together: areTogether(tab),
    rows: Math.max(sheet.getLastRow() - 1, 0),
    message: timed(INVITATION_HEADINGS),
    all: timed([...CLIENT_HEADINGS]),
  };
}

/** Uses each of the other services once. */
export function tryServices({ lock, cache, properties, now }: Services): ServicesTried {
  const start = now();
  const got = lock.tryLock(10_000);
  const lockMs = now() - start;
  if (got) lock.releaseLock();
  cache.put('check', String(start), 60);
  const store = properties.getProperties();
  return {
    lock: got,
    lockMs,
    cache: cache.get('check') === String(start),
    properties: Object.keys(store).map((name) => [name, store[name]?.length ?? 0]),
    trigger: ownTriggers().length > 0,
    triggerRan: Number(cache.get(TRIGGER_RAN)) || null,
    intl: typeof Intl === 'object',
  };
}

function onScratchTab<T>({ spreadsheet }: Services, work: (sheet: Sheet) => T): T {
  const shown = spreadsheet.getActiveSheet();
  // One that was left when a check was cut off.
  const left = spreadsheet.getSheetByName(NAME);
  if (left) spreadsheet.deleteSheet(left);
  const sheet = spreadsheet.insertSheet(NAME);
  try {
    return work(sheet);
  } finally {
    spreadsheet.deleteSheet(sheet);
    shown.activate();
  }
}

function typed(value: unknown): ReadBack {
  const isDate = Object.prototype.toString.call(value) === '[object Date]';
  return [isDate ? 'date' : typeof value, String(value)];
}
