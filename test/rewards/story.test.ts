/** From the join to the reward, in each of the three ways in which a referral may count. */
import { Business, callsOf, HOUR, MINUTE } from '../support/business';
import {
  BOTH,
  buys,
  friend,
  ledger,
  minutesPass,
  ownerSets,
  ownerTypes,
  results,
  reward,
  rewardShop,
  states,
} from './shop';

const DAY = 24 * 60 * MINUTE;

test('bought: the friend buys, both get something, both are told, and the rewards are given', () => {
  const { shop, anna, ben } = rewardShop();
  const [welcome] = shop.taps(ben, anna);
  expect(welcome?.text).toContain('10 % off');
  minutesPass(shop);
  expect(shop.row(ben).Counts).toBe('not yet');
  expect(shop.rows('Rewards')).toEqual([]);

  buys(shop, ben, { Amount: '12.50', What: 'haircut' });
  minutesPass(shop);
  expect(results(shop)).toEqual(['counts for Anna']);
  expect(shop.row(ben).Counts).toMatch(/^yes: bought 2026-06-01$/);
  expect(states(shop)).toEqual({
    [`inviter:${ben.phone}`]: 'ready',
    [`friend:${ben.phone}`]: 'ready',
  });
  expect(reward(shop, 'inviter', ben)).toMatchObject({
    Who: anna.phone,
    Name: 'Anna',
    For: 'Ben',
    Reward: 'Free coffee',
    Why: 'bought for 12.50 on 2026-06-01, haircut',
    Told: expect.stringMatching(/^told 2026-06-01 .* #\w+\.r0$/),
  });
  expect(shop.heard(anna).pop()).toBe(
    'Your reward for Ben is ready: Free coffee. Show this message at the counter.',
  );
  expect(shop.heard(ben).pop()).toContain('is ready: 10 % off');
});

test('joined: the reward is there as soon as the friend is', () => {
  const { shop, anna, ben } = rewardShop({ ...BOTH, 'A referral counts when': 'joined' });
  shop.taps(ben, anna);
  minutesPass(shop);
  expect(shop.row(ben).Counts).toBe('yes: joined 2026-06-01');
  expect(Object.values(ledger(shop)).map(({ State }) => State)).toEqual(['ready', 'ready']);
  expect(shop.heard(anna).pop()).toContain('Free coffee. Show this message');
});

test('wait days: the inviter hears when it will be ready, and on that day that it is', () => {
  const { shop, anna, ben } = rewardShop({ ...BOTH, 'Wait, days': '14', 'Friend gets': '' });
  shop.taps(ben, anna);
  buys(shop, ben);
  minutesPass(shop);
  expect(states(shop)).toEqual({ [`inviter:${ben.phone}`]: 'waiting' });
  expect(shop.heard(anna).pop()).toBe('You get Free coffee for Ben. It is ready on 2026-06-15.');
  shop.sleeps(13 * DAY);
  shop.writes(anna, 'Hello');
  shop.sleeps(13 * HOUR);
  minutesPass(shop);
  expect(states(shop)).toEqual({ [`inviter:${ben.phone}`]: 'ready' });
  expect(shop.heard(anna).pop()).toContain('is ready: Free coffee');
});

test('I say so: the owner’s yes in the column Counts', () => {
  const { shop, anna, ben } = rewardShop({ ...BOTH, 'A referral counts when': 'I say so' });
  shop.taps(ben, anna);
  buys(shop, ben);
  minutesPass(shop);
  expect(results(shop)).toEqual(['noted; the referral waits for your word']);
  ownerTypes(shop, 'Clients', { Name: 'Ben' }, 'Counts', 'Yes');
  minutesPass(shop);
  expect(shop.row(ben).Counts).toBe('yes: you said so 2026-06-01');
  expect(Object.values(states(shop))).toEqual(['ready', 'ready']);
});

test('milestones: the third friend brings a coffee, once', () => {
  const { shop, anna } = rewardShop({
    'A referral counts when': 'bought',
    Milestones: '3 = Free coffee\n5 = Free lunch',
  });
  const friends = Array.from({ length: 4 }, (_, n) => friend(shop, n));
  for (const one of friends) {
    shop.sleeps(5 * MINUTE);
    shop.taps(one, anna);
  }
  for (const one of friends.slice(0, 2)) buys(shop, one);
  minutesPass(shop);
  expect(states(shop)).toEqual({});
  for (const one of friends.slice(2)) buys(shop, one);
  minutesPass(shop);
  expect(states(shop)).toEqual({ [`milestone:${anna.phone}:3`]: 'ready' });
  expect(ledger(shop)[`milestone:${anna.phone}:3`]).toMatchObject({
    For: '3 friends',
    Reward: 'Free coffee',
  });
  expect(shop.heard(anna).pop()).toContain('3 friends');
});

test('at most a month: what is over the limit is refused, with the reason in both rows', () => {
  const { shop, anna } = rewardShop({ ...BOTH, 'Friend gets': '', 'At most a month': '2' });
  const friends = Array.from({ length: 3 }, (_, n) => friend(shop, n));
  for (const one of friends) {
    shop.sleeps(5 * MINUTE);
    shop.taps(one, anna);
    buys(shop, one);
  }
  minutesPass(shop);
  expect(results(shop)).toEqual([
    'counts for Anna',
    'counts for Anna',
    'counts for Anna; over the limit: at most 2 a month',
  ]);
  expect(Object.values(states(shop))).toEqual(['ready', 'ready', 'refused']);
});

test('paused: newcomers bring nothing, and what was promised before stays', () => {
  const { shop, anna, ben, cleo } = rewardShop();
  shop.taps(ben, anna);
  minutesPass(shop);
  shop.set({ Paused: 'yes' });
  shop.taps(cleo, anna);
  buys(shop, ben);
  buys(shop, cleo);
  minutesPass(shop);
  expect(results(shop)).toEqual(['counts for Anna', 'does not count: the program was paused']);
  expect(shop.row(cleo).Counts).toBe('no: the program was paused');
});

test('taken back: what waits is refused, what was given stays and says so; a later purchase counts again', () => {
  const { shop, anna, ben } = rewardShop({ ...BOTH, 'Wait, days': '14' });
  shop.taps(ben, anna);
  buys(shop, ben, { Amount: '20' });
  minutesPass(shop);
  ownerSets(shop, `friend:${ben.phone}`, 'given');
  minutesPass(shop);
  buys(shop, ben, { Amount: '-20' });
  minutesPass(shop);
  expect(results(shop)[1]).toBe('taken back; a reward had been given already');
  expect(reward(shop, 'inviter', ben)).toMatchObject({
    State: 'refused',
    Why: 'taken back 2026-06-01',
  });
  expect(reward(shop, 'friend', ben)).toMatchObject({
    State: 'given',
    Why: expect.stringContaining('taken back 2026-06-01, after it was given'),
  });
  expect(shop.row(ben).Counts).toBe('taken back 2026-06-01');
  buys(shop, ben, { Amount: '30' });
  minutesPass(shop);
  expect(results(shop)[2]).toBe('counts for Anna');
  expect(states(shop)).toEqual({
    [`friend:${ben.phone}`]: 'given',
    [`inviter:${ben.phone}`]: 'waiting',
  });
});

test('without a reward there are no tabs, no columns, and no work for the trigger', () => {
  const shop = new Business();
  const anna = shop.person('Anna', '447700900001');
  const ben = shop.person('Ben', '447700900002');
  shop.invites(anna, ben);
  minutesPass(shop);
  minutesPass(shop);
  const tabs = shop.script.spreadsheet.sheetNames();
  expect(tabs).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^(Rewards|Purchases)$/)]),
  );
  expect(Object.keys(shop.row(ben))).not.toContain('Counts');
  expect(callsOf(shop.last('drainPending'))).toEqual({ all: 2, spreadsheet: 0 });
});
