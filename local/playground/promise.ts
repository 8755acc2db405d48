/** What the shop of the playground promises, so that the way from the join to the reward can be seen whole. */
import { typeSetting } from './settings-tab';
import type { World } from './world';

/** Both sides are shown: a coupon goes out by itself, a discount is given by hand, and both wait for the next day. */
const PROMISED = {
  'A referral counts when': 'bought',
  'Friend gets': '10 % off',
  'Inviter gets': 'a coupon',
  'Wait, days': '1',
};

const CODES = ['CAKE-7QK2', 'CAKE-M4XD', 'CAKE-R9TW', 'CAKE-3HVP', 'CAKE-Z6LC'];

const MINUTE = 60_000;

/** The owner sets the rewards and fills in the coupons. */
export function promiseRewards(world: World): void {
  const { script } = world;
  world.act('The owner set the rewards', () => {
    for (const [name, value] of Object.entries(PROMISED)) typeSetting(script, name, value);
  });
  // The tabs of the rewards are there a minute later.
  world.advance(MINUTE);
  const { spreadsheet } = script;
  if (!spreadsheet.sheetNames().includes('Coupons')) return;
  const codes = CODES.map((code) => ({ Code: code }));
  world.act('The owner filled in coupons', () => spreadsheet.fill('Coupons', codes));
}
