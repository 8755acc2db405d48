/** A folder of Apps Script code: which files are code, the libraries of its manifest, and Google's older globals. */
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LocalAppsScript, type LocalAppsScriptOptions } from '../../local/apps-script';
import { emptyFolder, errorOf, finished, resultOf, scriptOf } from './script-of';

test('.js and .gs are code, in folders too; nothing else is', () => {
  const script = scriptOf({
    'a.gs': 'var first = 1;',
    'b.js': 'function go() { return [first, typeof third]; }',
    'c.txt': 'var third = 3;',
  });
  mkdirSync(path.join(script.folder, 'lib'));
  writeFileSync(path.join(script.folder, 'lib', 'd.gs'), 'function deep() { return first + 1; }');
  expect(finished(script.run('go')).result).toEqual([1, 'undefined']);
  expect(finished(script.run('deep')).result).toBe(2);
});

test('changed code counts from the next execution on', () => {
  const script = scriptOf('function go() { return 1; }');
  expect(script.run('go').result).toBe(1);
  writeFileSync(path.join(script.folder, 'Code.js'), 'function go() { return 2; }');
  expect(script.run('go').result).toBe(2);
});

test('so does a change of a file that has lain there for long', () => {
  const script = scriptOf('function go() { return 1; }');
  const file = path.join(script.folder, 'Code.js');
  const written = (text: string, year: number) => {
    writeFileSync(file, text);
    utimesSync(file, new Date(year, 0), new Date(year, 0));
  };
  written('function go() { return 2; }', 2020);
  expect([script.run('go').result, script.run('go').result]).toEqual([2, 2]);
  written('function go() { return 3; }', 2021);
  expect(script.run('go').result).toBe(3);
});

describe('libraries', () => {
  const MANIFEST = JSON.stringify({
    dependencies: { libraries: [{ userSymbol: 'Greeter', libraryId: '1abc', version: '3' }] },
  });
  const CODE = `
    function go() { return [Greeter.greet('Anna'), Greeter.LANGUAGE, typeof Greeter.secret_, typeof count]; }
    function store() { Greeter.store(); }
    function sheet() { return Greeter.sheet(); }
    function quiet() { return 'fine'; }`;
  const LIBRARY = `
    var LANGUAGE = 'en';
    var count = 0;
    function greet(name) { return 'Hello ' + name + secret_(); }
    function store() { PropertiesService.getScriptProperties().setProperty('by', 'library'); }
    function sheet() { return SpreadsheetApp.getActive().getName(); }
    function secret_() { return '!'; }`;

  const using = (name: string, libraries?: LocalAppsScriptOptions['libraries']) => {
    const root = emptyFolder();
    const write = (folder: string, file: string, text: string) => {
      mkdirSync(path.join(root, folder), { recursive: true });
      writeFileSync(path.join(root, folder, file), text);
    };
    write('script', 'Code.js', CODE);
    write('script', 'appsscript.json', MANIFEST);
    write(name, 'Code.js', LIBRARY);
    const folder = path.join(root, 'script');
    return new LocalAppsScript({
      folder,
      ...(libraries && { libraries: { Greeter: path.join(root, name) } }),
    });
  };

  test('from a folder beside the script', () => {
    const script = using('Greeter');
    expect(finished(script.run('go')).result).toEqual([
      'Hello Anna!',
      'en',
      'undefined',
      'undefined',
    ]);
    finished(script.run('store'));
    expect(script.properties.script.get('by')).toBe('library');
  });

  test('from where the test says', () => {
    expect(finished(using('elsewhere', {}).run('go')).result).toContain('Hello Anna!');
  });

  test('what a library needs is approved with the script', () => {
    const script = using('Greeter');
    expect(script.run('sheet').result).toBe('Local spreadsheet');
  });

  test('one that is not there is refused when it is used, and says where it is wanted', () => {
    const script = using('elsewhere');
    expect(finished(script.run('quiet')).result).toBe('fine');
    expect(script.run('go').error).toMatch(
      /^The library Greeter \(1abc\), wanted in .*Greeter, is not part of the local Apps Script$/,
    );
  });
});

test('ScriptProperties and UserProperties are older doors to the same stores', () => {
  expect(
    resultOf(`
      ScriptProperties.setProperty('a', '1').setProperty('b', '2');
      UserProperties.setProperty('a', 'mine');
      return [PropertiesService.getScriptProperties().getProperties(), PropertiesService.getUserProperties().getProperty('a')];`),
  ).toEqual([{ a: '1', b: '2' }, 'mine']);
});

test('MimeType', () => {
  expect(resultOf('return [MimeType.CSV, MimeType.PLAIN_TEXT, MimeType.GOOGLE_SHEETS];')).toEqual([
    'text/csv',
    'text/plain',
    'application/vnd.google-apps.spreadsheet',
  ]);
  expect(errorOf('MimeType.WORD_PERFECT;')).toMatch(/is not part of the local Apps Script$/);
});
