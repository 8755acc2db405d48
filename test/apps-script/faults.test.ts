/** Faults: death, errors and interruptions at a chosen call, and what is left afterwards. */
import { finished, going, SHEET, scriptOf } from './script-of';

const STORE_TWICE = `
  const store = PropertiesService.getScriptProperties();
  store.setProperty('a', '1');
  store.setProperty('b', '2');`;

test.each([
  [1, 'before', []],
  [1, 'after', ['a']],
  [2, 'before', ['a']],
  [2, 'after', ['a', 'b']],
] as const)('death at call %i, %s it took effect', (call, when, kept) => {
  const script = going(STORE_TWICE);
  script.faults.dieAt = { call, when };
  const execution = script.run('go');
  expect(execution).toMatchObject({ died: true, error: `The execution died at call ${call}` });
  expect([...script.properties.script.keys()]).toEqual(kept);
});

test('a dead execution can do nothing more, whatever it catches', () => {
  const script = going(`
    try { CacheService.getScriptCache().get('x'); } catch (error) {}
    try { PropertiesService.getScriptProperties().setProperty('a', '1'); } catch (error) {}
    return 'survived';`);
  script.faults.dieAt = { call: 1, when: 'after' };
  const execution = script.run('go');
  expect(execution.died).toBe(true);
  expect(execution.result).toBeUndefined();
  expect(script.properties.script.size).toBe(0);
});

test('the web app of a dead execution answers with Google’s error page', () => {
  const script = scriptOf(`
    function doPost() {
      try { CacheService.getScriptCache().get('x'); } catch (error) {}
      return HtmlService.createHtmlOutput('fine');
    }`);
  script.faults.dieAt = { call: 1, when: 'before' };
  const answer = script.post({ queryString: '' });
  expect(answer.status).toBe(200);
  expect(answer.body).toContain('<title>Error</title>');
});

test('death loses unflushed writes and keeps those that were flushed', () => {
  const script = going(`
    sheet.getRange('A1').setValue('flushed');
    SpreadsheetApp.flush();
    sheet.getRange('A2').setValue('lost');
    CacheService.getScriptCache().get('x');`);
  script.faults.dieAt = { call: 4, when: 'after' };
  script.run('go');
  expect(script.spreadsheet.rows('Sheet1')).toEqual([['flushed']]);
});

test('death after a write, when what waited has just reached the sheet', () => {
  const script = going(`
    sheet.getRange('A1').setValue('first');
    CacheService.getScriptCache().get('x');
    sheet.getRange('A2').setValue('second');
    sheet.getRange('A3').setValue('third');`);
  script.faults.dieAt = { call: 2, of: 'spreadsheet.write', when: 'flushed' };
  expect(script.run('go').died).toBe(true);
  expect(script.spreadsheet.rows('Sheet1')).toEqual([['first'], ['second']]);
});

test('throwAt: a service error that the script can catch, without effect', () => {
  const script = going(`
    try { PropertiesService.getScriptProperties().setProperty('a', '1'); } catch (error) { return [error.name, error.message]; }`);
  script.faults.throwAt = { call: 1, message: 'Service unavailable' };
  expect(finished(script.run('go')).result).toEqual(['Exception', 'Service unavailable']);
  expect(script.properties.script.size).toBe(0);
});

test('faults strike the next top-level execution once, and none within it', () => {
  const script = going(STORE_TWICE);
  script.faults.interruptAt = { call: 1, run: () => finished(script.run('go')) };
  script.faults.dieAt = { call: 2, when: 'before' };
  expect(script.run('go').died).toBe(true);
  finished(script.run('go'));
  expect(script.faults).toEqual({});
});

describe('faults set in the middle of an execution strike in what runs there', () => {
  const nested = (set: (script: ReturnType<typeof going>) => void) => {
    const script = going(STORE_TWICE);
    script.faults.interruptAt = {
      call: 1,
      run: () => {
        set(script);
        script.run('go');
      },
    };
    finished(script.run('go'));
    return script.executions.map(({ died, error }) => died ?? error ?? 'fine');
  };

  test('death', () => {
    expect(nested(({ faults }) => (faults.dieAt = { call: 2, when: 'before' }))).toEqual([
      'fine',
      true,
    ]);
  });

  test('an error', () => {
    expect(nested(({ faults }) => (faults.throwAt = { call: 1, message: 'busy' }))).toEqual([
      'fine',
      'busy',
    ]);
  });

  test('an interruption, and a death in the innermost', () => {
    const ran = nested((script) => {
      script.faults.interruptAt = {
        call: 2,
        run: () => {
          script.faults.dieAt = { call: 1, when: 'after' };
          script.run('go');
        },
      };
    });
    expect(ran).toEqual(['fine', 'fine', true]);
  });

  test('once, though the execution is repeated for its wait at a lock', () => {
    const script = scriptOf(`
      function locked() {
        LockService.getScriptLock().waitLock(30000);
        CacheService.getScriptCache().get('x');
        CacheService.getScriptCache().get('y');
      }`);
    let interruptions = 0;
    const inTheInner = () => {
      script.faults.interruptAt = { call: 1, run: () => void interruptions++ };
      script.faults.dieAt = { call: 2, when: 'after' };
      script.run('locked');
    };
    script.faults.interruptAt = { call: 2, run: inTheInner };
    finished(script.run('locked'));
    expect(script.executions.map(({ died }) => died ?? false)).toEqual([false, true]);
    expect(interruptions).toBe(1);
  });
});

test('what an interruption throws comes out at the top, though the script catches everything', () => {
  const script = going("try { CacheService.getScriptCache().get('x'); } catch (error) {}");
  script.faults.interruptAt = {
    call: 1,
    run: () => {
      throw new Error('the test itself failed');
    },
  };
  expect(() => script.run('go')).toThrow('the test itself failed');
});

test('the owner’s hand in the middle of a call', () => {
  const script = scriptOf(`
    function go() { ${SHEET} sheet.getRange('A1').getValue(); return sheet.getRange('A1').getValue(); }`);
  script.faults.interruptAt = { call: 2, run: () => script.spreadsheet.type('Sheet1', 1, 1, 'x') };
  expect(script.run('go').result).toBe('x');
});

test('an execution of more than six minutes is killed, a simple trigger after thirty seconds', () => {
  const script = scriptOf(`
    function go() { Utilities.sleep(300000); Utilities.sleep(61000); return 'late'; }
    function onOpen() { Utilities.sleep(31000); }`);
  const killed = { died: true, error: 'Exceeded maximum execution time' };
  expect(script.run('go')).toMatchObject(killed);
  expect(script.open()).toMatchObject(killed);
});

test('calls are counted by kind and listed in order; handles cost nothing', () => {
  const script = going(`
    const range = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange(1, 1).offset(1, 1);
    range.getRow(); Utilities.getUuid(); ScriptApp.getService().getUrl();
    sheet.getRange('A1:B1').setValues([[1, 2]]);
    sheet.getLastRow();
    CacheService.getScriptCache().getAll(['a', 'b']);`);
  expect(finished(script.run('go'))).toMatchObject({
    calls: { 'spreadsheet.write': 1, 'spreadsheet.read': 1, cache: 1 },
    trace: [
      { n: 1, kind: 'spreadsheet.write', what: 'Sheet1!A1:B1 setValues' },
      { n: 2, kind: 'spreadsheet.read', what: 'Sheet1 getLastRow' },
      { n: 3, kind: 'cache', what: 'getAll a, b (script)' },
    ],
  });
});

test('modelled time: the first read is dear, later ones are not; a write costs when it is flushed', () => {
  const ms = (body: string) => finished(going(body).run('go')).modelledMs;
  expect(ms("sheet.getRange('A1').getValue();")).toBeCloseTo(300, 0);
  expect(ms("sheet.getRange('A1').getValue(); sheet.getRange('A1').getValue();")).toBeCloseTo(
    330,
    0,
  );
  expect(ms("sheet.getRange('A1').setValue(1);")).toBeCloseTo(202, 0);
  expect(ms("sheet.createTextFinder('x').findNext();")).toBeCloseTo(300, 0);
  expect(
    ms("CacheService.getScriptCache().put('a', 'b'); CacheService.getScriptCache().get('a');"),
  ).toBe(64);
});
