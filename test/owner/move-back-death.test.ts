/** The way back into the sheet, cut off at any of its calls, and messages in the middle of the switch. */
import { BOTH } from '../rewards/shop';
import { people, rowOf, shown, types } from '../script/window-shop';
import { Business, MINUTE, type SavedBusiness } from '../support/business';
import { inPart } from '../support/part';
import { comeBack, inSheet, inTable, isMoved, moveBack } from './moving';
import { ownerOf } from './owner';

jest.setTimeout(240_000);

const CALLS = ['beginBack', 'bringBack', 'settleBack', 'switchBack', 'stayInDatabase'] as const;
type Call = (typeof CALLS)[number];

type Row = Record<string, string>;

const byText = (a: Row, b: Row) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/** Some people, one of whom has rewards, in a database of which the tabs are windows: made once. */
function makeInDatabase(): Business {
  const shop = new Business({ base: 'database', settings: BOTH });
  people(shop, 5);
  shop.script.database.query(`insert into sheet_referrals.rewards (key, who, name, state, known, remark, since)
    values ('inviter:1', '491510000001', 'Person 1', 'given', 'given', 'given by hand', 1780315200000),
      ('inviter:2', '491510000001', 'Person 1', 'given', 'given', '', 1780315260000),
      ('inviter:3', '491510000001', 'Person 1', 'given', 'given', '', 1780315320000)`);
  shop.wait(2 * MINUTE);
  return shop;
}

let saved: SavedBusiness | undefined;
/** The one that was gone on with last: it is over when another one is. */
let last: Business | undefined;

function shopInDatabase(): Business {
  if (!saved) {
    last = makeInDatabase();
    saved = last.save();
  }
  last = new Business({ settings: BOTH, saved, instead: last });
  return last;
}

/** Does all that comes before a call. @returns the call */
function upTo(name: Call, shop: Business): () => unknown {
  const owner = ownerOf(shop);
  const { spreadsheet } = shop.script;
  if (name === 'beginBack') {
    types(shop, rowOf(shop, 'Person 4'), 'Note', 'typed before');
    return () => owner.beginBack();
  }
  owner.beginBack();
  // They have to come once more.
  for (const tab of ['Clients', 'Rewards']) {
    spreadsheet.deleteRow(tab, 2);
    spreadsheet.deleteRow(tab, 3);
  }
  if (name === 'bringBack') return () => owner.bringBack('clients', 0);
  types(shop, rowOf(shop, 'Person 4'), 'Note', 'typed meanwhile');
  if (name === 'settleBack') return () => owner.settleBack('clients', 2);
  if (name === 'stayInDatabase') return () => owner.stayInDatabase();
  comeBack(shop);
  types(shop, rowOf(shop, 'Person 5'), 'Note', 'typed at the end');
  owner.awaitOthers();
  return () => owner.switchBack();
}

/** Each service call of a call, from its first to its last. */
function callsOf(name: Call): number[] {
  const shop = shopInDatabase();
  const call = upTo(name, shop);
  const before = shop.script.executions.length;
  call();
  const traces = shop.script.executions.slice(before).map(({ trace }) => trace.length);
  return Array.from({ length: Math.max(...traces) }, (_, index) => index + 1);
}

test.each(CALLS)('%s dies at any call: gone on, everybody is in the sheet', (name) => {
  const deaths = callsOf(name).flatMap((call) =>
    (['before', 'after'] as const).map((when) => ({ call, when })),
  );
  for (const death of inPart(deaths)) {
    const shop = shopInDatabase();
    const call = upTo(name, shop);
    const typed = shown(shop).map(({ Note }) => Note);
    shop.script.faults = { dieAt: death };
    expect(call).toThrow();
    shop.wait(MINUTE);
    if (isMoved(shop)) expect([death, moveBack(shop).switched]).toEqual([death, true]);
    shop.wait(MINUTE);
    // A window has whoever was missing below the others.
    const order = (rows: Row[]) => (name === 'stayInDatabase' ? rows.sort(byText) : rows);
    for (const tab of ['Clients', 'Rewards'] as const) {
      expect([death, order(inSheet(shop, tab))]).toEqual([death, order(inTable(shop, tab))]);
    }
    expect(shop.rows('Clients')).toHaveLength(5);
    const notes = shop.rows('Clients').map(({ Note }) => Note);
    expect(notes.filter(Boolean).sort()).toEqual(typed.filter(Boolean).sort());
    const first = shop.rows('Rewards').findIndex(({ Key }) => Key === 'inviter:1') + 2;
    expect(shop.script.spreadsheet.note('Rewards', first, 'State')).toBe('given by hand');
    const kept = [...shop.script.properties.script.keys()];
    expect(kept.filter((one) => /^(window\.seen|moving|numbers\.seen)/.test(one))).toEqual([]);
    expect(shop.script.spreadsheet.rows('Clients', 1)[0]).not.toContain('Database');
    expect(shop.rows('Problems')).toEqual([]);
  }
});

test('a letter in the middle of any call of the switch is handled once', () => {
  for (const call of inPart(callsOf('switchBack'))) {
    const shop = shopInDatabase();
    const [anna, ben] = [shop.person('Anna', '447700900001'), shop.person('Ben', '447700900002')];
    shop.writes(anna, 'Link');
    const switchBack = upTo('switchBack', shop);
    shop.script.faults = { interruptAt: { call, run: () => void shop.taps(ben, anna) } };
    const { switched } = switchBack() as { switched: boolean };
    if (!switched) moveBack(shop);
    shop.wait(3 * MINUTE);
    const rows = shop.rows('Clients').filter(({ Phone }) => Phone === ben.phone);
    expect([call, rows.length, rows[0]?.['Invited by']]).toEqual([call, 1, anna.phone]);
    expect(shop.heard(anna).filter((text) => text.includes(ben.name))).toHaveLength(1);
  }
});
