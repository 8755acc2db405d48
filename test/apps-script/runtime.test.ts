/** The runtime: what it has, what it lacks, whose Error and Date a script sees, and how honest it is about the rest. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import vm from 'node:vm';
import { errorOf, finished, NOON, resultOf, scriptOf } from './script-of';

test.each(
  'setTimeout setInterval URL URLSearchParams TextEncoder TextDecoder fetch FormData File Blob atob btoa crypto AbortController structuredClone queueMicrotask performance process window require module Buffer'.split(
    ' ',
  ),
)('%s is missing, as in Apps Script', (name) => {
  expect(resultOf(`return typeof ${name};`)).toBe('undefined');
});

test.each([
  ['DriveApp.getFiles()', 'DriveApp'],
  ["GmailApp.sendEmail('a', 'b', 'c')", 'GmailApp'],
  ['CalendarApp.getAllCalendars()', 'CalendarApp'],
  ["DocumentApp.create('a')", 'DocumentApp'],
  ['Drive.Files', 'Drive'],
  ['Sheets.Spreadsheets', 'Sheets'],
  ['sheet.autoResizeRows(1, 2)', 'Sheet.autoResizeRows'],
  ["sheet.getRange('A1').copyTo(1)", 'Range.copyTo'],
  ['SpreadsheetApp.create("x")', 'SpreadsheetApp.create'],
  ['Utilities.zip([])', 'Utilities.zip'],
  ['ScriptApp.AuthMode.NEVER', 'ScriptApp.AuthMode.NEVER'],
])('%s says that it is not here', (code, what) => {
  expect(errorOf(`${code};`)).toBe(`${what} is not part of the local Apps Script`);
});

test('what was missing is noted even if the script catches the error', () => {
  const script = scriptOf(
    'function go() { try { DriveApp.getFiles(); } catch (error) { return 1; } }',
  );
  expect(script.run('go')).toMatchObject({ result: 1, missing: ['DriveApp'] });
});

test('errors, arrays, objects and dates of services are the script’s own', () => {
  expect(
    resultOf(`
    let caught; try { sheet.getRange('none'); } catch (error) { caught = error; }
    sheet.getRange('A1').setValue(new Date());
    const rows = sheet.getRange('A1:A2').getValues();
    return [caught instanceof Error, caught.name, rows instanceof Array, rows[0] instanceof Array, rows[0][0] instanceof Date,
      PropertiesService.getScriptProperties().getProperties() instanceof Object];`),
  ).toEqual([true, 'Exception', true, true, true, true]);
});

test('time inside an execution follows the stand-in’s clock and what its calls have taken', () => {
  expect(
    resultOf(`
    const start = Date.now();
    Utilities.sleep(1500);
    return [start, Date.now() - start, new Date().getTime() - start, new Date(5).getTime(), new Date(2026, 0).constructor === Date];`),
  ).toEqual([NOON, 1500, 1500, 5, true]);
});

test('promises run before the execution ends; a rejected one is silent', () => {
  const script = scriptOf(`
    async function go() {
      await null;
      PropertiesService.getScriptProperties().setProperty('a', '1');
      throw new Error('unheard');
    }`);
  finished(script.run('go'));
  expect(script.properties.script.get('a')).toBe('1');
});

test('only top-level functions can be run', () => {
  const script = scriptOf('const arrow = () => 1; function real() { return 2; }');
  expect(script.run('real').result).toBe(2);
  expect(() => script.run('arrow')).toThrow(/has no function arrow/);
});

test('files are loaded alphabetically into one world', () => {
  const script = scriptOf({
    'b.js': 'function go() { return name; }',
    'a.js': "var name = 'from a';",
  });
  expect(script.run('go').result).toBe('from a');
});

test.each([
  [
    "Utilities.formatDate(new Date(0), 'Europe/Berlin', \"yyyy-MM-dd'T'HH:mm:ss Z EEE d MMMM\")",
    '1970-01-01T01:00:00 +0100 Thu 1 January',
  ],
  ["Utilities.formatDate(new Date(0), 'GMT+5:30', 'h:mm a')", '5:30 AM'],
  ["Utilities.base64Encode('héllo')", 'aMOpbGxv'],
  ['Utilities.base64EncodeWebSafe([-1, -2, -3])', '__79'],
  ["Utilities.newBlob(Utilities.base64Decode('aMOpbGxv')).getDataAsString()", 'héllo'],
  [
    "Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'a').slice(0, 3)",
    [-54, -105, -127],
  ],
  ["Utilities.computeHmacSha256Signature('value', 'key').length", 32],
  [
    "String(Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'é😀')) === String(Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, '??'))",
    true,
  ],
  [
    "String(Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'é', Utilities.Charset.UTF_8)) === String(Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, '?'))",
    false,
  ],
  [
    "String(Utilities.computeHmacSha256Signature('é', 'ü')) === String(Utilities.computeHmacSha256Signature('?', '?'))",
    true,
  ],
  [
    "String(Utilities.computeHmacSha256Signature('é', 'ü', Utilities.Charset.UTF_8)) === String(Utilities.computeHmacSha256Signature('?', '?'))",
    false,
  ],
  ["Utilities.base64Encode('é', Utilities.Charset.US_ASCII)", 'Pw=='],
  ["Utilities.newBlob('x').getContentType()", 'text/plain'],
  ['Utilities.newBlob([120]).getContentType()', null],
  ["Utilities.newBlob('x', 'text/html', 'page').getContentType()", 'text/html'],
  ["Utilities.newBlob('é').getDataAsString('ISO-8859-1')", 'Ã©'],
  ["Utilities.newBlob('').setName('a').setDataFromString('é', 'ISO-8859-1').getBytes()", [-23]],
  ["Utilities.formatString('%05d %s %.2f %%', 42, 'x', 1.005)", '00042 x 1.00 %'],
  [
    '/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(Utilities.getUuid())',
    true,
  ],
  ['Utilities.getUuid() === Utilities.getUuid()', false],
  ['Session.getActiveUser().getEmail()', 'owner@example.com'],
  ['Session.getScriptTimeZone()', 'Etc/UTC'],
])('%s', (code, expected) => {
  expect(resultOf(`return ${code};`)).toEqual(expected);
});

test('a rejected promise that nobody waits for does not end the program either', () => {
  const script = scriptOf(`
    async function fail() { await null; throw new Error('unheard'); }
    function go() { fail(); return 'went on'; }`);
  const program = `
    const { LocalAppsScript } = require('./local/apps-script');
    const script = new LocalAppsScript(${JSON.stringify({ folder: script.folder })});
    console.log(script.run('go').result);
    setTimeout(() => console.log('still alive'), 1);`;
  const options = { cwd: path.resolve(__dirname, '..', '..'), encoding: 'utf8' } as const;
  const said = execFileSync(process.execPath, ['--import', 'tsx', '--eval', program], options);
  expect(said).toBe('went on\nstill alive\n');
});

test('the process is listened to once, although a test runner puts listeners back after every file', () => {
  const node = vm.runInThisContext('process') as NodeJS.Process;
  const all = node.rawListeners('unhandledRejection') as NodeJS.UnhandledRejectionListener[];
  node.removeAllListeners('unhandledRejection');
  scriptOf('function go() {}').run('go');
  for (const one of node.listeners('unhandledRejection')) node.on('unhandledRejection', one);
  const heard = node.listenerCount('unhandledRejection');
  node.removeAllListeners('unhandledRejection');
  for (const one of all) node.on('unhandledRejection', one);
  expect(heard).toBe(1);
});
