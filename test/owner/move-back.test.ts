/** Moving back into the sheet: everybody comes as they are, in the middle of traffic, and nothing is lost wherever it stops. */
import { BOTH, buys, type Cast, minutesPass, rewardShop } from '../rewards/shop';
import { Business, MINUTE, type SavedBusiness } from '../support/business';
import { contentsOf } from '../support/database';
import { everythingKept } from '../support/forgotten';
import { inPart } from '../support/part';
import {
  comeBack,
  connect,
  inSheet,
  inTable,
  isMoved,
  moveBack,
  moveOver,
  tabAsItIs,
} from './moving';
import { ownerOf } from './owner';

jest.setTimeout(120_000);

/** A shop with people, a reward with a remark, columns of the owner's, somebody forgotten, and rows that were typed. */
function makeInSheet(): Business {
  const { shop, anna, ben, cleo } = rewardShop();
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
  return shop;
}

const tabsOf = (shop: Business) =>
  (['Clients', 'Rewards'] as const).map((tab) => tabAsItIs(shop, tab));

/** That shop in the sheet, and in the database: each is made once, and gone on from as often as needed. */
let inSheetFirst: SavedBusiness | undefined;
let moved: { saved: SavedBusiness; before: string[][][] } | undefined;
/** The one in the database that was made last: it is over when another one is. */
let last: Business | undefined;

function goneOn(saved: SavedBusiness): Cast {
  const shop = new Business({ settings: BOTH, saved, instead: saved.database ? last : undefined });
  if (saved.database) last = shop;
  return { shop, anna: shop.known('Anna'), ben: shop.known('Ben'), cleo: shop.known('Cleo') };
}

function shopWithAll(): Cast {
  inSheetFirst ??= makeInSheet().save();
  return goneOn(inSheetFirst);
}

/** The same shop, with everybody in the database and the tabs as its windows. */
function shopInDatabase(): Cast & { before: string[][][] } {
  moved ??= makeMoved();
  return { ...goneOn(moved.saved), before: moved.before };
}

function makeMoved() {
  const { shop } = shopWithAll();
  const before = tabsOf(shop);
  connect(shop);
  moveOver(shop);
  shop.wait(5 * MINUTE);
  const arrived = ['clients', 'rewards'].map((table) => `sheet_referrals.arriving_${table}`);
  // They are no part of what is saved.
  for (const table of arrived) {
    expect(shop.script.database.query(`select * from ${table}`)).toEqual([]);
  }
  last = shop;
  return { saved: shop.save(), before };
}

test('over and back everything is as it was, and nothing of the database is left in the sheet', () => {
  const { shop, before } = shopInDatabase();
  expect(shop.script.spreadsheet.columnOf('Clients', 'Database')).toBeGreaterThan(0);
  const people = inTable(shop, 'Clients').length;
  expect(moveBack(shop)).toEqual({ switched: true, people, referrals: 3, rewards: 2 });
  expect(isMoved(shop)).toBe(false);
  expect(tabsOf(shop)).toEqual(before);
  const kept = [...shop.script.properties.script.keys()];
  expect(kept.filter((name) => /^(window|moving|numbers\.seen|columnsMove)/.test(name))).toEqual(
    [],
  );
  expect(kept).toContain('database.next');
});

/** Rows of the window that the owner has deleted after the way back had begun: they have to come once more. */
function halfOfIt(shop: Business): void {
  ownerOf(shop).beginBack();
  for (const tab of ['Clients', 'Rewards'] as const) {
    shop.script.spreadsheet.deleteRow(tab, 2);
    shop.script.spreadsheet.deleteRow(tab, 2);
  }
}

test('stopped and gone on, what was typed meanwhile wins, and what messages have changed is there', () => {
  const { shop, anna, ben, cleo } = shopInDatabase();
  const { spreadsheet } = shop.script;
  halfOfIt(shop);
  spreadsheet.type('Clients', rowOf(shop, 'Typed'), 'Note', 'typed while it was stopped');
  spreadsheet.type('Clients', rowOf(shop, 'Also typed'), 'City', 'Wil');
  // Hours of the trigger: the windows rest.
  shop.wait(20 * MINUTE);
  shop.writes(cleo, 'Link');
  shop.writes(ben, 'Stop');
  shop.wait(20 * MINUTE);
  expect(inSheet(shop, 'Clients')).toHaveLength(3);
  comeBack(shop);
  spreadsheet.type('Clients', rowOf(shop, 'Typed'), 'Name', 'Typed twice');
  shop.wait(2 * MINUTE);
  shop.writes(anna, 'My referrals');
  expect(moveBack(shop).switched).toBe(true);
  shop.wait(11 * MINUTE);
  expect(inSheet(shop, 'Clients')).toEqual(inTable(shop, 'Clients'));
  expect(inSheet(shop, 'Rewards')).toEqual(inTable(shop, 'Rewards'));
  const rows = shop.rows('Clients');
  expect(rows.map(({ Name }) => Name)).toEqual([
    'Anna',
    'Ben',
    'Cleo',
    'Typed twice',
    'Also typed',
  ]);
  expect(rows[3]?.Note).toBe('typed while it was stopped');
  expect(rows[4]?.City).toBe('Wil');
  expect(shop.row(ben).Stopped).not.toBe('');
  expect(shop.rows('Problems')).toEqual([]);
});

test('whoever stays has the windows as they were, and what was typed meanwhile', () => {
  const { shop, anna, cleo } = shopInDatabase();
  const { spreadsheet } = shop.script;
  const owner = ownerOf(shop);
  halfOfIt(shop);
  spreadsheet.type('Clients', rowOf(shop, 'Typed'), 'Note', 'typed meanwhile');
  shop.taps(cleo, anna);
  expect(owner.databaseState().back).toBe('coming');
  while (owner.stayInDatabase());
  expect(owner.databaseState().back).toBeNull();
  shop.wait(15 * MINUTE);
  expect(
    inSheet(shop, 'Clients')
      .map(({ Name }) => Name)
      .sort(),
  ).toEqual(
    inTable(shop, 'Clients')
      .map(({ Name }) => Name)
      .sort(),
  );
  expect(inTable(shop, 'Clients').find(({ Name }) => Name === 'Typed')?.Note).toBe(
    'typed meanwhile',
  );
  expect(isMoved(shop)).toBe(true);
  expect(shop.rows('Problems')).toEqual([]);
});

test('what is left lying for a day ends by itself: the windows are needed', () => {
  const { shop, cleo } = shopInDatabase();
  halfOfIt(shop);
  shop.script.spreadsheet.type('Clients', rowOf(shop, 'Typed'), 'Note', 'typed meanwhile');
  shop.sleeps(13 * 60 * MINUTE);
  shop.wait(15 * MINUTE);
  expect(ownerOf(shop).databaseState().back).toBeNull();
  shop.writes(cleo, 'Link');
  shop.wait(2 * MINUTE);
  expect(inSheet(shop, 'Clients')).toHaveLength(5);
  expect(inTable(shop, 'Clients').find(({ Name }) => Name === 'Typed')?.Note).toBe(
    'typed meanwhile',
  );
});

test('what does not fit is refused with the figures, and nothing is done', () => {
  const { shop } = shopInDatabase();
  const { spreadsheet } = shop.script;
  const sizes = spreadsheet.sheetNames().map((name) => spreadsheet.size(name));
  const cells = sizes.reduce((all, { rows, columns }) => all + rows * columns, 0);
  spreadsheet.addSheet('Attic');
  spreadsheet.fill('Attic', [['full']], Math.floor((10_000_000 - cells) / 26) - 100);
  const before = tabAsItIs(shop, 'Clients');
  expect(() => ownerOf(shop).beginBack()).toThrow(
    /with 5 people and 2 rewards the spreadsheet would have 10,[\d,]+ cells, and Google lets it have 10,000,000/,
  );
  expect(tabAsItIs(shop, 'Clients')).toEqual(before);
  expect(ownerOf(shop).databaseState().back).toBeNull();
});

test('moved over once more, everything is compared anew', () => {
  const { shop, anna, cleo } = shopInDatabase();
  moveBack(shop);
  shop.wait(5 * MINUTE);
  shop.taps(cleo, anna);
  shop.wait(5 * MINUTE);
  const before = tabsOf(shop);
  connect(shop);
  expect(moveOver(shop)).toMatchObject({ switched: true, people: 5 });
  shop.wait(11 * MINUTE);
  expect(moveBack(shop)).toMatchObject({ switched: true, people: 5 });
  expect(tabsOf(shop)).toEqual(before);
});

test('somebody who is forgotten on the way is in neither place, and a number that is typed becomes a client', () => {
  const { shop, ben } = shopInDatabase();
  const { spreadsheet } = shop.script;
  const owner = ownerOf(shop);
  comeBack(shop);
  owner.forgetPerson(ben.phone ?? '');
  shop.wait(15 * MINUTE);
  spreadsheet.type('Clients', spreadsheet.rows('Clients').length + 1, 'Phone', '+44 7700 900888');
  expect(moveBack(shop).switched).toBe(true);
  shop.wait(25 * MINUTE);
  const kept = everythingKept(shop) + contentsOf(shop.script);
  expect(new RegExp(`${ben.phone}|Ben\\b`).exec(kept)?.[0]).toBeUndefined();
  const typed = shop.rows('Clients').find(({ Phone }) => Phone === '447700900888');
  expect(typed?.Code).toMatch(/^\w{8}$/);
  expect(shop.rows('Clients')).toHaveLength(6);
});

test('a column that was deleted meanwhile is made again; a formula for a whole column stays one; Numbers counts by formulas', () => {
  const { shop } = shopWithAll();
  const { spreadsheet } = shop.script;
  const width = spreadsheet.rows('Clients', 1)[0]?.length ?? 0;
  const formula = '=ARRAYFORMULA({"Length";LEN(A2:A)})';
  spreadsheet.type('Clients', 1, width + 1, formula);
  const numbers = () =>
    Array.from({ length: 33 }, (_, row) =>
      Array.from({ length: 11 }, (__, column) =>
        spreadsheet.formula('Numbers', row + 1, column + 1),
      ),
    );
  const before = numbers();
  expect(before.flat().filter(Boolean).length).toBeGreaterThan(20);
  connect(shop);
  moveOver(shop);
  shop.wait(25 * MINUTE);
  expect(numbers()).not.toEqual(before);
  spreadsheet.deleteColumn('Clients', 'City');
  shop.wait(11 * MINUTE);
  ownerOf(shop).beginBack();
  for (const _ of [1, 2, 3]) spreadsheet.deleteRow('Clients', 2);
  expect(moveBack(shop).switched).toBe(true);
  expect(numbers()).toEqual(before);
  expect(spreadsheet.formula('Clients', 1, width)).toBe(formula);
  expect(shop.rows('Clients').map(({ City }) => City)).toEqual(['Zürich', '12.5', '', 'Bern', '']);
});

test('sorted by the owner on the way, and with a row copied, everybody is there once', () => {
  const { shop, anna } = shopInDatabase();
  const { spreadsheet } = shop.script;
  halfOfIt(shop);
  spreadsheet.sort('Clients', 'Name', false);
  comeBack(shop);
  spreadsheet.sort('Clients', 'Phone', true);
  spreadsheet.type('Clients', rowOf(shop, 'Typed'), 'Invited by', anna.phone ?? '');
  expect(moveBack(shop).switched).toBe(true);
  const sorted = (rows: Record<string, string>[]) => rows.map((row) => JSON.stringify(row)).sort();
  expect(sorted(inSheet(shop, 'Clients'))).toEqual(sorted(inTable(shop, 'Clients')));
  expect(shop.rows('Clients').find(({ Name }) => Name === 'Typed')).toMatchObject({
    "Inviter's name": 'Anna',
    'Invited by': anna.phone,
  });
});

test('a column Database that the owner has deleted is made again, and nobody is there twice', () => {
  const { shop } = shopInDatabase();
  const { spreadsheet } = shop.script;
  halfOfIt(shop);
  spreadsheet.deleteColumn('Clients', 'Database');
  spreadsheet.type('Clients', rowOf(shop, 'Typed'), 'Note', 'typed without a mark');
  spreadsheet.deleteColumn('Rewards', 'Database');
  expect(moveBack(shop).switched).toBe(true);
  expect(inSheet(shop, 'Clients')).toEqual(inTable(shop, 'Clients'));
  expect(inSheet(shop, 'Rewards')).toEqual(inTable(shop, 'Rewards'));
  expect(shop.rows('Clients').find(({ Name }) => Name === 'Typed')?.Note).toBe(
    'typed without a mark',
  );
});

test('what another row has already is put back, and told', () => {
  const { shop } = shopInDatabase();
  const { spreadsheet } = shop.script;
  ownerOf(shop).beginBack();
  spreadsheet.type('Rewards', 3, 'Key', shop.rows('Rewards')[0]?.Key ?? '');
  const keys = shop.rows('Rewards').map(({ Key }) => Key);
  expect(moveBack(shop).switched).toBe(true);
  expect(shop.rows('Rewards').map(({ Key }) => Key)).toEqual(keys);
  expect(shop.rows('Problems')[0]?.Problem).toContain('A change in row 3 of the tab Rewards');
});

test('the trigger may run in the middle of any call', () => {
  for (const name of ['bringBack', 'settleBack', 'switchBack'] as const) {
    const { shop } = shopInDatabase();
    const owner = ownerOf(shop);
    halfOfIt(shop);
    if (name === 'settleBack') owner.bringBack('clients', 0);
    if (name === 'switchBack') comeBack(shop);
    const calls = inPart(Array.from({ length: 60 }, (_, index) => index + 1)).slice(0, 4);
    for (const call of calls) {
      shop.script.faults = { interruptAt: { call, run: () => void shop.triggerRuns() } };
      if (name === 'bringBack') owner.bringBack('clients', 0);
      else if (name === 'settleBack') owner.settleBack('clients', 2);
      else if (isMoved(shop)) owner.switchBack();
    }
    shop.script.faults = {};
    if (isMoved(shop)) expect(moveBack(shop).switched).toBe(true);
    shop.wait(2 * MINUTE);
    expect(inSheet(shop, 'Clients')).toEqual(inTable(shop, 'Clients'));
    expect(inSheet(shop, 'Rewards')).toEqual(inTable(shop, 'Rewards'));
  }
});

function rowOf(shop: Business, name: string): number {
  const [headings = [], ...rows] = shop.script.spreadsheet.rows('Clients');
  const at = rows.findIndex((cells) => cells[headings.indexOf('Name')] === name);
  if (at < 0) throw new Error(`There is no ${name}`);
  return at + 2;
}
