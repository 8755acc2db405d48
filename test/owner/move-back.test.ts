/** Moving back into the sheet: everybody comes as they are, in the middle of traffic, and nothing is lost wherever it stops. */

import { buys, type Cast, minutesPass, rewardShop } from '../rewards/shop';
import { Business, MINUTE } from '../support/business';
import { inPart } from '../support/part';
import { comeBack, connect, inSheet, inTable, isMoved, moveBack, moveOver } from './moving';
import { fillClients, ownerOf } from './owner';

/** Everything that stands in a tab: texts, formulas and notes. */
function tabAsItIs(shop: Business, tab: 'Clients' | 'Rewards') {
  const { spreadsheet } = shop.script;
  return spreadsheet.rows(tab).map((cells, row) =>
    cells.map((text, column) => {
      const formula = spreadsheet.formula(tab, row + 1, column + 1);
      const note = spreadsheet.note(tab, row + 1, column + 1);
      return [text, formula, note].filter(Boolean).join(' | ');
    }),
  );
}

/** A shop with people, a reward with a remark, columns of the owner's, somebody forgotten, and rows that were typed. */
function shopWithAll(): Cast {
  const cast = rewardShop();
  const { shop, anna, ben, cleo } = cast;
  shop.taps(ben, anna);
  buys(shop, ben);
  minutesPass(shop);
  shop.taps(cleo, anna);
  shop.writes(cleo, 'Stop');
  const { spreadsheet } = shop.script;
  const width = shop.script.spreadsheet.rows('Clients', 1)[0]?.length ?? 0;
  ['City', 'Since', 'Double'].forEach((heading, n) => {
    spreadsheet.type('Clients', 1, width + 1 + n, heading);
  });
  spreadsheet.type('Clients', 2, width + 1, 'Zürich');
  spreadsheet.type('Clients', 2, width + 2, '2026-05-01');
  spreadsheet.type('Clients', 2, width + 3, '=2*K2');
  spreadsheet.type('Clients', 3, width + 1, '12.5');
  spreadsheet.fill('Clients', [
    { Phone: '447700900555', Name: 'Typed', City: 'Bern', 'Invited by': '' },
    { Phone: '447700900666', Name: 'Also typed', City: '', 'Invited by': anna.phone ?? '' },
  ]);
  ownerOf(shop).forgetPerson(cleo.phone ?? '');
  shop.wait(30 * MINUTE);
  return cast;
}

/** The same shop, with everybody in the database and the tabs as its windows. */
function shopInDatabase(): Cast & { before: unknown } {
  const cast = shopWithAll();
  const { shop } = cast;
  const before = (['Clients', 'Rewards'] as const).map((tab) => tabAsItIs(shop, tab));
  connect(shop);
  moveOver(shop);
  shop.wait(5 * MINUTE);
  return { ...cast, before };
}

test('over and back everything is as it was, and nothing of the database is left in the sheet', () => {
  const { shop, before } = shopInDatabase();
  expect(shop.script.spreadsheet.columnOf('Clients', 'Database')).toBeGreaterThan(0);
  const people = inTable(shop, 'Clients').length;
  expect(moveBack(shop)).toEqual({ switched: true, people, referrals: 3, rewards: 2 });
  expect(isMoved(shop)).toBe(false);
  const after = (['Clients', 'Rewards'] as const).map((tab) => tabAsItIs(shop, tab));
  expect(after).toEqual(before);
  const kept = [...shop.script.properties.script.keys()];
  expect(kept.filter((name) => /^(window|moving|numbers\.seen|columnsMove)/.test(name))).toEqual([]);
  expect(kept).toContain('database.next');
});

test('those who are none of the newest come back to where they were, with all that stands beside them', () => {
  const shop = new Business();
  fillClients(shop, 5300);
  const { spreadsheet } = shop.script;
  const width = spreadsheet.rows('Clients', 1)[0]?.length ?? 0;
  ['City', 'Day', 'Links'].forEach((heading, n) => {
    spreadsheet.type('Clients', 1, width + 1 + n, heading);
  });
  spreadsheet.type('Clients', 3, width + 1, 'Zürich');
  spreadsheet.type('Clients', 4, width + 2, '2026-05-01');
  spreadsheet.type('Clients', 5300, width + 1, '0041');
  spreadsheet.type('Settings', 1, 8, '=COUNTA(Clients!A2:A)');
  const before = tabAsItIs(shop, 'Clients');
  connect(shop);
  moveOver(shop);
  shop.wait(20 * MINUTE);
  expect(spreadsheet.rows('Clients')).toHaveLength(5001);
  expect(moveBack(shop)).toMatchObject({ switched: true, people: 5300 });
  const after = tabAsItIs(shop, 'Clients');
  expect(after.length).toBe(before.length);
  expect(after.filter((row, index) => String(row) !== String(before[index])).slice(0, 5)).toEqual([]);
  expect(spreadsheet.formula('Settings', 1, 8)).toBe('=COUNTA(Clients!A2:A)');
});
