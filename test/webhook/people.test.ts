/** People as WhatsApp shows them: usernames without a number, numbers in another form, names that bite. */
import { Business } from '../support/business';

test('somebody with a username and no visible number is registered, answered and listed', () => {
  const shop = new Business();
  const anna = shop.person('Anna', '447700900001');
  const ben = shop.person('Ben', undefined, {
    username: 'ben',
    userId: 'GB.1349120865530274',
    showsPhone: false,
  });
  shop.writes(anna, 'Link');
  const [welcome] = shop.taps(ben, anna);
  expect(welcome?.status).toBe('delivered');
  expect(shop.row(ben)).toMatchObject({
    Phone: '',
    'Messenger id': ben.userId,
    'Invited by': anna.phone,
  });
  expect(shop.writes(anna, 'My referrals')[0]?.text).toBe('Your referrals: 1\nBen · 2026-06-01');
});

test('their own link carries a code, and their referrals find back to them', () => {
  const shop = new Business();
  const ben = shop.person('Ben', undefined, {
    username: 'ben',
    userId: 'GB.1349120865530274',
    showsPhone: false,
  });
  const cleo = shop.person('Cleo', '447700900003');
  shop.invites(ben, cleo);
  expect(shop.link(ben)).toMatch(/recommended%20by%20[2-9a-z]{8}%20Hello$/);
  expect(shop.row(cleo)).toMatchObject({ 'Invited by': ben.userId, "Inviter's name": 'Ben' });
  expect(shop.heard(ben).pop()).toMatch(/^Good news: Cleo/);
  expect(shop.writes(ben, 'My referrals')[0]?.text).toMatch(/^Your referrals: 1\nCleo/);
});

test('a client who hides the number later is the same person', () => {
  const shop = new Business();
  const anna = shop.person('Anna', '447700900001');
  const ben = shop.person('Ben', '447700900002');
  shop.invites(anna, ben);
  anna.showsPhone = false;
  const [list] = shop.writes(anna, 'My referrals');
  expect(list?.text).toMatch(/^Your referrals: 1\n/);
  expect(shop.rows('Clients')).toHaveLength(2);
});

test.each([
  ['Brazil', '5511987654321', '551187654321'],
  ['Mexico', '525512345678', '5215512345678'],
  ['Argentina', '541123456789', '5491123456789'],
])('%s: WhatsApp’s form and the dialled form are one person', (_, dialled, shown) => {
  const shop = new Business();
  const anna = shop.person('Anna', dialled, { waId: shown });
  const ben = shop.person('Ben', '447700900002');
  shop.writes(anna, 'Link');
  shop.writes(ben, `You were recommended by +${dialled} Hello`);
  expect(shop.row(ben)['Invited by']).toBe(dialled);
  expect(shop.heard(anna).pop()).toMatch(/^Good news: Ben/);
  shop.writes(ben, 'Link');
  shop.taps(anna, ben);
  expect(shop.rows('Clients')).toHaveLength(2);
});

test('links by code show no phone', () => {
  const shop = new Business({ settings: { Invitation: 'Привет! Меня пригласил друг {code}' } });
  const anna = shop.person('Anna', '447700900001');
  const ben = shop.person('Ben', '447700900002');
  shop.invites(anna, ben);
  expect(shop.link(anna)).not.toContain(anna.phone);
  expect(shop.row(ben)['Invited by']).toBe(anna.phone);
});

test.each([
  'You were recommended by 447700900001 Hello',
  'hello, you were recommended by +44 7700 900001! Hello, do you have time on Friday?',
  'you were recommended by (44) 7700-900-001',
  'You were recommended by \u200e٤٤٧٧٠٠٩٠٠٠٠١ Hello',
])('an invitation edited on its way: %s', (text) => {
  const shop = new Business();
  const anna = shop.person('Anna', '447700900001');
  const ben = shop.person('Ben', '447700900002');
  shop.writes(anna, 'Link');
  shop.writes(ben, text);
  expect(shop.row(ben)['Invited by']).toBe(anna.phone);
});

test('after the owner rewords the invitation, links that are out there go on working', () => {
  const shop = new Business();
  const anna = shop.person('Anna', '447700900001');
  const ben = shop.person('Ben', '447700900002');
  shop.writes(anna, 'Link');
  const old = shop.link(anna);
  shop.set({
    Invitation: 'أوصى بك {phone} مرحبا 🎁',
    'Earlier invitations': 'You were recommended by {phone} Hello',
  });
  shop.writes(ben, new URL(old).searchParams.get('text') ?? '');
  expect(shop.row(ben)['Invited by']).toBe(anna.phone);
  const cleo = shop.person('Cleo', '447700900003');
  shop.writes(anna, 'Link');
  shop.taps(cleo, anna);
  expect(shop.row(cleo)['Invited by']).toBe(anna.phone);
});

test.each([
  ['a formula', '=IMPORTXML("https://example.com","//a")'],
  ['a link formula', '+HYPERLINK("https://example.com")'],
  ['a date', '3/4'],
  ['digits', '0507123456'],
  ['markup', '<img src=x onerror=alert(1)>'],
  ['an apostrophe', "'quoted'"],
  ['right-to-left override', 'evil\u202egnp.exe'],
])('a name that is %s stays text', (_, name) => {
  const shop = new Business();
  const anna = shop.person(name, '447700900001');
  const ben = shop.person('Ben', '447700900002');
  shop.invites(anna, ben);
  const shown = name.replace('\u202e', '');
  expect(shop.row(anna).Name).toBe(shown);
  expect(shop.row(ben)["Inviter's name"]).toBe(shown);
  expect(shop.formulas('Clients')).toEqual([]);
});

test('a changed number takes the row and its referrals along', () => {
  const shop = new Business();
  const anna = shop.person('Anna', '447700900001');
  const ben = shop.person('Ben', '447700900002');
  shop.invites(anna, ben);
  shop.whatsapp.changeNumber(anna.key, '447700900077');
  expect(shop.row(ben)['Invited by']).toBe('447700900077');
  expect(shop.writes(anna, 'My referrals')[0]?.text).toMatch(/^Your referrals: 1\n/);
  expect(shop.rows('Clients')).toHaveLength(2);
});
