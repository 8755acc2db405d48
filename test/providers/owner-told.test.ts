/** What only the owner can put right is told, also where a message had been accepted before it failed. */
import { Business, MINUTE } from '../support/business';

test('WhatsApp cannot charge the owner: nothing arrives, though everything is accepted', () => {
  const shop = new Business();
  const anna = shop.person('Anna', '447700900001');
  anna.failsWith = 131042;
  shop.writes(anna, 'Link');
  expect(shop.heard(anna)).toEqual([]);
  const [problem, ...others] = shop.rows('Problems');
  expect(problem).toMatchObject({
    Problem: 'A message was accepted but not delivered: WhatsApp has no way to charge you (131042)',
    'What to do': 'Add a payment method in Meta’s Business settings, under Billing.',
  });
  expect(others).toEqual([]);
});

test('the number is not registered: the owner is told, and all that waits goes once it is', () => {
  const shop = new Business({ whatsapp: { registered: false } });
  const anna = shop.person('Anna', '447700900001');
  shop.writes(anna, 'Link');
  expect(shop.rows('Problems')[0]?.Problem).toBe(
    'Nothing can be sent: your number is not registered with WhatsApp’s API (133010)',
  );
  shop.whatsapp.business.registered = true;
  shop.wait(10 * MINUTE);
  expect(shop.heard(anna)).toHaveLength(2);
});

test('Twilio’s number is none of WhatsApp’s any more', () => {
  const shop = new Business({ provider: 'twilio' });
  const anna = shop.person('Anna', '447700900001');
  anna.failsWith = 63007;
  shop.writes(anna, 'Link');
  expect(shop.rows('Problems').map((row) => row['What to do'])).toEqual([
    'Use Referrals → Connect WhatsApp… to check the connection.',
  ]);
});
