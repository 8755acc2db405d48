/** The outside world over every provider: out of order, silent, refusing, and well again. */
import { MINUTE } from '../support/business';
import { PROVIDERS } from '../support/providers';
import { CAN, heard, shopWithPeople } from './shops';

describe.each(PROVIDERS)('%s', (provider) => {
  const can = CAN[provider];

  test.each(['down', 'refused', 'error500', 'rateLimited', 'html'] as const)(
    'the provider is out of order (%s), and then well',
    (weather) => {
      const { shop, anna, ben } = shopWithPeople(provider);
      shop.writes(anna, 'Link');
      shop.whatsapp.weather = weather;
      shop.taps(ben, anna);
      expect(shop.row(ben)).toMatchObject({
        'Invited by': shop.keyOf(anna),
        Notice: expect.stringMatching(/^not yet: /),
      });
      shop.whatsapp.weather = 'fine';
      shop.wait(5 * MINUTE);
      expect(heard(shop, anna, 'Good news')).toHaveLength(1);
      expect(heard(shop, ben, 'Welcome')).toHaveLength(1);
      expect([shop.pending(), shop.rows('Problems')]).toEqual([[], []]);
    },
  );

  test.each(['answerLost', 'truncated'] as const)(
    `a message that went while nobody said so (%s) is told ${can.reports ? 'once' : 'twice: no report says that it went'}`,
    (weather) => {
      const { shop, anna, ben } = shopWithPeople(provider);
      shop.writes(anna, 'Link');
      shop.whatsapp.weather = weather;
      shop.taps(ben, anna);
      shop.whatsapp.weather = 'fine';
      shop.wait(10 * MINUTE);
      expect(heard(shop, anna, 'Good news')).toHaveLength(can.reports ? 1 : 2);
      expect(shop.row(ben).Notice).toMatch(/^told/);
      expect(shop.pending()).toEqual([]);
    },
  );

  test('the access is refused: the owner is told once, nothing more is sent, and it goes on by itself', () => {
    const { shop, anna, ben, cleo } = shopWithPeople(provider);
    shop.writes(anna, 'Link');
    shop.whatsapp.weather = 'tokenRejected';
    shop.taps(ben, anna);
    const sent = shop.whatsapp.outbound.length;
    shop.taps(cleo, anna);
    expect(shop.whatsapp.outbound).toHaveLength(sent);
    expect(shop.rows('Problems')).toHaveLength(1);
    expect(shop.rows('Problems')[0]?.Problem).toMatch(/^Nothing can be sent: /);
    shop.whatsapp.weather = 'fine';
    shop.wait(30 * MINUTE);
    expect(heard(shop, anna, 'Good news')).toHaveLength(2);
    expect(shop.pending()).toEqual([]);
  });

  test('a message that the provider refuses: the row says why', () => {
    const { shop, anna, ben } = shopWithPeople(provider);
    shop.writes(anna, 'Link');
    shop.whatsapp.weather = { code: can.codes.unreachable, status: 400 };
    shop.taps(ben, anna);
    expect(shop.row(ben).Notice).toMatch(/^not sent: .*\(.*\d{3}\)\s+#/);
    expect(shop.pending()).toEqual([]);
  });

  test('a message that fails on its way', () => {
    const { shop, anna, ben } = shopWithPeople(provider);
    shop.writes(anna, 'Link');
    anna.failsWith = can.codes.unreachable;
    shop.taps(ben, anna);
    if (!can.failsLate) {
      expect(shop.row(ben).Notice).toMatch(/^not sent: they have never started the bot/);
      return;
    }
    const problems = shop.rows('Problems').map((row) => row.Problem);
    if (can.reports) expect(shop.row(ben).Notice).toMatch(/^not sent: .*not on WhatsApp/);
    else expect(problems).toEqual([expect.stringMatching(/^A message to 447700900001 failed: /)]);
  });
});
