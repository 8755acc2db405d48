/** A base that no page can hold: the sidebar shows the newest, and its database searches and counts. */
import { Business } from '../support/business';
import { fieldsOf, fillDatabase, fillLedger, ownerOf } from './owner';

// PostgreSQL takes its time to begin.
jest.setTimeout(90_000);

const PEOPLE = 20_500;
const DAY_MS = 24 * 60 * 60 * 1000;

const shop = new Business({ base: 'database' });
fillDatabase(shop, PEOPLE);
shop.script.database.query(
  "update sheet_referrals.clients set name = 'ÁNGEL Øgård Иванов' where id = 20",
);
fillLedger(shop, PEOPLE);
const owner = ownerOf(shop);

/** The names of those whom a search finds. */
const found = (typed: string) =>
  owner.findClients(typed).map(({ client }) => fieldsOf(client).name);

test('the newest are shown, and all are counted', () => {
  const { rows, newest, large } = owner.overview();
  expect([rows, newest.length]).toEqual([PEOPLE, 5000]);
  expect(fieldsOf(newest[4999]!).name).toBe(`Client ${PEOPLE}`);
  expect(large).toEqual({ clients: PEOPLE, referrals: PEOPLE - 10 });
});

test.each([
  ['a number', '+44 7700 012345', ['Client 12345']],
  ['a number without its country', '07700 012345', ['Client 12345']],
  ['the last digits of one', '012345', ['Client 12345']],
  ['how numbers begin, the newest first', '44770002050', ['Client 20500']],
  ['a name', 'client 20499', ['Client 20499']],
  ['words of a name in any order, with signs in it', "o'nei cli 19007", ["Client 19007 O'Neil"]],
  ['a name without its accents', 'angel øga', ['ÁNGEL Øgård Иванов']],
  ['a name in small letters', 'иван', ['ÁNGEL Øgård Иванов']],
  ['a code', 'code777', ['Client 777']],
  ['nobody', 'Zoe', []],
  ['signs alone', "':*&", []],
])('found by %s', (_, typed, names) => {
  expect(found(typed)).toEqual(names);
});

test('of many who are found there are fifty, each with how many they have invited', () => {
  expect(found('client')).toHaveLength(50);
  const [first] = owner.findClients('code1');
  expect([fieldsOf(first!.client).name, first?.invited]).toEqual(['Client 1', 2049]);
});

test('friends, weeks, and whoever has brought most in some days', () => {
  const { count, newest } = owner.friendsOf(['447700000001']);
  expect([count, newest.length]).toEqual([2049, 500]);
  const { now } = shop.script.clock;
  const [before, week] = owner.referralsByWeek([now - 14 * DAY_MS, now - 7 * DAY_MS]);
  expect([before, week]).toEqual([7 * 24 * 60, 7 * 24 * 60 + 1]);
  const all = owner.topInviters('', '');
  expect([all.referrals, all.inviters.length]).toEqual([PEOPLE - 10, 10]);
  expect(all.inviters[0]).toEqual({ key: '447700000001', name: 'Client 1', count: 2049 });
  expect(owner.topInviters('2026-05-31', '2026-05-31').referrals).toBe(24 * 60);
});

test('whoever is chosen and not in the tab is asked for there', () => {
  const { row, client } = owner.showClient(2, '447700000777');
  expect([row, client && fieldsOf(client).name]).toEqual([0, 'Client 777']);
  expect(shop.script.properties.script.get('window.pinned')).toBe('[777]');
});

test.each([
  ['a name without its accents, in all of the ledger', ['zoe', '', '', ''], 21, 'Client 20007'],
  ['a part of a coupon', ['20%-7', '', '', ''], 2, 'Client 7007'],
  ['a part of a number', ['4473 0000 0777', '', '', ''], 11, 'Client 7779'],
  ['words of several cells', ['lient 12 coff ev', '', '', ''], 1592, 'Client 20412'],
  ['a state', ['', 'ready', '', ''], 0, undefined],
  ['days', ['client', 'given', '2026-05-31', '2026-05-31'], 24 * 60, 'Client 19779'],
  ['everything', ['', '', '', ''], PEOPLE, `Client ${PEOPLE}`],
] as const)('rewards are found by %s', (_, [typed, state, from, to], count, newest) => {
  const { all, newest: found } = owner.findRewards(typed, state, from, to);
  expect([all, found.length]).toEqual([count, Math.min(count, 500)]);
  expect(found[0]?.[4]).toBe(newest);
});
