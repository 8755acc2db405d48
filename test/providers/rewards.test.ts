/** From the purchase to the reward over every provider: told at once, when the window opens, by template, or not at all. */
import { BOTH, buys, minutesPass, results, reward, rewardShop } from '../rewards/shop';
import type { BusinessOptions } from '../support/business';
import { HOUR } from '../support/business';
import { PROVIDERS } from '../support/providers';
import { CAN, withTemplate } from './shops';

const STAFF = '447733445566';

describe.each(PROVIDERS)('%s', (provider) => {
  const can = CAN[provider];
  const shopOver = (settings: Record<string, string> = {}, options: BusinessOptions = {}) =>
    rewardShop({ ...BOTH, ...settings }, { ...options, provider } as BusinessOptions);

  test('both are told, once, and My rewards lists what they have', () => {
    const { shop, anna, ben } = shopOver();
    shop.taps(ben, anna);
    buys(shop, ben);
    minutesPass(shop, 5);
    const news = (person: typeof anna) =>
      shop.heard(person).filter((text) => text.includes('is ready'));
    expect(news(anna)).toEqual([
      'Your reward for Ben is ready: Free coffee. Show this message at the counter.',
    ]);
    expect(news(ben)).toHaveLength(1);
    expect(reward(shop, 'inviter', ben).Told).toMatch(/^told .* #\w+\.r0$/);
    expect(shop.writes(anna, 'My rewards').pop()?.text).toBe(
      'Your rewards:\nFree coffee · Ben · ready',
    );
    expect([shop.pending(), shop.rows('Problems')]).toEqual([[], []]);
  });

  test('the help offers My rewards', () => {
    const { shop, cleo } = shopOver();
    const [help] = shop.writes(cleo, 'What do you cost?');
    if (can.buttons) expect(JSON.stringify(help?.buttons)).toContain('My rewards');
    else expect(help?.text).toContain('\n• My rewards');
  });

  test(
    can.window ? 'after a day it waits for their next message' : 'after a day it goes at once',
    () => {
      const { shop, anna, ben } = shopOver({ 'Friend gets': '' });
      shop.taps(ben, anna);
      shop.sleeps(25 * HOUR);
      buys(shop, ben);
      minutesPass(shop);
      const { Told } = reward(shop, 'inviter', ben);
      expect(Told).toMatch(can.window ? /^waits for \d+ to write$/ : /^told /);
      shop.writes(anna, 'Good morning');
      minutesPass(shop);
      expect(shop.heard(anna).filter((text) => text.includes('is ready'))).toHaveLength(1);
    },
  );

  if (can.template) {
    const { name } = can.template;
    test('after a day it goes by the template', () => {
      const { whatsapp } = withTemplate(provider);
      const { shop, anna, ben } = shopOver({ 'Friend gets': '', 'Reward template': name }, {
        whatsapp,
      } as BusinessOptions);
      shop.taps(ben, anna);
      shop.sleeps(25 * HOUR);
      buys(shop, ben);
      minutesPass(shop);
      expect(shop.heard(anna).pop()).toBe('Good news: Free coffee came.');
      expect(reward(shop, 'inviter', ben).Told).toMatch(/^told /);
    });
  }

  if (can.reports) {
    test('what fails on its way because the window was closed waits for their next message', () => {
      const { shop, anna, ben } = shopOver({ 'Friend gets': '' });
      shop.taps(ben, anna);
      minutesPass(shop);
      buys(shop, ben);
      anna.failsWith = can.codes.window;
      minutesPass(shop, 5);
      delete anna.failsWith;
      expect(reward(shop, 'inviter', ben).Told).toMatch(/^waits for \d+ to write/);
      shop.writes(anna, 'Good morning');
      minutesPass(shop);
      expect(reward(shop, 'inviter', ben).Told).toMatch(/^told /);
    });

    test('what never goes says why', () => {
      const { shop, anna, ben } = shopOver({ 'Friend gets': '' });
      shop.taps(ben, anna);
      minutesPass(shop);
      buys(shop, ben);
      anna.failsWith = can.codes.unreachable;
      minutesPass(shop, 5);
      expect(reward(shop, 'inviter', ben).Told).toContain(`not sent: `);
      expect(reward(shop, 'inviter', ben).Told).toContain(String(can.codes.unreachable));
    });
  }

  test('the staff write a purchase, and it counts at once', () => {
    const { shop, anna, ben } = shopOver({ Staff: can.numbers ? STAFF : 'tg:5000000004' });
    const sam = shop.person('Sam', STAFF);
    const shown = can.numbers ? `+${ben.phone}` : shop.keyOf(ben);
    shop.taps(ben, anna);
    minutesPass(shop);
    expect(shop.writes(sam, `bought ${shown} 12 haircut`)[0]?.text).toBe(
      `${shown} · 12: counts for Anna`,
    );
    expect(results(shop)).toEqual([expect.stringMatching(/^counts for Anna #\w+\.p0$/)]);
    minutesPass(shop);
    expect(shop.heard(anna).filter((text) => text.includes('is ready'))).toHaveLength(1);
  });
});
