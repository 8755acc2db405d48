/** A name that its bearer chose to reach others: nobody but the owner sees it. */
import { Business, HOUR } from '../support/business';

const PHISHING = 'Win €500 http://evil.example/x';

function shopWith(name: string, settings: Record<string, string> = {}) {
  const body = 'News: {{1}} came.';
  const template = { name: 'friend_joined', language: 'en', bodyParameters: 1, body };
  const shop = new Business({
    settings,
    whatsapp: { templates: [{ ...template, status: 'APPROVED', category: 'MARKETING' }] },
  });
  const anna = shop.person('Anna', '447700900001');
  const stranger = shop.person(name, '447700900002');
  shop.writes(anna, 'Link');
  return { shop, anna, stranger };
}

test('the notice and the list show the masked number, the sheet the name', () => {
  const { shop, anna, stranger } = shopWith(PHISHING);
  shop.taps(stranger, anna);
  expect(shop.heard(anna).pop()).toBe(
    'Good news: +44 770 ··· 00 02 came to us on your recommendation. Thank you!',
  );
  expect(shop.writes(anna, 'My referrals')[0]?.text).toBe(
    'Your referrals: 1\n+44 770 ··· 00 02 · 2026-06-01',
  );
  expect(shop.row(stranger).Name).toBe(PHISHING);
});

test('the template’s value is the masked number', () => {
  const { shop, anna, stranger } = shopWith(PHISHING, { 'Notice template': 'friend_joined' });
  shop.sleeps(25 * HOUR);
  shop.taps(stranger, anna);
  expect(shop.heard(anna).pop()).toBe('News: +44 770 ··· 00 02 came.');
});

test('whoever comes by such a person’s link is not shown it either', () => {
  const { shop, anna, stranger } = shopWith(PHISHING, { 'Say who invited': 'yes' });
  shop.writes(stranger, 'Link');
  expect(shop.taps(anna, stranger)[0]?.text).toBe(
    'Welcome, Anna! +44 770 ··· 00 02 recommended you to us. Would you like a link of your own to share?',
  );
  expect(shop.writes(anna, 'Who invited me')[0]?.text).toMatch(/^\+44 770 ··· 00 02 recommended/);
});

test('somebody without a visible number is “a friend”', () => {
  const { shop, anna } = shopWith('Somebody');
  const uma = shop.person('Free gifts: t.me/evil', '447700900003', { showsPhone: false });
  shop.taps(uma, anna);
  expect(shop.heard(anna).pop()).toMatch(/^Good news: a friend came to us/);
  expect(shop.writes(anna, 'My referrals')[0]?.text).toMatch(/\na friend · 2026-06-01$/);
});

test('a name of which nothing can be seen is none; one that hides letters shows what can be seen', () => {
  const { shop, anna, stranger } = shopWith('\u3164\u2800\u{e0041}');
  const zalgo = shop.person(`A\u3164n${'\u0335'.repeat(60)}na`, '447700900003');
  shop.taps(stranger, anna);
  shop.sleeps(2 * HOUR);
  shop.taps(zalgo, anna);
  expect(shop.row(stranger).Name).toBe('');
  expect(shop.row(zalgo).Name).toBe('An\u0335\u0335\u0335na');
  expect(shop.heard(anna).slice(-2)).toEqual([
    expect.stringMatching(/^Good news: \+44 770 ··· 00 02 came/),
    expect.stringMatching(/^Good news: An\u0335{3}na came/),
  ]);
});
