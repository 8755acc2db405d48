/** A page that the web app served: whoever has it can call the script, as the deployer. */
import { scriptOf } from './script-of';

const SCRIPT = `
  function doGet() { return HtmlService.createHtmlOutput('<b>"it’s" {a: 1}</b>').setTitle('Shop'); }
  function doPost() { return ContentService.createTextOutput('text'); }
  function add(a, b) { return { sum: a + b, at: undefined }; }
  function who() { return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()]; }
  function lock() { return LockService.getDocumentLock(); }
  function screen() { SpreadsheetApp.getUi(); }
  function write() { SpreadsheetApp.getActive().getSheetByName('Sheet1').appendRow(['by a stranger']); }
  function date() { return new Date(); }
  function hidden_() { return 1; }
  const arrow = () => 1;
  var notFunction = 1;`;

const opened = () => {
  const script = scriptOf(SCRIPT);
  return { script, page: script.webPage(script.get()) };
};

test('it names every top-level function that does not end in _', () => {
  expect(opened().page.functions).toEqual([
    'doGet',
    'doPost',
    'add',
    'who',
    'lock',
    'screen',
    'write',
    'date',
  ]);
});

test('the visitor calls them with the deployer’s rights', () => {
  const { script, page } = opened();
  expect(page.run('add', [1, 2])).toEqual({ sum: 3 });
  page.run('write');
  expect(script.spreadsheet.rows('Sheet1')).toEqual([['by a stranger']]);
  expect(script.executions.map(({ as }) => as)).toEqual(['webApp', 'visitor', 'visitor']);
});

test('nobody knows who the visitor is; there is no document lock and no screen', () => {
  const { page } = opened();
  expect(page.run('who')).toEqual(['', 'owner@example.com']);
  expect(page.run('lock')).toBeNull();
  expect(() => page.run('screen')).toThrow('Cannot call SpreadsheetApp.getUi() from this context.');
});

test('what the page does not name cannot be called, and a Date does not travel', () => {
  const { page } = opened();
  expect(() => page.run('hidden_')).toThrow('google.script.run.hidden_ is not a function');
  expect(() => page.run('arrow')).toThrow('google.script.run.arrow is not a function');
  expect(() => page.run('date')).toThrow(/cannot carry a Date/);
});

test.each([
  ['text', SCRIPT],
  ['an error', 'function doPost() { null.x; }'],
])('%s carries no google.script.run', (_, code) => {
  const script = scriptOf(code);
  const page = script.webPage(script.post({ queryString: '' }));
  expect(page.functions).toEqual([]);
  expect(() => page.run('add', [1, 2])).toThrow('google.script.run.add is not a function');
});

test('in the web app itself nobody knows who asks', () => {
  const script = scriptOf(
    'function doGet() { return ContentService.createTextOutput(Session.getActiveUser().getEmail()); }',
  );
  expect(script.echo(script.get().headers.location ?? '')).toBe('');
});

test('what a page was given is not kept with the executions', () => {
  const script = scriptOf('function rows() { return [[1, 2], [3, 4]]; }');
  expect(script.page('rows')).toEqual([
    [1, 2],
    [3, 4],
  ]);
  expect(script.executions.at(-1)).toMatchObject({ function: 'rows', as: 'page' });
  expect(script.executions.at(-1)).not.toHaveProperty('result');
  expect(script.run('rows').result).toHaveLength(2);
});
