/** What the owner does by hand: states, several at once, flags; what may not be is put back with a note. */
import { Business, callsOf, MINUTE } from '../support/business';
import {
  BOTH,
  buys,
  type Cast,
  friend,
  minutesPass,
  noteOf,
  ownerSets,
  ownerTypes,
  results,
  reward,
  rewardShop,
  states,
} from './shop';

/** Ben has bought, and both rewards are ready. */
function benHasBought(settings = BOTH): Cast {
  const cast = rewardShop(settings);
  cast.shop.taps(cast.ben, cast.anna);
  buys(cast.shop, cast.ben);
  minutesPass(cast.shop);
  return cast;
}

test('given: the day is noted', () => {
  const { shop, ben } = benHasBought();
  ownerSets(shop, `inviter:${ben.phone}`, 'given');
  minutesPass(shop, 1);
  expect(reward(shop, 'inviter', ben)).toMatchObject({
    State: 'given',
    Known: 'given',
    'Given on': expect.stringMatching(/^2026-06-01 /),
  });
});

test('several at once: a state is pasted down the column', () => {
  const { shop, ben } = benHasBought();
  const sheet = shop.script.spreadsheet;
  sheet.paste('Rewards', 2, sheet.columnOf('Rewards', 'State'), [['given'], ['given']]);
  minutesPass(shop, 1);
  expect(Object.values(states(shop))).toEqual(['given', 'given']);
  expect(reward(shop, 'friend', ben)['Given on']).not.toBe('');
});

test.each([
  ['waiting', 'A reward that is given cannot become waiting.'],
  ['gone', '“gone” is not a state. Use one of: waiting, ready, given, flagged, refused, expired.'],
])('given → %s is put back, with a note that goes when all is well', (wish, note) => {
  const { shop, ben } = benHasBought();
  const key = `inviter:${ben.phone}`;
  ownerSets(shop, key, 'given');
  minutesPass(shop, 1);
  ownerSets(shop, key, wish);
  minutesPass(shop, 1);
  expect(states(shop)[key]).toBe('given');
  expect(noteOf(shop, key)).toBe(note);
});

test('refused needs a reason; the client reads the part of it in quotation marks', () => {
  const { shop, anna, ben } = benHasBought();
  const key = `inviter:${ben.phone}`;
  ownerSets(shop, key, 'refused', '');
  minutesPass(shop);
  expect(noteOf(shop, key)).toMatch(/^Write the reason into Why/);
  expect(reward(shop, 'inviter', ben).Known).toBe('ready');
  ownerTypes(shop, 'Rewards', { Key: key }, 'Why', 'same person, “Only for new customers.”');
  minutesPass(shop);
  expect(reward(shop, 'inviter', ben)).toMatchObject({ State: 'refused', Known: 'refused' });
  expect(noteOf(shop, key)).toBe('');
  expect(shop.heard(anna).pop()).toBe(
    'We are sorry: there is no reward for Ben this time. Only for new customers.',
  );
});

test('rows sorted and columns moved, and the ledger goes on', () => {
  const { shop, ben, anna, cleo } = benHasBought();
  const sheet = shop.script.spreadsheet;
  sheet.moveColumn('Rewards', 'Known', 1);
  sheet.moveColumn('Rewards', 'Key', 9);
  sheet.sort('Rewards', 'Side', false);
  ownerSets(shop, `friend:${ben.phone}`, 'given');
  shop.taps(cleo, anna);
  buys(shop, cleo);
  minutesPass(shop);
  expect(states(shop)).toEqual({
    [`friend:${ben.phone}`]: 'given',
    [`inviter:${ben.phone}`]: 'ready',
    [`friend:${cleo.phone}`]: 'ready',
    [`inviter:${cleo.phone}`]: 'ready',
  });
});

test('a row of the owner’s own is left alone', () => {
  const { shop } = benHasBought();
  shop.script.spreadsheet.fill('Rewards', [{ Name: 'Dan', Reward: 'Cake', State: 'promised' }]);
  shop.sleeps(20 * MINUTE);
  expect(shop.rows('Rewards')[2]).toMatchObject({ Name: 'Dan', State: 'promised', Known: '' });
});

test('changed by an app, which tells of no edit: taken over within ten minutes', () => {
  const { shop } = benHasBought();
  const sheet = shop.script.spreadsheet;
  const row = Object.keys(shop.rows('Rewards')[0] ?? {}).map((heading) => [
    heading,
    sheet.value('Rewards', 2, heading),
  ]);
  sheet.fill('Rewards', [{ ...Object.fromEntries(row), State: 'given' }], 2);
  shop.wait(11 * MINUTE);
  expect(shop.rows('Rewards')[0]).toMatchObject({
    State: 'given',
    Known: 'given',
    'Given on': expect.stringMatching(/^2026-06-01 /),
  });
});

describe('where a simple trigger may not use Script Properties', () => {
  test('a state that the owner chooses is taken over within a minute, time after time', () => {
    const { shop, ben } = benHasBought();
    shop.script.quirks.simpleTriggersMayUseProperties = false;
    const key = `inviter:${ben.phone}`;
    for (const state of ['expired', 'waiting', 'given']) {
      ownerSets(shop, key, state);
      minutesPass(shop, 1);
      expect(reward(shop, 'inviter', ben)).toMatchObject({ State: state, Known: state });
    }
  });

  test('a purchase that is corrected is counted again, and the owner’s yes is heard', () => {
    const { shop, anna, ben, cleo } = rewardShop();
    shop.taps(ben, anna);
    shop.sleeps(5 * MINUTE);
    shop.taps(cleo, anna);
    buys(shop, ben, { Amount: 'ten' });
    minutesPass(shop);
    shop.script.quirks.simpleTriggersMayUseProperties = false;
    ownerTypes(shop, 'Purchases', { Amount: 'ten' }, 'Amount', '10');
    minutesPass(shop, 1);
    expect(results(shop)).toEqual(['counts for Anna']);
    ownerTypes(shop, 'Clients', { Phone: cleo.phone ?? '' }, 'Counts', 'yes');
    minutesPass(shop, 1);
    expect(reward(shop, 'inviter', cleo)).toMatchObject({ State: 'ready' });
  });

  test('a tab of the owner’s own that is called like one of ours is left alone', () => {
    const shop = new Business();
    shop.script.quirks.simpleTriggersMayUseProperties = false;
    shop.script.spreadsheet.addSheet('Purchases');
    shop.script.spreadsheet.type('Purchases', 1, 1, 'Flour');
    shop.script.spreadsheet.type('Purchases', 2, 1, '2 kg');
    minutesPass(shop);
    expect(shop.script.spreadsheet.rows('Purchases')).toEqual([['Flour'], ['2 kg']]);
    expect(shop.rows('Problems')).toEqual([]);
    expect(shop.script.executions.filter(({ error }) => error)).toEqual([]);
  });

  test('a new promise makes the tabs within a minute', () => {
    const shop = new Business();
    shop.script.quirks.simpleTriggersMayUseProperties = false;
    shop.set({ 'Inviter gets': 'Free coffee' });
    minutesPass(shop, 1);
    expect(shop.script.spreadsheet.sheetNames()).toContain('Rewards');
  });

  test('an idle minute still costs four calls', () => {
    const { shop, ben } = benHasBought();
    shop.script.quirks.simpleTriggersMayUseProperties = false;
    ownerSets(shop, `inviter:${ben.phone}`, 'given');
    minutesPass(shop);
    expect(callsOf(shop.triggerRuns()).all).toBeLessThanOrEqual(4);
  });
});

test('many friends within an hour are flagged, told to nobody, and go on when the owner clears them', () => {
  const { shop, anna } = rewardShop({
    ...BOTH,
    'Friend gets': '',
    'A referral counts when': 'joined',
    'Look at more than, an hour': '2',
  });
  const friends = Array.from({ length: 3 }, (_, n) => friend(shop, n));
  for (const one of friends) {
    shop.sleeps(5 * MINUTE);
    shop.taps(one, anna);
  }
  minutesPass(shop);
  const [, , third] = friends;
  if (!third) throw new Error('There is no third friend');
  expect(Object.values(states(shop))).toEqual(['ready', 'ready', 'flagged']);
  expect(shop.row(third).Check).toBe('3 friends of one inviter within an hour');
  expect(reward(shop, 'inviter', third).Told).toBe('');
  ownerSets(shop, `inviter:${third.phone}`, 'ready');
  minutesPass(shop);
  expect(reward(shop, 'inviter', third)).toMatchObject({
    State: 'ready',
    Told: expect.stringMatching(/^told /),
  });
  expect(shop.heard(anna).join()).not.toMatch(/hour|flag/);
});
