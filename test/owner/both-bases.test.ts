/** What the owner's pages do with people and rewards is the same over a sheet and over a database. */
import type { Listed } from '../../src/owner/wire';
import { BOTH, buys, minutesPass, rewardShop, states } from '../rewards/shop';
import { Business, MINUTE } from '../support/business';
import { contentsOf } from '../support/database';
import { everythingKept } from '../support/forgotten';
import { fieldsOf, ownerOf } from './owner';

// PostgreSQL takes its time to begin.
jest.setTimeout(90_000);

const ANNA = '447700900001';
const BEN = '447700900002';
const CLEO = '447700900003';
const DORA = '447700900004';

describe.each(['sheet', 'database'] as const)('over a %s', (base) => {
  /** The shop that was made last: it is over when another one is. */
  let last: Business | undefined;
  const going = () => ({ base, instead: last });

  /** Anna has invited Ben, and Ben Cleo. */
  function shopOfThree() {
    const shop = new Business(going());
    last = shop;
    const [anna, ben, cleo] = [
      shop.person('Anna Ashe', ANNA),
      shop.person('Ben', BEN),
      shop.person('Cleo', CLEO),
    ];
    shop.invites(anna, ben);
    shop.invites(ben, cleo);
    return { shop, anna, ben, cleo, owner: ownerOf(shop) };
  }

  const columnOf = (shop: Business, heading: string) =>
    shop.rows('Clients').map((row) => row[heading]);

  test('the sidebar has everybody, their friends, and what waits', () => {
    const { shop, owner } = shopOfThree();
    const { rows, newest, large } = owner.overview();
    expect([rows, newest.length, large]).toEqual([3, 3, null]);
    expect(newest.map((one) => fieldsOf(one).name)).toEqual(['Anna Ashe', 'Ben', 'Cleo']);
    expect(owner.clientRows(3, 1).map((one) => fieldsOf(one))).toMatchObject([
      { row: 3, phone: BEN, invitedBy: ANNA },
    ]);
    const friends = owner.friendsOf([ANNA]);
    expect([friends.count, friends.newest.map((one) => fieldsOf(one).name)]).toEqual([1, ['Ben']]);
    expect(owner.noticesWaiting()).toEqual({ waits: 0, late: 0, today: 3, written: true });
    shop.sleeps(25 * 60 * MINUTE);
    expect(owner.noticesWaiting().today).toBe(0);
    // How full the tab is, and how fast it is searched, matters to a sheet alone.
    const isSheet = base === 'sheet';
    expect([owner.room().people !== null, owner.timeSearches() !== null]).toEqual([
      isSheet,
      isSheet,
    ]);
  });

  test('a link by hand puts somebody into the base, once', () => {
    const { shop, owner } = shopOfThree();
    const people = [
      { key: '+44 7700 900004', name: 'Dora' },
      { key: DORA, name: 'Dora again' },
      { key: BEN, name: 'Benjamin' },
    ];
    const made = owner.addClients(people);
    expect(made.map(({ client }) => fieldsOf(client))).toMatchObject([
      { phone: DORA, name: 'Dora', code: expect.stringMatching(/^\w{8}$/) },
      { phone: DORA },
      { phone: BEN, name: 'Ben' },
    ]);
    expect(made[2]?.added).toBe(false);
    expect(owner.addClients(people).map(({ added }) => added)).toEqual([false, false, false]);
    expect(columnOf(shop, 'Phone')).toEqual([ANNA, BEN, CLEO, DORA]);
    expect(owner.sendLink(BEN)).toBe('sent');
  });

  test('a referral by hand goes by the rules of a link', () => {
    const { shop, anna, owner } = shopOfThree();
    const add = (friend: string, inviter: string) =>
      owner.addReferral({ friend, name: 'Dora', inviter, tell: true });
    expect(add(ANNA, CLEO)).toBe('loop');
    expect(add(ANNA, ANNA)).toBe('own');
    expect(add(DORA, '447700900009')).toBe('unknownInviter');
    expect(columnOf(shop, 'Phone')).toHaveLength(3);
    shop.sleeps(61 * MINUTE);
    expect(add(DORA, ANNA)).toBe('added');
    expect(shop.rows('Clients')[3]).toMatchObject({ Name: 'Dora', 'Invited by': ANNA });
    expect(shop.rows('Clients')[3]?.Notice).toMatch(/^told /);
    expect(shop.heard(anna).pop()).toContain('Dora');
  });

  test('a list is imported, with its inviters, and taken back but for those who have written', () => {
    const { shop, owner } = shopOfThree();
    const list: Listed[] = [
      [DORA, 'Dora', ANNA],
      ['447700900005', 'Emil', DORA],
      ['447700900006', 'Fay', '447700900099'],
      [BEN, 'Ben', ''],
      ['12', 'Nobody', ''],
    ];
    expect(owner.knownPhones([DORA, CLEO, ANNA])).toEqual([ANNA, CLEO]);
    expect(owner.importPeople('b1', list)).toEqual({
      ...{ added: 3, known: 1, unreadable: 1, withoutInviter: 1 },
    });
    expect(columnOf(shop, 'Invited by').slice(3)).toEqual([ANNA, DORA, '']);
    expect(shop.rows('Clients')[5]?.Note).toContain('who was not in the base');
    expect(owner.importPeople('b1', list)).toMatchObject({ added: 0, known: 4 });
    shop.writes(shop.person('Emil', '447700900005'), 'Link');
    expect(owner.undoImport(0)).toMatchObject({ deleted: 2, kept: 1, done: true });
    expect(columnOf(shop, 'Name')).toEqual(['Anna Ashe', 'Ben', 'Cleo', 'Emil']);
    expect(owner.lastImport()).toBeNull();
  });

  test('nobody becomes a descendant of their own by a list', () => {
    const shop = new Business(going());
    last = shop;
    const owner = ownerOf(shop);
    shop.invites(shop.person('Ben', BEN), shop.person('Cleo', CLEO));
    if (base === 'sheet') shop.script.spreadsheet.type('Clients', 2, 'Invited by', ANNA);
    else
      shop.script.database.query(
        `update sheet_referrals.clients set invited_by = '${ANNA}' where phone = '${BEN}'`,
      );
    expect(owner.importPeople('b1', [[ANNA, 'Anna', CLEO]])).toMatchObject({ withoutInviter: 1 });
    expect(shop.rows('Clients')[2]?.Note).toContain('whom they have invited');
  });

  test('a person is exported', () => {
    const { owner } = shopOfThree();
    const [own, friends] = owner
      .exportPerson(BEN)
      .map(({ headings, rows }) =>
        Object.fromEntries(headings.map((heading, index) => [heading, rows[0]?.[index]])),
      );
    expect(own).toMatchObject({ Name: 'Ben', "Inviter's name": 'Anna Ashe', Phone: BEN });
    expect(own?.Joined).toMatch(/2026/);
    expect(friends).toMatchObject({ Name: 'Cleo', Number: '+44 770 ··· 00 03' });
    expect(() => owner.exportPerson('447700900099')).toThrow('no longer in the sheet');
  });

  test('a person is forgotten: nothing of them is left, and nobody but they can bring them back', () => {
    const { shop, ben, owner } = shopOfThree();
    owner.forgetPerson(BEN);
    shop.wait(15 * MINUTE);
    expect(owner.isKnown(BEN)).toBe(false);
    expect(/900002|Ben/.exec(everythingKept(shop) + contentsOf(shop.script))?.[0]).toBeUndefined();
    const [, own, friend] = shop.rows('Clients');
    expect(own).toMatchObject({ 'Invited by': ANNA, Note: expect.stringMatching(/^forgotten /) });
    expect(friend?.['Invited by']).toBe(own?.['Messenger id']?.split(' ')[0]);
    expect(() => owner.addClients([{ key: BEN, name: 'Ben' }])).toThrow('was forgotten');
    expect(owner.importPeople('b1', [[BEN, 'Ben', '']])).toMatchObject({ added: 0, known: 1 });
    shop.writes(ben, 'Link');
    expect(shop.rows('Clients')[1]?.Phone).toBe(BEN);
    expect(columnOf(shop, 'Phone')).toHaveLength(3);
  });

  test('notices that wait for their inviters are counted', () => {
    const { shop, anna, owner } = shopOfThree();
    shop.sleeps(25 * 60 * MINUTE);
    shop.taps(shop.person('Dora', DORA), anna);
    expect(owner.noticesWaiting()).toMatchObject({ waits: 1, late: 0, today: 1 });
  });

  test('“a coupon” that waits for a code is one, and goes out with the next code', () => {
    const promised = { ...BOTH, 'Friend gets': '', 'Inviter gets': 'a coupon' };
    const { shop, anna, ben } = rewardShop(promised, going());
    last = shop;
    shop.taps(ben, anna);
    buys(shop, ben);
    minutesPass(shop);
    expect(ownerOf(shop).rewardsState()).toMatchObject({ toGive: 0, lackCoupon: 1, coupons: 0 });
    shop.script.spreadsheet.fill('Coupons', [{ Code: 'LATE-1' }]);
    shop.wait(11 * MINUTE);
    expect(Object.values(states(shop))).toEqual(['given']);
    expect(shop.heard(anna).pop()).toContain('LATE-1');
  });

  test('rewards are seen, judged and forgotten, and a purchase is noted', () => {
    const { shop, anna, ben } = rewardShop(BOTH, going());
    last = shop;
    const owner = ownerOf(shop);
    shop.taps(ben, anna);
    expect(owner.notePurchase(ben.phone ?? '', '12', 'matcha')).toContain('counts for Anna');
    minutesPass(shop);
    const seen = owner.rewardsOverview();
    expect([seen.rows, seen.openRows, seen.open.length, seen.newest.length]).toEqual([2, 2, 2, 2]);
    expect(owner.rewardsState()).toMatchObject({ toGive: 2, flagged: 0, lackCoupon: 0 });
    const [[row, key] = [0, '']] = owner.rewardsOf([ben.phone ?? '']);
    const { rewards } = owner.judge([{ row, key, known: 'ready' }], 'give', '');
    expect(rewards.map((one) => [one[1], one[7]])).toEqual([[key, 'given']]);
    expect(states(shop)[key]).toBe('given');
    expect(owner.rewardRows(2, 100)).toHaveLength(2);
    expect(owner.exportPerson(ben.phone ?? '').map(({ name }) => name)).toContain('Rewards');
    owner.forgetPerson(ben.phone ?? '');
    shop.wait(15 * MINUTE);
    const kept = everythingKept(shop) + contentsOf(shop.script);
    expect(new RegExp(`${ben.phone}|Ben|matcha`).exec(kept)?.[0]).toBeUndefined();
    expect(Object.values(states(shop)).sort()).toEqual(['given', 'ready']);
  });
});

test('notices are counted by how they begin, wherever the owner has moved the column', () => {
  const shop = new Business();
  const notices = [
    'not yet: refused',
    'not yet: no answer',
    'waits for 447700900001',
    'told not yet: ',
  ];
  shop.script.spreadsheet.fill(
    'Clients',
    notices.map((Notice, n) => ({ Phone: `44770090001${n}`, Notice })),
  );
  shop.script.spreadsheet.moveColumn(
    'Clients',
    shop.script.spreadsheet.columnOf('Clients', 'Notice'),
    1,
  );
  expect(ownerOf(shop).noticesWaiting()).toEqual({ waits: 1, late: 2, today: 0, written: false });
});
