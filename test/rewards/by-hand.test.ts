/** Everything that is needed daily works by cells alone, as on a phone: rows, a drop-down, a ticked box; each answered in its row. */
import { MAY_BECOME } from '../../src/program/rewards/changes';
import { STATES, type State } from '../../src/program/rewards/model';
import { Business, MINUTE } from '../support/business';
import {
  BOTH,
  buys,
  minutesPass,
  noteOf,
  ownerSets,
  ownerTypes,
  results,
  reward,
  rewardShop,
  states,
} from './shop';

describe.each(STATES)('a reward that is %s', (from) => {
  const { shop, anna, ben } = rewardShop();
  shop.taps(ben, anna);
  buys(shop, ben);
  minutesPass(shop);
  const key = `inviter:${ben.phone}`;
  if (from !== 'ready') ownerSets(shop, key, from, 'because');
  minutesPass(shop);
  const saved = shop.save();

  test('is in that state', () => {
    expect(states(shop)[key]).toBe(from);
  });

  test.each(STATES.filter((to) => to !== from))('becomes %s by its cell, or is put back', (to) => {
    const again = new Business({ saved });
    ownerSets(again, key, to, 'because');
    minutesPass(again, 1);
    const may = MAY_BECOME[from].includes(to);
    const now: State = may ? to : from;
    const row = reward(again, 'inviter', again.known('Ben'));
    expect(row).toMatchObject({ State: now, Known: now });
    expect(row['Given on'] !== '').toBe(now === 'given');
    expect(noteOf(again, key)).toBe(may ? '' : `A reward that is ${from} cannot become ${to}.`);
    expect(again.rows('Rewards')).toHaveLength(2);
  });
});

test('a day on the phone: a purchase, one given, one refused, a flag cleared, a referral that counts', () => {
  const { shop, anna, ben, cleo } = rewardShop({ ...BOTH, 'Friend gets': '' });
  const sheet = shop.script.spreadsheet;
  shop.taps(ben, anna);
  shop.sleeps(5 * MINUTE);
  shop.writes(anna, 'Link');
  shop.taps(cleo, anna);
  const dora = shop.person('Dora', '447755667788');
  shop.sleeps(5 * MINUTE);
  shop.taps(dora, anna);
  minutesPass(shop, 1);

  sheet.type('Purchases', 2, 'Phone', `+${ben.phone}`);
  sheet.type('Purchases', 2, 'Amount', '12.50');
  minutesPass(shop, 1);
  expect(results(shop)).toEqual(['counts for Anna']);
  ownerSets(shop, `inviter:${ben.phone}`, 'given');
  minutesPass(shop, 1);
  expect(reward(shop, 'inviter', ben)).toMatchObject({ State: 'given', Known: 'given' });

  sheet.type('Purchases', 3, 'Phone', cleo.phone ?? '');
  minutesPass(shop, 1);
  expect(results(shop)[1]).toBe('counts for Anna; flagged: look at Rewards');
  expect(reward(shop, 'inviter', cleo)).toMatchObject({ State: 'flagged', Told: '' });
  ownerSets(shop, `inviter:${cleo.phone}`, 'ready');
  minutesPass(shop, 1);
  expect(reward(shop, 'inviter', cleo)).toMatchObject({ State: 'ready', Known: 'ready' });
  ownerSets(shop, `inviter:${cleo.phone}`, 'refused', '“Only for new customers.”');
  minutesPass(shop, 1);
  expect(reward(shop, 'inviter', cleo)).toMatchObject({ State: 'refused', Known: 'refused' });

  ownerTypes(shop, 'Clients', { Phone: dora.phone ?? '' }, 'Counts', 'TRUE');
  minutesPass(shop, 1);
  expect(shop.row(dora).Counts).toMatch(/^yes: you said so /);
  expect(reward(shop, 'inviter', dora).State).toBe('ready');
});
