/** The story that the product is made for: a link, a tap, a registration, a notice, a list. */
import { Business } from '../support/business';

test('a friend comes by a link, is noted, and both are told', () => {
  const shop = new Business();
  const anna = shop.person('Anna', '447700900001');
  const ben = shop.person('Ben', '447700900002');

  const [card, share] = shop.writes(anna, 'Link');
  expect(card).toMatchObject({
    kind: 'card',
    link: {
      title: 'Open my link',
      url: 'https://wa.me/15550783881?text=You%20were%20recommended%20by%20447700900001%20Hello',
    },
  });
  expect(share?.link?.url).toMatch(/^https:\/\/wa\.me\/\?text=.*447700900001/);

  const [welcome] = shop.taps(ben, anna);
  expect(welcome).toMatchObject({ kind: 'choices', status: 'delivered' });
  expect(welcome?.text).toBe(
    'Welcome, Ben! A friend recommended you to us. Would you like a link of your own to share?',
  );
  expect(shop.heard(anna).pop()).toBe(
    'Good news: Ben came to us on your recommendation. Thank you!',
  );
  expect(shop.row(ben)).toMatchObject({
    Phone: '447700900002',
    Name: 'Ben',
    'Invited by': '447700900001',
    "Inviter's name": 'Anna',
    Joined: '2026-06-01 12:00',
    'Last message': '2026-06-01 12:00',
    Notice: expect.stringMatching(/^told 2026-06-01 12:00\s+#/),
  });

  const [list] = shop.writes(anna, 'My referrals');
  expect(list?.text).toBe('Your referrals: 1\nBen · +44 770 ··· 00 02 · 2026-06-01');
  expect(shop.pending()).toEqual([]);
});

test('the invitee asks for a link with the button of the welcome', () => {
  const shop = new Business();
  const anna = shop.person('Anna', '447700900001');
  const ben = shop.person('Ben', '447700900002');
  shop.invites(anna, ben);
  const [card] = shop.writes(ben, { buttonId: 'command:link' });
  expect(card?.link?.url).toContain('447700900002');
});
