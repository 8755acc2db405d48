/** Limits of the account: thirty executions at once, and what a day allows. */
import { LocalAppsScript } from '../../local/apps-script';
import { finished, NOON, scriptOf } from './script-of';

const DAY = 24 * 60 * 60_000;
const TOO_MANY = 'There are too many scripts running simultaneously for this Google user account.';

describe('thirty executions at once', () => {
  const CODE = `
    function busy() { CacheService.getScriptCache().get('x'); return 'done'; }
    function doGet() { return ContentService.createTextOutput(busy()); }`;

  /** Each of so many runs in the middle of the one before; then `last` happens. */
  const inside = (depth: number, last: (script: LocalAppsScript) => void) => {
    const script = scriptOf(CODE);
    const deeper = (left: number) => {
      if (left === 0) return last(script);
      script.faults.interruptAt = { call: 1, run: () => deeper(left - 1) };
      script.run('busy');
    };
    deeper(depth);
    return script;
  };

  test('the thirtieth runs, the one after it is refused', () => {
    const script = inside(29, (busy) => {
      finished(busy.run('busy'));
    });
    expect(script.executions.map(({ result }) => result)).toEqual(Array(30).fill('done'));
    inside(30, (busy) => {
      expect(busy.run('busy')).toMatchObject({ error: TOO_MANY, trace: [] });
      expect(() => busy.page('busy')).toThrow(TOO_MANY);
    });
  });

  test.each([200, 429] as const)('a request of the web app then gets %i', (status) => {
    inside(30, (busy) => {
      busy.quirks.tooManyAtOnce = status;
      const answer = busy.get();
      expect(answer.status).toBe(status);
      if (status === 200) expect(answer.body).toContain(TOO_MANY);
    });
  });

  test('one that waits for a lock counts', () => {
    const script = scriptOf(
      'function locked() { LockService.getScriptLock().waitLock(30000); CacheService.getScriptCache().get("x"); }',
    );
    script.limits.simultaneous = 3;
    const inTheMiddle = () => {
      for (let i = 0; i < 3; i++) script.run('locked');
    };
    script.faults.interruptAt = { call: 2, run: inTheMiddle };
    script.run('locked');
    expect(script.executions.filter(({ error }) => error === TOO_MANY)).toHaveLength(1);
    expect(script.executions.filter(({ error }) => error === undefined)).toHaveLength(3);
  });
});

describe('a day', () => {
  const CODE = `
    function fetch(n) { UrlFetchApp.fetchAll(Array(n).fill('https://example.com')); }
    function store() { PropertiesService.getScriptProperties().setProperty('a', '1'); }
    function all() { return Object.keys(PropertiesService.getScriptProperties().getProperties()).length; }
    function several() { PropertiesService.getScriptProperties().setProperties({ a: '1', b: '2' }); }
    function install() { ScriptApp.newTrigger('slow').timeBased().everyMinutes(10).create(); }
    function slow() { Utilities.sleep(240000); }`;
  const scriptWith = (limits: Partial<LocalAppsScript['limits']> = {}) => {
    const script = scriptOf(CODE, { outside: () => ({ status: 200, body: '' }) });
    Object.assign(script.limits, limits);
    return script;
  };

  test('a free account has 20,000 fetches, 50,000 properties, 100 mails, 10,000 connections and 90 minutes of triggers', () => {
    expect(scriptWith().limits).toEqual({
      simultaneous: 30,
      fetches: 20_000,
      properties: 50_000,
      mails: 100,
      connections: 10_000,
      failedConnections: 100,
      triggerMs: 5_400_000,
    });
  });

  test('fetches: each request of fetchAll counts, and those that do not fit are not sent', () => {
    const script = scriptWith({ fetches: 3 });
    finished(script.run('fetch', [2]));
    expect(script.run('fetch', [2]).error).toBe(
      'Service invoked too many times for one day: urlfetch.',
    );
    expect(script.usedToday.fetches).toBe(2);
    finished(script.run('fetch', [1]));
    script.clock.now += DAY;
    finished(script.run('fetch', [3]));
  });

  test('properties: what is refused changes nothing, and the next day brings it back', () => {
    const script = scriptWith({ properties: 1 });
    expect(finished(script.run('all')).result).toBe(0);
    expect(script.run('store').error).toBe(
      'Service invoked too many times for one day: properties.',
    );
    expect(script.properties.script.size).toBe(0);
    script.clock.now += DAY;
    finished(script.run('store'));
  });

  test.each([
    ['once', 1, 1],
    ['each key', 3, 2],
  ] as const)('getProperties and setProperties count %s', (counts, all, several) => {
    const script = scriptWith();
    script.quirks.getPropertiesCounts = counts;
    for (const key of 'abc') script.properties.script.set(key, '1');
    finished(script.run('all'));
    expect(script.usedToday.properties).toBe(all);
    finished(script.run('several'));
    expect(script.usedToday.properties).toBe(all + several);
  });

  test('triggers: time adds up, then they do not begin; the web app and the owner still do', () => {
    const script = scriptWith({ triggerMs: 500_000 });
    finished(script.run('install'));
    const ran = script.advance(40 * 60_000);
    expect(ran.map(({ error }) => error ?? 'ran')).toEqual([
      'ran',
      'ran',
      'ran',
      'Service using too much computer time for one day',
    ]);
    expect(script.usedToday.triggerMs).toBe(720_000);
    finished(script.run('slow', [], 'menu'));
    script.clock.now = NOON + DAY;
    expect(script.advance(0)[0]?.error).toBeUndefined();
  });

  test('what is used is remembered over a restart', () => {
    const script = scriptWith({ fetches: 3 });
    finished(script.run('fetch', [2]));
    const again = new LocalAppsScript({ folder: script.folder, state: script.save() });
    expect(again.usedToday.fetches).toBe(2);
  });
});
