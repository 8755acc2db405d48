/** The words with which Google refuses wrong arguments. */
import { type Case, threw } from '../case';

const WORDS =
  'Only the words of the error are others; a program that waits for them would not know it.';

/** A service without its types, which forbid what is tried here. */
const loose = (service: unknown) => service as Record<string, (...args: unknown[]) => unknown>;

/** Something called wrongly, and the kinds and the method that the error names. */
const WRONG: [what: string, call: () => unknown, kinds: string, method: string][] = [
  [
    'getSheetByName()',
    () => loose(SpreadsheetApp.getActiveSpreadsheet()).getSheetByName?.(),
    '',
    'SpreadsheetApp.Spreadsheet.getSheetByName',
  ],
  [
    'getSheetByName(null)',
    () => SpreadsheetApp.getActiveSpreadsheet().getSheetByName(null as never),
    'null',
    'SpreadsheetApp.Spreadsheet.getSheetByName',
  ],
  [
    'getSheetByName of two texts',
    () => loose(SpreadsheetApp.getActiveSpreadsheet()).getSheetByName?.('a', 'b'),
    'String,String',
    'SpreadsheetApp.Spreadsheet.getSheetByName',
  ],
  ['sleep("x")', () => Utilities.sleep('x' as never), 'String', 'Utilities.sleep'],
  [
    'tryLock()',
    () => loose(LockService.getScriptLock()).tryLock?.(),
    '',
    'LockService.Lock.tryLock',
  ],
  [
    'getProperty()',
    () => loose(PropertiesService.getUserProperties()).getProperty?.(),
    '',
    'PropertiesService.Properties.getProperty',
  ],
  [
    'cache.get(null)',
    () => CacheService.getUserCache().get(null as never),
    'null',
    'CacheService.Cache.get',
  ],
  ['base64Encode()', () => loose(Utilities).base64Encode?.(), '', 'Utilities.base64Encode'],
  [
    'formatDate("x", "GMT", "y")',
    () => Utilities.formatDate('x' as never, 'GMT', 'y'),
    'String,String,String',
    'Utilities.formatDate',
  ],
  ['newTrigger()', () => loose(ScriptApp).newTrigger?.(), '', 'ScriptApp.newTrigger'],
];

export const ARGUMENTS: Case[] = WRONG.map(([what, call, kinds, method]) => ({
  name: `the error of ${what}`,
  run: call,
  expected: threw(`The parameters (${kinds}) don't match the method signature for ${method}.`),
  sure: 'measured by others',
  means: WORDS,
}));
