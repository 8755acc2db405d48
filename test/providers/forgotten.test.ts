/** *My data* and *Delete me* over every provider: with a button where there are any, else in words. */
import { Business, type BusinessOptions } from '../support/business';
import { everythingKept, leaves } from '../support/forgotten';
import type { ProviderName } from '../support/providers';

const PROVIDERS: ProviderName[] = ['meta', '360dialog', 'twilio', 'green', 'telegram'];

test.each(PROVIDERS)('%s', (provider) => {
  // Over another provider it is typed as over Meta: what follows uses what every stand-in has.
  const shop = new Business({ provider } as BusinessOptions);
  const anna = shop.person('Anna Ashe', '447700900001');
  const ben = shop.person('Ben', '447700900002');
  shop.invites(anna, ben);
  const known = [shop.keyOf(ben), ben.userId, ben.phone].flatMap((key) => key || []);
  expect(shop.writes(ben, 'My data')[0]?.text).toContain('Name: Ben');
  expect(leaves(shop, ben)[0]).toContain('Your data is being deleted now');
  const kept = everythingKept(shop);
  for (const key of known) expect(kept).not.toContain(key);
  expect(kept).not.toMatch(/\bBen\b/);
  expect(shop.writes(ben, 'My data')[0]?.text).toBe('We keep nothing that tells who you are.');
  shop.writes(ben, 'Start');
  expect(shop.row(ben)).toMatchObject({ Name: 'Ben', 'Invited by': shop.keyOf(anna) });
});
