/** Locks really exclude, also an execution that runs in the middle of the one that holds them. */
import { errorOf, finished, going, resultOf, SHEET, scriptOf } from './script-of';

const APPEND = `
function go(text, patience) {
  ${SHEET}
  CacheService.getScriptCache().put(text, 'came');
  const lock = LockService.getScriptLock();
  if (!lock.tryLock(patience === undefined ? 10000 : patience)) return 'refused';
  sheet.appendRow([text]);
  SpreadsheetApp.flush();
  lock.releaseLock();
  return 'done at ' + new Date().toISOString();
}`;
/** Metered calls of `go`: put, tryLock, appendRow, flush, releaseLock. */
const CALLS = 5;

test.each(Array.from({ length: CALLS }, (_, i) => i + 1))(
  'with a lock no row is lost, in whichever call (%i) the other one comes',
  (call) => {
    const script = scriptOf(APPEND);
    script.faults.interruptAt = { call, run: () => script.run('go', ['inner']) };
    finished(script.run('go', ['outer']));
    const [outer, inner] = script.executions.sort((a, b) => a.id - b.id);
    expect([outer?.result, inner?.result]).toEqual([
      expect.stringContaining('done'),
      expect.stringContaining('done'),
    ]);
    expect(script.spreadsheet.rows('Sheet1').flat().sort()).toEqual(['inner', 'outer']);
    expect(inner?.waiting).toBeUndefined();
    expect(inner?.calls).toEqual(outer?.calls);
  },
);

test('an execution that waits is answered when the lock is released, its wait counted', () => {
  const script = scriptOf(APPEND);
  let waiting: boolean | undefined;
  script.faults.interruptAt = {
    call: 3,
    run: () => {
      waiting = script.run('go', ['inner']).waiting;
    },
  };
  const outer = finished(script.run('go', ['outer']));
  const inner = script.executions.find((execution) => execution.id !== outer.id);
  expect(waiting).toBe(true);
  expect(script.spreadsheet.rows('Sheet1')).toEqual([['outer'], ['inner']]);
  expect(inner?.modelledMs).toBeGreaterThan(outer.modelledMs - 100);
});

test('what happened before the lock is not done again', () => {
  const script = scriptOf(`
    function add() {
      const store = PropertiesService.getScriptProperties();
      store.setProperty('count', Number(store.getProperty('count')) + 1);
    }
    function go() {
      add();
      const id = Utilities.getUuid();
      PropertiesService.getScriptProperties().setProperty(id, 'mine');
      const lock = LockService.getScriptLock();
      lock.waitLock(10000);
      const known = PropertiesService.getScriptProperties().getProperty(id);
      lock.releaseLock();
      return known;
    }
    function hold() {
      LockService.getScriptLock().waitLock(1000);
      CacheService.getScriptCache().get('x');
    }`);
  script.faults.interruptAt = { call: 2, run: () => script.run('go') };
  finished(script.run('hold'));
  const go = script.executions.find((execution) => execution.function === 'go');
  expect(script.properties.script.get('count')).toBe('1');
  expect(go?.result).toBe('mine');
});

test('unflushed writes of an execution that waited are not lost', () => {
  const script = scriptOf(`
    function go() {
      ${SHEET} sheet.getRange('A1').setValue('early');
      LockService.getScriptLock().waitLock(10000);
      return sheet.getRange('A1').getValue();
    }
    function hold() {
      LockService.getScriptLock().waitLock(1000);
      CacheService.getScriptCache().get('x');
    }`);
  script.faults.interruptAt = { call: 2, run: () => script.run('go') };
  finished(script.run('hold'));
  expect(script.executions.find(({ function: name }) => name === 'go')?.result).toBe('early');
});

test('patience that ends before the lock is free: tryLock answers false, and the wait is counted', () => {
  const script = scriptOf(APPEND);
  script.faults.interruptAt = { call: 3, run: () => script.run('go', ['inner', 100]) };
  finished(script.run('go', ['outer']));
  const inner = script.executions.find((execution) => execution.result === 'refused');
  expect(inner?.modelledMs).toBeGreaterThanOrEqual(100);
  expect(script.spreadsheet.rows('Sheet1')).toEqual([['outer']]);
});

test('a web request that waits has status 0 until it is answered', () => {
  const script = scriptOf(`
    function doPost() {
      LockService.getScriptLock().waitLock(10000);
      CacheService.getScriptCache().get('x');
      return HtmlService.createHtmlOutput('');
    }`);
  let status: number | undefined;
  let answer = { status: -1 };
  script.faults.interruptAt = {
    call: 2,
    run: () => {
      answer = script.post({ queryString: '' });
      status = answer.status;
    },
  };
  script.post({ queryString: '' });
  expect([status, answer.status]).toEqual([0, 200]);
});

test('a lock ends with its execution, whatever the end', () => {
  const script = scriptOf(`
    function hold() { LockService.getScriptLock().waitLock(1000); throw new Error('oh'); }
    function go() { return LockService.getScriptLock().tryLock(0); }`);
  script.run('hold');
  expect(script.run('go').result).toBe(true);
  script.faults.dieAt = { call: 1, when: 'after' };
  script.run('hold');
  expect(script.run('go').result).toBe(true);
});

test('who waits for an execution that dies goes on afterwards', () => {
  const script = scriptOf(APPEND);
  script.faults = {
    dieAt: { call: 4, when: 'before' },
    interruptAt: { call: 3, run: () => script.run('go', ['inner']) },
  };
  expect(script.run('go', ['outer']).died).toBe(true);
  const inner = script.executions.find((execution) => !execution.died);
  expect(inner?.result).toMatch(/^done/);
  expect(script.spreadsheet.rows('Sheet1').flat()).toContain('inner');
});

test('the holder has the lock; tryLock again succeeds', () => {
  expect(
    resultOf(
      'const lock = LockService.getScriptLock(); return [lock.hasLock(), lock.tryLock(0), lock.tryLock(0), lock.hasLock(), lock.releaseLock(), lock.hasLock()];',
    ),
  ).toEqual([false, true, true, true, undefined, false]);
});

test('script, user and document locks are different; in a web app there is no document lock', () => {
  const script = scriptOf(`
    function doGet() { return ContentService.createTextOutput(String(LockService.getDocumentLock())); }
    function go() { return [LockService.getScriptLock().tryLock(0), LockService.getUserLock().tryLock(0), LockService.getDocumentLock().tryLock(0)]; }`);
  expect(script.run('go').result).toEqual([true, true, true]);
  expect(script.echo(script.get().headers.location ?? '')).toBe('null');
});

test('lockRefused: tryLock false, waitLock throws; or both throw', () => {
  const script = going('return LockService.getScriptLock().tryLock(500);');
  script.faults.lockRefused = true;
  expect(script.run('go')).toMatchObject({ result: false, modelledMs: 520 });
  script.faults.lockRefused = 'throws';
  expect(script.run('go').error).toBe(
    'There are too many LockService operations against the same script.',
  );
  const waiting = going('LockService.getScriptLock().waitLock(500);');
  waiting.faults.lockRefused = true;
  expect(waiting.run('go').error).toMatch(/^Lock timeout/);
});

test('a script that asks itself by fetch, while it holds the lock, waits in vain', () => {
  const url = 'https://script.google.com/macros/s/me/exec';
  expect(
    errorOf(
      `LockService.getScriptLock().waitLock(1000); throw new Error(UrlFetchApp.fetch('${url}').getContentText());
    } function doGet() { return ContentService.createTextOutput(String(LockService.getScriptLock().tryLock(2000)));`,
      { webAppUrl: url },
    ),
  ).toBe('false');
});

test('a script that goes another way the second time is told', () => {
  const script = scriptOf(`
    function go(first) {
      if (first.tries++ === 0) CacheService.getScriptCache().get('x');
      else PropertiesService.getScriptProperties().getProperty('x');
      LockService.getScriptLock().waitLock(10000);
    }
    function hold() { LockService.getScriptLock().waitLock(1000); CacheService.getScriptCache().get('x'); }`);
  let tries = 0;
  const changing = {
    get tries() {
      return tries++;
    },
  };
  script.faults.interruptAt = { call: 2, run: () => script.run('go', [changing]) };
  expect(() => script.run('hold')).toThrow(/cannot be repeated after its wait/);
});

test('a wait or a sleep of less than nothing takes no time', () => {
  const script = scriptOf(
    'function go() { Utilities.sleep(-100); return LockService.getScriptLock().tryLock(-100); }',
  );
  script.faults = { lockRefused: true };
  expect(script.run('go')).toMatchObject({ result: false, modelledMs: 20 });
});
