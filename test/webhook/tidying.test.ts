/** How the journal is tidied up after a crowd: in one call while others wait, and away by the trigger. */
import type { Execution } from '../../local/apps-script';
import { metaWebhook, textMessage } from '../../local/whatsapp/meta/webhooks';
import { Business, MINUTE } from '../support/business';

const CROWD = 12;

function writes(shop: Business, n: number): Execution {
  const from = String(447_800_000_000 + n);
  const message = textMessage({ from, name: `G${n}`, text: 'Link', at: shop.script.clock.now });
  shop.post(JSON.stringify(metaWebhook([message])));
  return shop.last();
}

/** Some find the lock taken and go home; the last one finds it free, and carries all. */
function crowdComes(shop: Business, from = 0): Execution {
  shop.script.faults.lockRefused = true;
  for (let n = 1; n < CROWD; n++) writes(shop, from + n);
  shop.script.faults.lockRefused = false;
  return writes(shop, from);
}

const deletions = ({ trace }: Execution) =>
  trace.filter(({ what }) => what.startsWith('deleteProperty')).length;

test('a crowd’s entries are emptied in one call, and the trigger clears them away', () => {
  const shop = new Business();
  const carrier = crowdComes(shop);
  expect(shop.rows('Clients')).toHaveLength(CROWD);
  expect(shop.pending()).toEqual([]);
  expect(deletions(carrier)).toBe(0);
  expect(shop.emptied()).toHaveLength(CROWD);
  expect(deletions(shop.triggerRuns())).toBe(CROWD);
  expect(shop.emptied()).toEqual([]);
});

test('nothing that has been emptied is handled again', () => {
  const shop = new Business();
  crowdComes(shop);
  shop.script.cache.forget();
  const sent = shop.script.usedToday.fetches;
  shop.wait(5 * MINUTE);
  expect(shop.script.usedToday.fetches).toBe(sent);
  expect(shop.rows('Clients')).toHaveLength(CROWD);
});

test('the trigger has its own time: what it cannot clear away now, it does later', () => {
  const shop = new Business();
  const { script } = shop.script.properties;
  for (let n = 0; n < 200; n++) script.set(`pending.old${n}`, '[]');
  const first = shop.triggerRuns();
  expect(first.modelledMs).toBeLessThan(3750);
  expect(shop.emptied().length).toBeGreaterThan(0);
  for (let n = 0; n < 5; n++) shop.triggerRuns();
  expect(shop.emptied()).toEqual([]);
});

test('where the trigger does not run, the store does not fill up', () => {
  const shop = new Business();
  const { script } = shop.script.properties;
  for (let n = 0; n < 600; n++) script.set(`pending.old${n}`, '[]');
  for (let n = 0; n < 10; n++) crowdComes(shop, n * CROWD);
  expect(shop.rows('Clients')).toHaveLength(10 * CROWD);
  expect(shop.emptied().length).toBeLessThan(600);
});

test('a full store takes nothing: then entries go one by one', () => {
  const shop = new Business();
  shop.script.faults.lockRefused = true;
  for (let n = 1; n < CROWD; n++) writes(shop, n);
  shop.script.faults.lockRefused = false;
  const { script } = shop.script.properties;
  const set = script.set.bind(script);
  script.set = (key, value) => {
    if (value === '[]') throw new Error('You have exceeded the property storage quota.');
    return set(key, value);
  };
  writes(shop, 0);
  script.set = set;
  expect(shop.pending()).toEqual([]);
  expect(shop.emptied()).toEqual([]);
});
