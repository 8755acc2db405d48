/** The order of the columns: what searches take, and moving them together where the owner agrees. */
import type { PersonOnPhone } from '../../local/whatsapp/standin';
import { expectCells } from '../reliability/hostile-shop';
import { expectEveryoneTold, expectWhole, settle } from '../reliability/invariants';
import { Business, callsOf, HOUR } from '../support/business';
import { asInFirstVersion, headingsOf, withOwnColumns } from '../support/columns';
import { inPart } from '../support/part';
import { ownerOf } from './owner';

const NEW = headingsOf(new Business());

const recommendedBy = ({ phone }: PersonOnPhone) => `You were recommended by ${phone} Hello`;

/** Anna has invited Ben, in a sheet of the first version; *Check set-up* has looked at its headings. */
function oldShop() {
  const shop = new Business();
  asInFirstVersion(shop);
  shop.run('setUp');
  const [anna, ben, cleo] = [1, 2, 3].map((n) =>
    shop.person(['', 'Anna', 'Ben', 'Cleo'][n] ?? '', `44770090000${n}`),
  ) as [
    ReturnType<Business['person']>,
    ReturnType<Business['person']>,
    ReturnType<Business['person']>,
  ];
  shop.invites(anna, ben);
  return { shop, anna, ben, cleo, sheet: shop.script.spreadsheet };
}

test('a new sheet has them together, and nothing is moved', () => {
  const shop = new Business();
  const owner = ownerOf(shop);
  expect(owner.timeSearches()).toMatchObject({
    together: true,
    message: { columns: 3 },
    all: { columns: NEW.length },
  });
  expect(owner.moveColumns()?.together).toBe(true);
  expect(headingsOf(shop)).toEqual(NEW);
});

test('in a sheet of the first version they come to stand as in a new one, with all that they hold', () => {
  const { shop, anna, ben, cleo } = oldShop();
  const owner = ownerOf(shop);
  expect(owner.timeSearches()).toMatchObject({ together: false, message: { columns: 10 } });
  const before = shop.rows('Clients');
  expect(owner.moveColumns()).toMatchObject({ together: true, message: { columns: 3 } });
  expect(headingsOf(shop).slice(0, 9)).toEqual(NEW.slice(0, 9));
  expect([...headingsOf(shop)].sort()).toEqual([...NEW].sort());
  expect(shop.rows('Clients')).toEqual(before);
  expectCells(shop);
  shop.writes(cleo, recommendedBy(ben));
  settle(shop);
  expect(shop.row(cleo)['Invited by']).toBe(ben.phone);
  expect(shop.writes(anna, 'My referrals')[0]?.text).toMatch(/^Your referrals: 1\n/);
  expectWhole(shop);
  expectEveryoneTold(shop);
});

test('the owner’s own columns keep formulas, notes, formats, colours and widths', () => {
  const { shop, anna, sheet } = oldShop();
  withOwnColumns(shop);
  const row = shop.rowNumber(anna);
  sheet.type('Clients', row, 'Birthday', '=DATE(1990,5,17)');
  sheet.type('Clients', row, 'Size', '38');
  sheet.setNote('Clients', row, sheet.columnOf('Clients', 'Size'), 'shoes');
  sheet.setNote('Clients', row, sheet.columnOf('Clients', 'Notice'), 'ask her');
  const letter = String.fromCharCode(64 + sheet.columnOf('Clients', 'VIP'));
  sheet.setBackground('Clients', `${letter}2:${letter}9`, '#ffff00');
  const look = () =>
    headingsOf(shop).map((heading) => [
      heading,
      sheet.formula('Clients', row, heading),
      sheet.shown('Clients', row, heading),
      sheet.note('Clients', row, heading),
      sheet.format('Clients', row, heading),
      sheet.background('Clients', row, heading),
      sheet.width('Clients', heading),
    ]);
  const before = look();
  ownerOf(shop).moveColumns();
  expect(headingsOf(shop)).not.toEqual(before.map(([heading]) => heading));
  expect(look().sort()).toEqual(before.sort());
});

test('columns that the owner has put in between go to the right, in their order', () => {
  const shop = new Business();
  withOwnColumns(shop);
  expect(ownerOf(shop).timeSearches()?.together).toBe(false);
  ownerOf(shop).moveColumns();
  expect(headingsOf(shop)).toEqual([
    'VIP',
    ...NEW.slice(0, 9),
    'Birthday',
    'Size',
    ...NEW.slice(9),
  ]);
});

test('a heading that is missing stops it before anything has moved', () => {
  const { shop, sheet } = oldShop();
  sheet.type('Clients', 1, 'Code', 'Codes');
  const before = headingsOf(shop);
  expect(() => ownerOf(shop).moveColumns()).toThrow('no column “Code”');
  expect(headingsOf(shop)).toEqual(before);
});

/** The calls that the move makes, by what they are. */
function movingCalls() {
  const { shop } = oldShop();
  const owner = ownerOf(shop);
  owner.moveColumns();
  return shop.last('ownerCall').trace;
}

describe('in the middle of traffic', () => {
  const trace = movingCalls();
  const locks = trace.filter(({ kind }) => kind === 'lock').map(({ n }) => n);

  test.each(inPart(trace.map(({ n, what }) => [n, what] as const)))(
    'messages at call %d (%s)',
    (call) => {
      const { shop, anna, ben, cleo } = oldShop();
      const owner = ownerOf(shop);
      const counts: number[] = [];
      const run = () => {
        shop.whatsapp.write(anna.key, { text: 'Link' });
        counts.push(callsOf(shop.last()).spreadsheet);
        shop.whatsapp.write(cleo.key, { text: recommendedBy(ben) });
        counts.push(callsOf(shop.last()).spreadsheet);
      };
      const links = () => shop.heard(anna).filter((text) => text.startsWith('Your referral link'));
      const before = links().length;
      shop.script.faults = { interruptAt: { call, run } };
      owner.moveColumns();
      // While the columns move nobody else looks at the sheet.
      const [begin = 0, end = 0] = locks;
      if (call > begin && call < end) expect(counts).toEqual([0, 0]);
      // Answered by the end of the move, without the trigger.
      expect(links()).toHaveLength(before + 1);
      expect(shop.row(cleo)['Invited by']).toBe(ben.phone);
      expect(headingsOf(shop).slice(0, 9)).toEqual(NEW.slice(0, 9));
      settle(shop);
      expectCells(shop);
      expectWhole(shop);
      expectEveryoneTold(shop);
    },
  );

  test.each(inPart(trace.map(({ n, what }) => [n, what] as const)))(
    'cut off at call %d (%s)',
    (call) => {
      const { shop, anna, ben, cleo } = oldShop();
      const owner = ownerOf(shop);
      const before = shop.rows('Clients');
      shop.script.faults = { dieAt: { call, when: 'before' } };
      expect(() => owner.moveColumns()).toThrow();
      expect(shop.rows('Clients')).toEqual(before);
      shop.writes(cleo, recommendedBy(ben));
      expect(shop.writes(anna, 'Link')).toHaveLength(2);
      owner.moveColumns();
      expect(headingsOf(shop).slice(0, 9)).toEqual(NEW.slice(0, 9));
      shop.wait(HOUR);
      settle(shop);
      expectWhole(shop);
      expectEveryoneTold(shop);
    },
  );
});

test('until it is done, whoever asks waits for the lock instead of writing without it', () => {
  const { shop, anna } = oldShop();
  const owner = ownerOf(shop);
  const usual = () => {
    shop.writes(anna, 'Link');
    return shop.script.executions.filter(({ calls }) => calls.fetch).pop()?.calls.lock ?? 0;
  };
  expect(usual()).toBe(0);
  // The columns are announced to move; it is cut off before it has the lock.
  const [lock] = movingCalls().filter(({ kind }) => kind === 'lock');
  shop.script.faults = { dieAt: { call: lock?.n ?? 0, when: 'before' } };
  expect(() => owner.moveColumns()).toThrow();
  expect(usual()).toBeGreaterThan(0);
  shop.script.clock.now += HOUR;
  expect(usual()).toBe(0);
});
