/** What calls cost: written down in milliseconds, and judged by nobody. */
import { type Case, type Claim, figure } from '../case';
import type { Scene } from '../script/scene';

const ROWS = 20_000;
const COST = 'The cost model of the stand-in is corrected, and with it what the program avoids.';

/** A tab of 20,000 rows and five columns of text, the text sought at its end. */
function full(it: Scene) {
  const sheet = it.sheet();
  const rows = Array.from({ length: ROWS }, (_, i) => [`1650${1e6 + i}`, 'a', 'b', 'c', 'd']);
  const range = sheet.getRange(1, 1, ROWS, 5);
  sheet.insertRowsAfter(sheet.getMaxRows(), ROWS - sheet.getMaxRows());
  range.setNumberFormat('@').setValues(rows);
  SpreadsheetApp.flush();
  return sheet;
}

/** Measured by the place itself, which deploys the suite with so much more code. */
export const LOAD: Claim = {
  name: 'milliseconds of a request, with 0, 60 and 120 KB of further code',
  expected: figure('the middle one of seven requests'),
  sure: 'assumed',
  means: COST,
};
export const LOAD_KB = [0, 60, 120];

export const FIGURES: Case[] = [
  {
    name: 'milliseconds of a search: one column, five columns, a pattern, reading all',
    run: (it) => {
      const sheet = full(it);
      const last = `1650${1e6 + ROWS - 1}`;
      const narrow = sheet.getRange(1, 1, ROWS, 1);
      const wide = sheet.getRange(1, 1, ROWS, 5);
      narrow.createTextFinder('warm-up').findNext();
      const pattern = `^(?:${last}|99)$`;
      return {
        narrow: it.took(() => narrow.createTextFinder(last).findNext()),
        wide: it.took(() => wide.createTextFinder(last).findNext()),
        pattern: it.took(() =>
          narrow.createTextFinder(pattern).useRegularExpression(true).findNext(),
        ),
        read: it.took(() => narrow.getValues()),
      };
    },
    expected: figure('a search of 20,000 rows'),
    sure: 'assumed',
    means: COST,
  },
  {
    name: 'milliseconds of one call: read, write and flush, cache, properties, lock',
    run: (it) => {
      const cell = it.cell();
      cell.getValue();
      const cache = CacheService.getUserCache();
      const properties = PropertiesService.getUserProperties();
      const lock = LockService.getUserLock();
      return {
        read: it.took(() => cell.getValue()),
        write: it.took(() => {
          cell.setValue(1);
          SpreadsheetApp.flush();
        }),
        cache: it.took(() => cache.get('k')),
        cachePut: it.took(() => cache.put('k', 'v', 60)),
        property: it.took(() => properties.getProperty('k')),
        allProperties: it.took(() => properties.getProperties()),
        setProperty: it.took(() => properties.setProperty('k', 'v')),
        lock: it.took(() => {
          lock.tryLock(1000);
          lock.releaseLock();
        }),
      };
    },
    expected: figure('calls'),
    sure: 'measured by others',
    means: COST,
  },
];
