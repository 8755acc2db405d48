/** Properties and cache: what they keep, for how long, and how much of it. They are the user's here, not the script's. */
import { type Case, oneOf, threw } from '../case';

const FULL = 'Long values have to be cut or divided earlier, and the error has other words.';
const props = () => PropertiesService.getUserProperties();
const cache = () => CacheService.getUserCache();

/** Runs with properties that are gone afterwards. */
function withProperties(action: (store: GoogleAppsScript.Properties.Properties) => unknown) {
  const store = props();
  try {
    return action(store);
  } finally {
    store.deleteAllProperties();
  }
}

const PROPERTIES: Case[] = [
  {
    name: 'a property that is not there',
    run: () => props().getProperty('nowhere'),
    ...{ expected: null, sure: 'documented', means: 'What is missing would look like a value.' },
  },
  {
    name: 'a property of a number comes back as a text',
    run: () => withProperties((store) => store.setProperty('n', 5 as never).getProperty('n')),
    expected: oneOf('5', '5.0'),
    sure: 'measured by others',
    means: 'A number that is stored would have to be read in another way.',
  },
  {
    name: 'a property of 9 KB is taken',
    run: () => withProperties((s) => s.setProperty('k', 'x'.repeat(9 * 1024 - 10)).getKeys()),
    ...{ expected: ['k'], sure: 'documented', means: FULL },
  },
  {
    name: 'a property of 10 KB is refused',
    run: () => withProperties((s) => s.setProperty('k', 'x'.repeat(10 * 1024)).getKeys()),
    expected: threw(/^(?:You have exceeded the property storage quota|Argument too large: value)/),
    sure: 'documented',
    means: FULL,
  },
  {
    name: 'a property of 9,216 letters of two bytes is refused',
    run: () => withProperties((s) => s.setProperty('k', 'é'.repeat(9216)).getKeys()),
    expected: threw(/^(?:You have exceeded the property storage quota|Argument too large: value)/),
    sure: 'assumed',
    means: 'The limit counts letters instead of bytes: twice as much fits.',
  },
  {
    name: 'an empty text is a property like any other',
    run: () => withProperties((s) => s.setProperty('k', '').getProperty('k')),
    ...{ expected: '', sure: 'assumed', means: 'A value that was emptied would look missing.' },
  },
  {
    name: 'setProperties leaves the others in place',
    run: () =>
      withProperties((s) => {
        s.setProperty('a', '1');
        s.setProperties({ b: '2' });
        return s.getProperties();
      }),
    expected: { a: '1', b: '2' },
    sure: 'documented',
    means: 'What is kept would be lost when something else is.',
  },
  {
    name: 'setProperties(…, true) takes the others away',
    run: () =>
      withProperties((s) => {
        s.setProperty('a', '1');
        s.setProperties({ b: '2' }, true);
        return s.getKeys();
      }),
    ...{ expected: ['b'], sure: 'documented', means: 'Old values would stay.' },
  },
  {
    name: 'deleteProperty of what is not there is no error',
    run: () => withProperties((s) => s.deleteProperty('nowhere').getKeys()),
    expected: [],
    sure: 'assumed',
    means: 'Taking out what is done would need a look first.',
  },
  {
    name: 'a property without a name',
    run: () => withProperties((s) => s.setProperty('', 'x').getKeys()),
    expected: threw(/./),
    sure: 'assumed',
    means: 'An empty name would be taken for a real one.',
  },
];

const CACHE: Case[] = [
  {
    name: 'the cache gives back what was put in',
    run: () => {
      cache().put('k', 'v', 60);
      return cache().get('k');
    },
    ...{
      expected: 'v',
      sure: 'documented',
      means: 'Nothing could be remembered between messages.',
    },
  },
  {
    name: 'the cache gives null for what it does not have',
    run: () => cache().get(`nowhere ${Math.random()}`),
    ...{ expected: null, sure: 'documented', means: 'What is missing would look like a value.' },
  },
  {
    name: 'getAll gives only what is there',
    run: () => {
      cache().putAll({ a: '1', b: '2' }, 60);
      return cache().getAll(['a', 'b', 'nowhere']);
    },
    ...{ expected: { a: '1', b: '2' }, sure: 'documented', means: 'Missing values look present.' },
  },
  {
    name: 'the cache forgets in time',
    run: () => {
      cache().put('brief', 'v', 1);
      Utilities.sleep(2500);
      return cache().get('brief');
    },
    expected: null,
    sure: 'documented',
    means: 'A mark would hold longer than it should.',
  },
  {
    name: 'remove takes a value out at once',
    run: () => {
      cache().put('gone', 'v', 60);
      cache().remove('gone');
      return cache().get('gone');
    },
    ...{ expected: null, sure: 'documented', means: 'What was taken out would still be met.' },
  },
  {
    name: 'a cache key of 250 characters is taken',
    run: () => {
      cache().put('k'.repeat(250), 'v', 60);
      return cache().get('k'.repeat(250));
    },
    ...{ expected: 'v', sure: 'documented', means: 'Keys have to be shorter.' },
  },
  {
    name: 'a cache key of 251 characters is refused',
    run: () => cache().put('k'.repeat(251), 'v', 60),
    expected: threw('Argument too large: key'),
    sure: 'documented',
    means: 'Keys may be longer, or are cut in silence.',
  },
  {
    name: 'a cache value of 100 KB is taken',
    run: () => {
      cache().put('large', 'x'.repeat(100 * 1024), 60);
      return cache().get('large')?.length ?? null;
    },
    ...{ expected: 100 * 1024, sure: 'documented', means: FULL },
  },
  {
    name: 'a cache value of more than 100 KB is refused',
    run: () => cache().put('large', 'x'.repeat(100 * 1024 + 1), 60),
    expected: threw('Argument too large: value'),
    sure: 'documented',
    means: FULL,
  },
  {
    name: 'the cache takes no null',
    run: () => cache().put('k', null as never, 60),
    expected: threw(/./),
    sure: 'assumed',
    means: 'A missing value would be stored as a word.',
  },
  {
    name: 'the cache takes no time of more than six hours for longer',
    run: () => {
      cache().put('long', 'v', 21_600);
      return cache().get('long');
    },
    ...{ expected: 'v', sure: 'documented', means: 'Marks would hold for less than six hours.' },
  },
];

export const STORES: Case[] = [...PROPERTIES, ...CACHE];
