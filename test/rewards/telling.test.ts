/** People are told of their rewards once, of all of them together, when they may be told. */

import { CAN } from '../providers/shops';
import { HOUR, MINUTE } from '../support/business';
import { BOTH, buys, minutesPass, ownerSets, ownerTypes, reward, rewardShop } from './shop';

const INVITER = { ...BOTH, 'Friend gets': '' };

test('the rewards of several friends are told in one message', () => {
  const { shop, anna, ben, cleo } = rewardShop(INVITER);
  shop.taps(ben, anna);
  shop.sleeps(5 * MINUTE);
  shop.taps(cleo, anna);
  minutesPass(shop);
  const before = shop.heard(anna).length;
  buys(shop, ben);
  buys(shop, cleo);
  minutesPass(shop);
  expect(shop.heard(anna).slice(before)).toEqual([
    [
      'Your reward for Ben is ready: Free coffee. Show this message at the counter.',
      'Your reward for Cleo is ready: Free coffee. Show this message at the counter.',
    ].join('\n'),
  ]);
  expect(reward(shop, 'inviter', ben).Told).toBe(reward(shop, 'inviter', cleo).Told);
});

test('window closed: it waits, joined with what comes in the meantime, and goes with the next message', () => {
  const { shop, anna, ben, cleo } = rewardShop(INVITER);
  shop.taps(ben, anna);
  shop.sleeps(5 * MINUTE);
  shop.taps(cleo, anna);
  shop.sleeps(25 * HOUR);
  const before = shop.heard(anna).length;
  buys(shop, ben);
  minutesPass(shop);
  buys(shop, cleo);
  minutesPass(shop);
  expect(reward(shop, 'inviter', ben).Told).toBe(`waits for ${anna.phone} to write`);
  expect(shop.heard(anna).slice(before)).toEqual([]);
  shop.writes(anna, 'Good morning');
  minutesPass(shop);
  const news = shop
    .heard(anna)
    .slice(before)
    .filter((text) => text.includes('is ready'));
  expect(news).toHaveLength(1);
  expect(news[0]?.split('\n')).toHaveLength(2);
  minutesPass(shop, 15);
  shop.writes(anna, 'Good evening');
  minutesPass(shop);
  expect(shop.heard(anna).filter((text) => text.includes('is ready'))).toHaveLength(1);
});

test('what the owner has just refused is not told as if it were ready', () => {
  const { shop, anna, ben } = rewardShop(INVITER);
  shop.taps(ben, anna);
  shop.sleeps(25 * HOUR);
  buys(shop, ben);
  minutesPass(shop);
  ownerSets(shop, `inviter:${ben.phone}`, 'refused', 'bought nothing');
  shop.writes(anna, 'Good morning');
  minutesPass(shop);
  expect(shop.heard(anna).filter((text) => text.includes('is ready'))).toEqual([]);
  expect(reward(shop, 'inviter', ben)).toMatchObject({ State: 'refused', Told: '' });
});

test('the column Told moved meanwhile: it goes with the next message all the same', () => {
  const { shop, anna, ben } = rewardShop(INVITER);
  shop.taps(ben, anna);
  shop.sleeps(25 * HOUR);
  buys(shop, ben);
  minutesPass(shop);
  shop.script.spreadsheet.moveColumn('Rewards', 'Told', 2);
  shop.writes(anna, 'Good morning');
  minutesPass(shop);
  expect(shop.heard(anna).filter((text) => text.includes('is ready'))).toHaveLength(1);
});

test('window closed and a reward template: the template goes', () => {
  const { account } = CAN.meta.template ?? {};
  const { shop, anna, ben } = rewardShop(
    { ...INVITER, 'Reward template': 'friend_joined' },
    { whatsapp: account as object },
  );
  shop.taps(ben, anna);
  shop.sleeps(25 * HOUR);
  buys(shop, ben);
  minutesPass(shop);
  expect(shop.whatsapp.chat(anna.key).pop()).toMatchObject({
    kind: 'template',
    status: 'delivered',
  });
  expect(reward(shop, 'inviter', ben).Told).toMatch(/^told .* #\w+\.r0$/);
});

test('whoever has never written hears of no reward, by no template either, before they do', () => {
  const { account } = CAN.meta.template ?? {};
  const { shop, anna, ben } = rewardShop(
    { ...INVITER, 'Reward template': 'friend_joined' },
    { whatsapp: account as object },
  );
  shop.taps(ben, anna);
  shop.script.spreadsheet.type('Clients', shop.rowNumber(anna), 'Last message', '');
  const before = shop.heard(anna).length;
  buys(shop, ben);
  minutesPass(shop);
  expect(shop.heard(anna)).toHaveLength(before);
  expect(reward(shop, 'inviter', ben).Told).toBe(`waits for ${anna.phone} to write`);
  shop.writes(anna, 'Good morning');
  minutesPass(shop);
  expect(shop.heard(anna).join()).toContain('Ben');
  expect(reward(shop, 'inviter', ben).Told).toMatch(/^told /);
});

test('a refusal goes by no template, whose words are of something that comes: it waits for them to write', () => {
  const { account } = CAN.meta.template ?? {};
  const { shop, anna, ben } = rewardShop(
    { ...INVITER, 'Reward template': 'friend_joined' },
    { whatsapp: account as object },
  );
  shop.taps(ben, anna);
  buys(shop, ben);
  minutesPass(shop);
  shop.sleeps(25 * HOUR);
  const before = shop.heard(anna).length;
  ownerSets(shop, `inviter:${ben.phone}`, 'refused', '“It was brought back.”');
  minutesPass(shop);
  expect(shop.heard(anna)).toHaveLength(before);
  expect(reward(shop, 'inviter', ben).Told).toBe(`waits for ${anna.phone} to write`);
  shop.writes(anna, 'Good morning');
  minutesPass(shop);
  expect(shop.heard(anna).pop()).toBe(
    'We are sorry: there is no reward for Ben this time. It was brought back.',
  );
});

test('Stop: nothing is told, and the row says why', () => {
  const { shop, anna, ben } = rewardShop(INVITER);
  shop.taps(ben, anna);
  shop.writes(anna, 'Stop');
  const before = shop.heard(anna).length;
  buys(shop, ben);
  minutesPass(shop);
  expect(shop.heard(anna)).toHaveLength(before);
  expect(reward(shop, 'inviter', ben).Told).toBe('not sent: they asked for no messages');
});

test('somebody whose row is gone is told nothing, and the row of the reward says so', () => {
  const { shop, anna, ben } = rewardShop(INVITER);
  shop.taps(ben, anna);
  minutesPass(shop);
  shop.script.spreadsheet.deleteRow('Clients', 2);
  buys(shop, ben);
  minutesPass(shop);
  expect(reward(shop, 'inviter', ben)).toMatchObject({
    Who: anna.phone,
    Told: 'not sent: they are not in the base any more',
  });
});

test('refused by WhatsApp: the row says it, with the code', () => {
  const { shop, anna, ben } = rewardShop(INVITER);
  shop.taps(ben, anna);
  minutesPass(shop);
  buys(shop, ben);
  shop.whatsapp.weather = { code: 131026, status: 400 };
  minutesPass(shop);
  expect(reward(shop, 'inviter', ben).Told).toMatch(/^not sent: .*131026.* #\w+\.r0$/);
});

test('accepted, and failed on its way because the window had closed: it waits for the next message', () => {
  const { shop, anna, ben } = rewardShop(INVITER);
  shop.taps(ben, anna);
  minutesPass(shop);
  buys(shop, ben);
  anna.failsWith = 131047;
  minutesPass(shop);
  delete anna.failsWith;
  minutesPass(shop);
  expect(reward(shop, 'inviter', ben).Told).toBe(`waits for ${anna.phone} to write`);
  shop.writes(anna, 'Good morning');
  minutesPass(shop);
  expect(reward(shop, 'inviter', ben).Told).toMatch(/^told /);
});

test('WhatsApp out of reach: it is said, tried again, and told once', () => {
  const { shop, anna, ben } = rewardShop(INVITER);
  shop.taps(ben, anna);
  minutesPass(shop);
  buys(shop, ben);
  shop.whatsapp.weather = { code: 131000, status: 500 };
  minutesPass(shop);
  expect(reward(shop, 'inviter', ben).Told).toMatch(/^not yet: /);
  shop.whatsapp.weather = 'fine';
  shop.wait(60 * MINUTE);
  expect(reward(shop, 'inviter', ben).Told).toMatch(/^told /);
  expect(shop.heard(anna).filter((text) => text.includes('is ready'))).toHaveLength(1);
});

test('My rewards: what somebody has, with the state of each', () => {
  const { shop, anna, ben } = rewardShop(INVITER);
  expect(shop.writes(anna, 'My rewards').pop()?.text).toContain('You have no rewards yet');
  shop.sleeps(5 * MINUTE);
  shop.taps(ben, anna);
  buys(shop, ben);
  minutesPass(shop);
  expect(shop.writes(anna, 'my rewords').pop()?.text).toBe(
    'Your rewards:\nFree coffee · Ben · ready',
  );
  ownerTypes(shop, 'Rewards', { Key: `inviter:${ben.phone}` }, 'State', 'given');
  minutesPass(shop);
  expect(shop.writes(anna, 'my rewards').pop()?.text).toContain('given on 2026-06-01');
});

test('somebody changes their number: their rewards follow, also one that waits to be told', () => {
  const { shop, anna, ben } = rewardShop(BOTH);
  shop.taps(ben, anna);
  shop.sleeps(25 * HOUR);
  buys(shop, ben);
  minutesPass(shop);
  const before = ben.phone;
  shop.whatsapp.changeNumber(anna.key, '447755443322');
  shop.whatsapp.changeNumber(ben.key, '447766554433');
  shop.whatsapp.pump();
  expect(before).not.toBe(ben.phone);
  expect(shop.rows('Rewards').map(({ Key, Who }) => [Key, Who])).toEqual([
    ['friend:447766554433', '447766554433'],
    ['inviter:447766554433', '447755443322'],
  ]);
  shop.writes(anna, 'Good morning');
  minutesPass(shop);
  expect(shop.heard(anna).filter((text) => text.includes('is ready'))).toHaveLength(1);
  expect(shop.writes(anna, 'My rewards').pop()?.text).toContain('Free coffee');
  buys(shop, ben, { Amount: '-5' });
  minutesPass(shop);
  expect(shop.rows('Purchases').pop()?.Result).toBe('taken back; no reward');
});
