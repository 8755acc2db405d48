/** The saved state: whole at every moment, and honest about a file that is not. */
import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LocalAppsScript, loadState, type SavedState, saveState } from '../../local/apps-script';
import { emptyFolder, finished, SHEET, scriptOf } from './script-of';

test('a script goes on where it was: sheet, looks, stores, cache, triggers, clock', () => {
  const code = `
    function go() {
      ${SHEET}
      sheet.getRange('A:A').setNumberFormat('@');
      sheet.getRange('A1:C1').setValues([['007', '=1+1', new Date()]]);
      sheet.getRange('A1').setNote('note');
      PropertiesService.getScriptProperties().setProperty('__proto__', 'v');
      CacheService.getScriptCache().put('c', 'v');
      ScriptApp.newTrigger('tick').timeBased().everyMinutes(1).create();
    }
    function tick() { return [PropertiesService.getScriptProperties().getProperty('__proto__'), CacheService.getScriptCache().get('c')]; }`;
  const first = scriptOf(code);
  finished(first.run('go'));
  first.spreadsheet.hideRow('Sheet1', 1);
  const folder = emptyFolder();
  saveState(folder, first.save());
  const state = loadState<SavedState>(folder).state!;
  const second = scriptOf(code, { state });
  expect(second.spreadsheet.rows('Sheet1')).toEqual([['007', '#FORMULA!', '2026-06-01 12:00:00']]);
  expect(second.spreadsheet.formula('Sheet1', 1, 2)).toBe('=1+1');
  expect(second.spreadsheet.note('Sheet1', 1, 1)).toBe('note');
  expect(second.advance(60_000)[0]?.result).toEqual(['v', 'v']);
  expect(second.save().book).toEqual(first.save().book);
});

test('what was saved is left alone by what comes later, on either side', () => {
  const script = scriptOf('');
  script.spreadsheet.type('Sheet1', 1, 1, 'before');
  const state = script.save();
  script.spreadsheet.type('Sheet1', 1, 1, 'after');
  const other = scriptOf('', { state });
  other.spreadsheet.type('Sheet1', 1, 1, 'elsewhere');
  expect(scriptOf('', { state }).spreadsheet.rows('Sheet1')).toEqual([['before']]);
});

test('an empty folder holds no state', () => {
  expect(loadState(emptyFolder())).toEqual({});
});

test('a truncated file: the one before it is taken, and it is said', () => {
  const folder = emptyFolder();
  saveState(folder, { turn: 1 });
  saveState(folder, { turn: 2 });
  truncateSync(path.join(folder, 'state.json'), 5);
  const { state, problem } = loadState<{ turn: number }>(folder);
  expect(state).toEqual({ turn: 1 });
  expect(problem).toMatch(/state\.json cannot be read.*The one before it was taken/);
});

test('a kill in the middle of a write leaves the old state', () => {
  const folder = emptyFolder();
  saveState(folder, { turn: 1 });
  writeFileSync(path.join(folder, 'state.unfinished.json'), '{"turn":');
  expect(loadState(folder)).toEqual({ state: { turn: 1 } });
  saveState(folder, { turn: 2 });
  expect(loadState(folder)).toEqual({ state: { turn: 2 } });
  expect(readdirSync(folder).sort()).toEqual(['state.json', 'state.previous.json']);
});

test('when nothing can be read, the error says what to do', () => {
  const folder = emptyFolder();
  writeFileSync(path.join(folder, 'state.json'), 'oh');
  expect(() => loadState(folder)).toThrow(/cannot be read.*to start over/s);
});

test('a state of another version is refused', () => {
  const state = { ...scriptOf('').save(), version: 2 } as unknown as SavedState;
  expect(() => new LocalAppsScript({ folder: '.', state })).toThrow(/version 2/);
});

test('the file is plain JSON', () => {
  const folder = emptyFolder();
  const state = scriptOf('').save();
  saveState(folder, state);
  expect(JSON.parse(readFileSync(path.join(folder, 'state.json'), 'utf8'))).toEqual(state);
});
