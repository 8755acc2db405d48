/** Triggers: on the clock, on what the owner does, and what a simple one may not do. */
import { finished, going, NOON, SHEET, scriptOf } from './script-of';

const MINUTE = 60_000;

test('time triggers run as they fall due, with the clock at their time', () => {
  const script = scriptOf(`
    function install() {
      ScriptApp.newTrigger('tick').timeBased().everyMinutes(5).create();
      ScriptApp.newTrigger('once').timeBased().after(7 * 60000).create();
    }
    function tick() { return new Date().toISOString(); }
    function once(e) { return e.minute; }`);
  finished(script.run('install'));
  const ran = script.advance(10 * MINUTE);
  expect(ran.map(({ function: name, at }) => [name, Math.round((at - NOON) / MINUTE)])).toEqual([
    ['tick', 5],
    ['once', 7],
    ['tick', 10],
  ]);
  expect(ran[0]?.result).toBe('2026-06-01T12:05:00.000Z');
  expect(ran[1]?.result).toBe(7);
  expect(script.clock.now).toBe(NOON + 10 * MINUTE);
  expect(script.triggers.map(({ handler }) => handler)).toEqual(['tick']);
});

test('an installed trigger has a screen when the owner sets it off, and none when the clock does', () => {
  const script = scriptOf(`
    function install() {
      ScriptApp.newTrigger('look').timeBased().everyMinutes(1).create();
      ScriptApp.newTrigger('look').forSpreadsheet(SpreadsheetApp.getActive()).onOpen().create();
    }
    function look() { return SpreadsheetApp.getUi() ? 'screen' : ''; }`);
  finished(script.run('install'));
  script.open();
  script.advance(MINUTE);
  expect(script.executions.slice(1)).toMatchObject([
    { result: 'screen' },
    { error: 'Cannot call SpreadsheetApp.getUi() from this context.' },
  ]);
});

test('triggers are listed and deleted', () => {
  const script = scriptOf(`
    function go() {
      ScriptApp.newTrigger('tick').timeBased().everyHours(1).create();
      ScriptApp.newTrigger('edit').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create();
      const all = ScriptApp.getProjectTriggers();
      ScriptApp.deleteTrigger(all[0]);
      return [all.map((one) => [one.getHandlerFunction(), one.getEventType() === ScriptApp.EventType.CLOCK, one.getTriggerSource()]),
        ScriptApp.getProjectTriggers().length];
    }`);
  expect(finished(script.run('go')).result).toEqual([
    [
      ['tick', true, 'CLOCK'],
      ['edit', false, 'SPREADSHEETS'],
    ],
    1,
  ]);
});

test('a script has at most 20 triggers, and times that Google offers', () => {
  const script = scriptOf(`
    function many() { for (let i = 0; i < 21; i++) ScriptApp.newTrigger('x').timeBased().everyMinutes(1).create(); }
    function odd() { ScriptApp.newTrigger('x').timeBased().everyMinutes(2); }`);
  expect(script.run('many').error).toMatch(/too many triggers/);
  expect(script.triggers).toHaveLength(20);
  expect(script.run('odd').error).toMatch(/must be one of 1, 5, 10, 15 or 30/);
});

test('a trigger whose function is gone fails', () => {
  const script = going("ScriptApp.newTrigger('gone').timeBased().everyMinutes(1).create();");
  finished(script.run('go'));
  expect(script.advance(MINUTE)[0]?.error).toBe('Script function not found: gone');
});

test('typing fires onEdit, simple and installed; a script’s own writes do not', () => {
  const script = scriptOf(`
    function onEdit(e) {
      CacheService.getScriptCache().put('edit', JSON.stringify([e.range.getA1Notation(), e.value, e.oldValue, e.source.getName(), e.user.getEmail()]));
      ${SHEET} sheet.getRange('Z1').setValue('by script');
    }
    function installed(e) { return UrlFetchApp.getRequest('https://example.com/' + e.value).url; }
    function install() { ScriptApp.newTrigger('installed').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create(); }
    function read() { return JSON.parse(CacheService.getScriptCache().get('edit')); }`);
  finished(script.run('install'));
  script.spreadsheet.fill('Sheet1', [['a', 'old']]);
  expect(script.executions).toHaveLength(1);
  script.spreadsheet.type('Sheet1', 1, 2, 'new');
  expect(script.executions.slice(1).map((one) => [one.function, one.as, one.error])).toEqual([
    ['onEdit', 'simple', undefined],
    ['installed', 'trigger', undefined],
  ]);
  expect(script.executions[2]?.result).toBe('https://example.com/new');
  expect(script.run('read').result).toEqual([
    'B1',
    'new',
    'old',
    'Local spreadsheet',
    'owner@example.com',
  ]);
});

test('pasting fires one onEdit, without values; sorting and moving fire onChange', () => {
  const script = scriptOf(`
    function onEdit(e) { console.log(e.range.getA1Notation(), e.value); }
    function changed(e) { console.log(e.changeType); }
    function install() { ScriptApp.newTrigger('changed').forSpreadsheet(SpreadsheetApp.getActive()).onChange().create(); }`);
  finished(script.run('install'));
  script.spreadsheet.paste('Sheet1', 2, 2, [
    ['a', 'b'],
    ['c', 'd'],
  ]);
  script.spreadsheet.insertRow('Sheet1', 1);
  expect(script.executions.flatMap(({ log }) => log)).toEqual([
    'B2:C3 undefined',
    'EDIT',
    'INSERT_ROW',
  ]);
});

test.each([
  [
    "UrlFetchApp.fetch('https://example.com')",
    /^You do not have permission to call UrlFetchApp\.fetch\. Required permissions: /,
  ],
  [
    'ScriptApp.getProjectTriggers()',
    /^You do not have permission to call ScriptApp\.getProjectTriggers/,
  ],
  [
    "SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput(''), 'Title')",
    /^You do not have permission to call Ui\.showModalDialog\. Required permissions: https:\/\/www\.googleapis\.com\/auth\/script\.container\.ui$/,
  ],
  [
    "SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(''))",
    /^You do not have permission to call Ui\.showSidebar\./,
  ],
  [
    'SpreadsheetApp.openById(SpreadsheetApp.getActive().getId())',
    /^You do not have permission to call SpreadsheetApp\.openById\. Required permissions: https:\/\/www\.googleapis\.com\/auth\/spreadsheets$/,
  ],
  ["SpreadsheetApp.getUi().alert('Hello')", undefined],
  ["CacheService.getScriptCache().get('x')", undefined],
  ['LockService.getDocumentLock().tryLock(0)', undefined],
  ["SpreadsheetApp.getUi().createMenu('M').addToUi()", undefined],
])('a simple trigger calls %s: %s', (call, message) => {
  const error = scriptOf(`function onOpen() { ${call}; }`).open()?.error;
  if (message) expect(error).toMatch(message);
  else expect(error).toBeUndefined();
});

test('whether a simple trigger may use properties is a switch', () => {
  const script = scriptOf(
    "function onEdit() { PropertiesService.getScriptProperties().getProperty('x'); }",
  );
  script.spreadsheet.type('Sheet1', 1, 1, 'a');
  script.quirks.simpleTriggersMayUseProperties = false;
  script.spreadsheet.type('Sheet1', 1, 1, 'b');
  expect(script.executions.map(({ error }) => error)).toEqual([
    undefined,
    expect.stringContaining('You do not have permission'),
  ]);
});

test('a script without onOpen and onEdit just does nothing', () => {
  const script = scriptOf('');
  script.spreadsheet.type('Sheet1', 1, 1, 'a');
  expect(script.open()).toBeUndefined();
  expect(script.executions).toEqual([]);
});

test('a failing test in a trigger’s log: errors and console lines are kept', () => {
  const script = scriptOf(
    "function onOpen() { Logger.log('a %s', 1); console.error({ b: 2 }); null.x; }",
  );
  expect(script.open()).toMatchObject({
    log: ['a 1', '{ b: 2 }'],
    error: expect.stringContaining('Cannot read properties of null'),
  });
});

test('a trigger is set on the script’s own spreadsheet, by itself or by its id, and on no other', () => {
  const script = scriptOf(`
    const on = (spreadsheet) => ScriptApp.newTrigger('x').forSpreadsheet(spreadsheet).onEdit().create();
    function own() { on(SpreadsheetApp.getActive()); on(SpreadsheetApp.getActive().getId()); }
    function other() { on('another'); }`);
  finished(script.run('own'));
  expect(script.run('other').error).toMatch(/^Document another is missing/);
  expect(script.triggers).toHaveLength(2);
});
