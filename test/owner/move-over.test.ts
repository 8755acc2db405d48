/** Moving into the database: everybody goes over as they are, in the middle of traffic, and nothing is lost wherever it stops. */

import { doorTo, givenTo } from '../../local/on-database';
import { migrate } from '../../src/sql/schema';
import { BOTH, buys, type Cast, minutesPass, rewardShop } from '../rewards/shop';
import { Business, type SavedBusiness } from '../support/business';
import { inPart } from '../support/part';
import { connect, inSheet, inTable, isMoved, moveAll, moveOver } from './moving';
import { ownerOf } from './owner';

/** Three people and a reward, and rows that no program would have written: made once. */
function makeShop(): Business {
  const { shop, anna, ben } = rewardShop();
  shop.taps(ben, anna);
  buys(shop, ben);
  minutesPass(shop);
  const { spreadsheet } = shop.script;
  const width = shop.script.spreadsheet.rows('Clients', 1)[0]?.length ?? 0;
  ['City', 'Paid', 'Double'].forEach((heading, n) => {
    spreadsheet.type('Clients', 1, width + 1 + n, heading);
  });
  spreadsheet.type('Clients', 2, width + 1, 'Zürich');
  spreadsheet.type('Clients', 2, width + 2, '12.5');
  spreadsheet.type('Clients', 2, width + 3, '=2*K2');
  const again = shop.rows('Clients')[0] as Record<string, string>;
  spreadsheet.fill('Clients', [
    { ...again, Joined: '', 'Last message': '', Stopped: '', Double: '' },
    { Name: 'No number', 'Invited by': 'nobody known' },
    { Phone: '447700900555', Name: 'Themselves', 'Invited by': '447700900555' },
    { Phone: '447700900666', Name: 'Half an \ud83d letter', City: 'Ä', Paid: 'TRUE' },
  ]);
  return shop;
}

let saved: SavedBusiness | undefined;
/** The one that was gone on with last: it is over when another one is. */
let last: Business | undefined;

/** That shop, with a database that has its tables and nothing in them. */
function connectedShop(): Cast {
  if (!saved) {
    last = makeShop();
    connect(last);
    saved = last.save();
  }
  const shop = new Business({ settings: BOTH, saved, instead: last });
  last = shop;
  return { shop, anna: shop.known('Anna'), ben: shop.known('Ben'), cleo: shop.known('Cleo') };
}

function everything(shop: Business) {
  return [inSheet(shop, 'Clients'), inSheet(shop, 'Rewards')];
}

function expectSame(shop: Business): void {
  expect([inTable(shop, 'Clients'), inTable(shop, 'Rewards')]).toEqual(everything(shop));
}

test('everybody goes over as they are, odd rows and the owner’s columns included', () => {
  const { shop, anna, ben, cleo } = connectedShop();
  const people = inSheet(shop, 'Clients').length;
  expect(moveOver(shop)).toEqual({ switched: true, people, referrals: 3, rewards: 2 });
  expect(isMoved(shop)).toBe(true);
  expectSame(shop);
  const { database } = shop.script;
  expect(database.query('select own::text from sheet_referrals.clients order by id')).toEqual([
    { own: '{"City": "Zürich", "Paid": "12.5"}' },
    { own: '{}' },
    { own: '{"City": "Zürich", "Paid": "12.5"}' },
    { own: '{}' },
    { own: '{}' },
    { own: '{"City": "Ä", "Paid": "TRUE"}' },
  ]);
  expect(
    database.query('select client from sheet_referrals.client_keys where key = $1', [
      shop.keyOf(anna),
    ]),
  ).toEqual([{ client: '1' }]);
  shop.taps(cleo, anna);
  expect(inTable(shop, 'Clients')).toHaveLength(people + 1);
  expect(inSheet(shop, 'Clients')).toHaveLength(people);
  expect(inTable(shop, 'Clients')[people]).toMatchObject({ 'Invited by': anna.phone });
  shop.writes(ben, 'Link');
  expect(inTable(shop, 'Clients')).toHaveLength(people + 1);
});

test('begun anew there is nothing to move; what was sorted, changed or added meanwhile is', () => {
  const { shop, anna, cleo } = connectedShop();
  expect(moveAll(shop)).toBe(2);
  expect(moveAll(shop)).toBe(0);
  shop.taps(cleo, anna);
  shop.script.spreadsheet.sort('Clients', 'Name', true);
  expect(ownerOf(shop).switchOver()).toMatchObject({ switched: true });
  expectSame(shop);
});

test('a letter that arrives in the middle of any call is handled once, and goes over', () => {
  const rehearsal = connectedShop();
  moveAll(rehearsal.shop);
  const calls = callsOf(rehearsal.shop, () => ownerOf(rehearsal.shop).switchOver());
  for (const call of inPart(upTo(calls))) {
    const { shop, anna, cleo } = connectedShop();
    moveAll(shop);
    ownerOf(shop).awaitOthers();
    const owner = ownerOf(shop);
    shop.script.faults = { interruptAt: { call, run: () => void shop.taps(cleo, anna) } };
    expect(owner.switchOver().switched).toBe(true);
    shop.wait(180_000);
    const rows = inTable(shop, 'Clients').filter(({ Phone }) => Phone === cleo.phone);
    expect([call, rows.length, rows[0]?.['Invited by']]).toEqual([call, 1, anna.phone]);
    expect(shop.heard(anna).filter((text) => text.includes(cleo.name))).toHaveLength(1);
  }
});

test.each(['moveSome', 'switchOver'] as const)(
  '%s dies at any call: all of it is in the sheet, or in the database, and once more it is done',
  (name) => {
    const work = (shop: Business) => {
      const owner = ownerOf(shop);
      if (name === 'switchOver') moveAll(shop);
      return () => (name === 'switchOver' ? owner.switchOver() : owner.moveSome('clients', 0));
    };
    const rehearsal = connectedShop();
    const deaths = upTo(callsOf(rehearsal.shop, work(rehearsal.shop))).flatMap((call) =>
      (['before', 'after'] as const).map((when) => ({ call, when })),
    );
    for (const { call, when } of inPart(deaths)) {
      const { shop } = connectedShop();
      const before = everything(shop);
      const begin = work(shop);
      shop.script.faults = { dieAt: { call, when } };
      expect(begin).toThrow();
      expect(everything(shop)).toEqual(before);
      if (!isMoved(shop)) {
        shop.wait(11 * 60_000);
        expect(moveOver(shop).switched).toBe(true);
      }
      expectSame(shop);
    }
  },
);

function upTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}

/** How many service calls the longest execution of some work makes. */
function callsOf(shop: Business, work: () => void): number {
  const before = shop.script.executions.length;
  work();
  return Math.max(...shop.script.executions.slice(before).map(({ trace }) => trace.length));
}

test('set-up brings the tables of a database in use to the form of this version', () => {
  const { shop, anna, ben } = rewardShop();
  shop.taps(ben, anna);
  connect(shop);
  moveOver(shop);
  const { database } = shop.script;
  const version = () =>
    database.query("select value from sheet_referrals.shop where name = 'version'")[0]?.value;
  const newest = version();
  // As the first version of the tables was.
  const door = doorTo(shop.script);
  const columns =
    'id, phone, name, invited_by, inviter_name, joined, notice, note, code, ids, counts, checked, own';
  const kept = door.ask(
    `select json_agg(t)::text from (select ${columns} from sheet_referrals.clients) t`,
  );
  const signed = door.ask('select json_agg(t)::text from sheet_referrals.shop t');
  const steps: string[] = [];
  migrate({ ask: () => '', run: (sql) => void steps.push(sql) });
  door.run('drop schema sheet_referrals cascade');
  for (const sql of steps.slice(0, 3)) door.run(sql);
  door.run(
    `insert into sheet_referrals.clients (${columns}) overriding system value
    select ${columns} from json_populate_recordset(null::sheet_referrals.clients, ?::json)`,
    kept,
  );
  door.run(
    'insert into sheet_referrals.shop select * from json_populate_recordset(null::sheet_referrals.shop, ?::json) on conflict do nothing',
    signed,
  );
  door.run(givenTo('shop'));
  expect(version()).toBe('1');
  const people = inTable(shop, 'Clients');
  shop.run('setUp');
  expect(shop.script.spreadsheet.rows('Problems')).toHaveLength(1);
  expect(version()).toBe(newest);
  expect(inTable(shop, 'Clients')).toEqual(people);
});
