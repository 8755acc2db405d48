/** Script Properties and the cache: what they keep, for how long, and how much. */
import { errorOf, finished, going, NOON, resultOf, scriptOf } from './script-of';

const FULL =
  'You have exceeded the property storage quota. Please remove some properties and try again.';

describe('properties', () => {
  test('are kept over executions, as text, each store for itself', () => {
    const script = scriptOf(`
      function put() {
        PropertiesService.getScriptProperties().setProperty('n', 5).setProperties({ a: 'b' });
        PropertiesService.getUserProperties().setProperty('u', 'x');
      }
      function get() {
        const store = PropertiesService.getScriptProperties();
        return [store.getProperty('n'), store.getProperty('none'), store.getProperties(), store.getKeys(),
          PropertiesService.getDocumentProperties().getKeys()];
      }`);
    finished(script.run('put'));
    expect(finished(script.run('get')).result).toEqual([
      '5',
      null,
      { n: '5', a: 'b' },
      ['n', 'a'],
      [],
    ]);
    expect(script.properties.user.get('u')).toBe('x');
  });

  test('can be deleted, and replaced as a whole', () => {
    expect(
      resultOf(`
      const store = PropertiesService.getScriptProperties();
      store.setProperties({ a: '1', b: '2' }).deleteProperty('a');
      const one = store.getKeys();
      store.setProperties({ c: '3' }, true);
      const other = store.getKeys();
      return [one, other, store.deleteAllProperties().getKeys()];`),
    ).toEqual([['b'], ['c'], []]);
  });

  test.each([
    ['x', 9 * 1024, 'no error'],
    ['x', 9 * 1024 + 1, FULL],
    ['ж', 4608, 'no error'],
    ['ж', 4609, FULL],
  ])('a value of %s × %i: %s', (letter, count, error) => {
    const body = `PropertiesService.getScriptProperties().setProperty('k', '${letter}'.repeat(${count}));`;
    expect(errorOf(body)).toBe(error);
  });

  test('a store holds 500 KB, and what does not fit changes nothing', () => {
    const script = going(`
      const store = PropertiesService.getScriptProperties();
      for (let i = 0; i < 55; i++) store.setProperty('k' + i, 'x'.repeat(9000));
      try { store.setProperties({ small: 'y', big: 'x'.repeat(9000), more: 'x'.repeat(9000) }); } catch (error) { return error.message; }`);
    expect(finished(script.run('go')).result).toBe(FULL);
    expect(script.properties.script.size).toBe(55);
  });
});

describe('the cache', () => {
  const PUT = "CacheService.getScriptCache().put('k', 'v', 60);";
  const two = (first: string) =>
    scriptOf(`
      function put() { ${first} }
      function get() { return CacheService.getScriptCache().get('k'); }`);

  test('forgets when the time has passed', () => {
    const script = two(PUT);
    finished(script.run('put'));
    script.advance(59_000);
    expect(script.run('get').result).toBe('v');
    script.advance(2_000);
    expect(script.run('get').result).toBeNull();
  });

  test.each([
    ["CacheService.getScriptCache().put('k', 'v');", 599],
    ["CacheService.getScriptCache().put('k', 'v', 999999);", 21_599],
  ])('%s lives %i seconds', (put, seconds) => {
    const script = two(put);
    finished(script.run('put'));
    script.clock.now = NOON + seconds * 1000;
    expect(script.run('get').result).toBe('v');
    script.clock.now += 2000;
    expect(script.run('get').result).toBeNull();
  });

  test('may forget at any time', () => {
    const script = two(PUT);
    finished(script.run('put'));
    script.cache.forget();
    expect(script.run('get').result).toBeNull();
    finished(script.run('put'));
    script.faults.cacheForgets = true;
    expect(script.run('get').result).toBeNull();
  });

  test('takes and gives several at once; what it lacks is left out', () => {
    expect(
      resultOf(`
      const cache = CacheService.getScriptCache();
      cache.putAll({ a: '1', b: '2', c: '3' });
      cache.remove('a'); cache.removeAll(['b']);
      return cache.getAll(['a', 'b', 'c']);`),
    ).toEqual({ c: '3' });
  });

  test.each([
    ["put('x'.repeat(250), 'v')", 'no error'],
    ["put('x'.repeat(251), 'v')", 'Argument too large: key'],
    ["put('k', 'x'.repeat(102400))", 'no error'],
    ["put('k', 'x'.repeat(102401))", 'Argument too large: value'],
    ["put('', 'v')", 'Argument cannot be empty: key'],
  ])('%s: %s', (call, error) => {
    expect(errorOf(`CacheService.getScriptCache().${call};`)).toBe(error);
  });

  test('over 1,000 items those that would end first are forgotten', () => {
    expect(
      resultOf(`
      const cache = CacheService.getScriptCache();
      cache.put('first', 'v', 10);
      const many = {};
      for (let i = 0; i < 1000; i++) many['k' + i] = 'v';
      cache.putAll(many, 600);
      return [cache.get('first'), Object.keys(cache.getAll(Object.keys(many))).length];`),
    ).toEqual([null, 900]);
  });
});

test('what changes the cache gives null', () => {
  expect(
    resultOf(`
      const cache = CacheService.getScriptCache();
      return [cache.put('a', '1'), cache.putAll({ b: '2' }, 60), cache.remove('a'), cache.removeAll(['b'])];`),
  ).toEqual([null, null, null, null]);
});
