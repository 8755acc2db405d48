/** What only the owner can put right is told, also where a message had been accepted before it failed. */
import { ownerOf } from '../owner/owner';
import { Business, HOUR, MINUTE } from '../support/business';

test('WhatsApp cannot charge the owner: nothing arrives, though everything is accepted', () => {
  const shop = new Business();
  const anna = shop.person('Anna', '447700900001');
  anna.failsWith = 131042;
  shop.writes(anna, 'Link');
  expect(shop.heard(anna)).toEqual([]);
  const [problem, ...others] = shop.rows('Problems');
  expect(problem).toMatchObject({
    Problem: 'A message was accepted but not delivered: WhatsApp has no way to charge you (131042)',
    'What to do': expect.stringMatching(/^Add a payment method in Meta’s Billing Hub/),
  });
  expect(others).toEqual([]);
  const owner = ownerOf(shop);
  expect(owner.state().unpaid).toMatchObject({
    what: problem?.Problem,
    toDo: problem?.['What to do'],
  });
  expect(owner.ownerPaid().unpaid).toBeNull();
});

test('what was not paid is told again while messages fail, and is forgotten after three quiet days', () => {
  const shop = new Business();
  const anna = shop.person('Anna', '447700900001');
  anna.failsWith = 131042;
  shop.writes(anna, 'Link');
  const owner = ownerOf(shop);
  shop.sleeps(71 * HOUR);
  expect(owner.state().unpaid).not.toBeNull();
  shop.writes(anna, 'Link');
  shop.sleeps(71 * HOUR);
  expect(owner.state().unpaid).not.toBeNull();
  shop.sleeps(2 * HOUR);
  expect(owner.state().unpaid).toBeNull();
});

test('Twilio has suspended the account: its balance is looked at first', () => {
  const shop = new Business({ provider: 'twilio' });
  const anna = shop.person('Anna', '447700900001');
  anna.failsWith = 30002;
  shop.writes(anna, 'Link');
  expect(shop.rows('Problems')[0]).toMatchObject({
    Problem: 'A message was accepted but not delivered: Twilio has suspended your account (30002)',
    'What to do': expect.stringContaining('add funds'),
  });
  expect(ownerOf(shop).state().unpaid).not.toBeNull();
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
    'Use Referrals → Connect… to check the connection.',
  ]);
});
