/** Contexts that are used again: what an execution finds in one, and what a script must not leave there. */
import { LocalAppsScript } from '../../local/apps-script';
import { DIST } from '../support/business';
import { finished, NOON, scriptOf } from './script-of';

const reusing = (code: string) => scriptOf(code, { reusesContexts: true });

test('an execution finds nothing of the one before', () => {
  const script = reusing(`
    var count = 0;
    (function () { var hidden = 0; globalThis.next = function () { return ++hidden; }; })();
    function go() {
      count++;
      const found = [count, next(), typeof Logger, typeof SpreadsheetApp.getActive, Date.now()];
      Logger = 'mine';
      return found;
    }`);
  for (const later of [0, 5]) {
    script.clock.now = NOON + later;
    const found = [1, 1, 'object', 'function', NOON + later];
    expect(finished(script.run('go')).result).toEqual(found);
  }
});

test('an execution inside of another has a context of its own', () => {
  const script = reusing(`
    var depth = 0;
    function go(times) {
      depth += times;
      UrlFetchApp.fetch('https://example.com/' + times);
      return depth;
    }`);
  const inner: unknown[] = [];
  const nested = new LocalAppsScript({
    folder: script.folder,
    reusesContexts: true,
    outside: ({ url }) => {
      const times = Number(url.split('/').at(-1));
      if (times > 1) inner.push(finished(nested.run('go', [times - 1])).result);
      return { status: 200, body: '' };
    },
  });
  expect(finished(nested.run('go', [3])).result).toBe(3);
  expect(inner).toEqual([1, 2]);
  expect(finished(nested.run('go', [1])).result).toBe(1);
});

test('one that dies leaves its context as one that ends well', () => {
  const script = reusing(`
    var seen = '';
    function go(text) {
      const before = seen;
      seen = text;
      PropertiesService.getScriptProperties().getProperties();
      return before;
    }`);
  script.faults = { dieAt: { call: 1, when: 'after' } };
  expect(script.run('go', ['first']).died).toBe(true);
  expect(finished(script.run('go', ['second'])).result).toBe('');
});

test.each([
  ['a global', 'globalThis.left = 1;', 'left'],
  ['a variable without a value', 'later = 1;', 'later'],
  ['a method of an array', 'Array.prototype.last = function () {};', 'Array.prototype'],
  ['another JSON', 'JSON.parse = function () {};', 'JSON.parse'],
])('%s that is left behind is told', (_, code, what) => {
  const script = reusing(`var later; function go() { ${code} }`);
  expect(() => script.run('go')).toThrow(`leaves ${what} changed`);
  expect(() => script.run('go')).toThrow(`leaves ${what} changed`);
});

test('without it a script may leave what it likes, and finds nothing of it', () => {
  const script = scriptOf(
    'function go() { const found = typeof left; globalThis.left = 1; [].__proto__.last = 1; return found; }',
  );
  for (const _ of [1, 2]) expect(finished(script.run('go')).result).toBe('undefined');
});

test('the pushed bundle leaves nothing behind', () => {
  const script = new LocalAppsScript({ folder: DIST, now: NOON, reusesContexts: true });
  for (const name of ['setUp', 'onOpen', 'drainPending', 'checkSetUp', 'listReferrals']) {
    finished(script.run(name));
  }
});
