/** Somebody is forgotten whose rows stand in the windows of a database. */

import { ownerOf } from '../owner/owner';
import { MINUTE } from '../support/business';
import { contentsOf } from '../support/database';
import { everythingKept } from '../support/forgotten';
import { looks, rowOf, shown, stored, types, windowShop } from './window-shop';

// PostgreSQL takes its time to begin.
jest.setTimeout(90_000);

test('nothing of them is left in the tabs, what was just typed included, and nobody takes it for edits', () => {
  const shop = windowShop();
  const [anna, ben] = [shop.person('Anna', '447700900001'), shop.person('Ben', '447700900002')];
  shop.invites(anna, ben);
  shop.script.database.query(
    `insert into sheet_referrals.clients (phone, name, invited_by, inviter_name, code, joined)
    select '4915110000' || 100 + n, 'Friend ' || n, '447700900002', 'Ben', 'f' || n, ${shop.script.clock.now} from generate_series(1, 60) n`,
  );
  shop.script.spreadsheet.insertColumn('Clients', 1);
  types(shop, 1, 1, 'Birthday');
  looks(shop);
  expect(shown(shop)).toHaveLength(62);
  types(shop, rowOf(shop, 'Ben'), 1, 'Ben in May');
  looks(shop);
  // Nobody has looked at these yet.
  types(shop, rowOf(shop, 'Anna'), 'Note', 'a friend of +44 7700 900002');
  ownerOf(shop).forgetPerson('447700900002');
  shop.wait(15 * MINUTE);
  const left = everythingKept(shop) + contentsOf(shop.script);
  expect(/900 ?002|Ben\b/.exec(left)?.[0]).toBeUndefined();
  expect(shown(shop)).toHaveLength(62);
  expect(
    shown(shop)
      .map((row) => row["Inviter's name"])
      .filter(Boolean),
  ).toEqual(['Anna']);
  expect(stored(shop).filter((row) => row.invited_by?.startsWith('forgotten:'))).toHaveLength(60);
  expect(shop.script.spreadsheet.rows('Problems').slice(1).flat().filter(Boolean)).toEqual([]);
});
