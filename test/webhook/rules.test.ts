/** Every row of the rule table, each with its own wording, and none of them silent. What is not told: privacy.test.ts. */
import { Business, HOUR } from '../support/business';

const people = () => {
  const shop = new Business({ settings: { 'Say who invited': 'yes' } });
  const anna = shop.person('Anna', '447700900001');
  const ben = shop.person('Ben', '447700900002');
  const cleo = shop.person('Cleo', '447700900003');
  return { shop, anna, ben, cleo };
};

test('a number that cannot be one: the sender is shown how an invitation looks', () => {
  const { shop, ben } = people();
  const [answer] = shop.writes(ben, 'You were recommended by 123 Hello');
  expect(answer?.text).toContain('“You were recommended by 12025550123 Hello”');
  expect(shop.rows('Clients')).toEqual([]);
});

test('one’s own link', () => {
  const { shop, anna } = people();
  shop.writes(anna, 'Link');
  const [answer] = shop.taps(anna, anna);
  expect(answer?.text).toMatch(/^That is your own link, Anna/);
  expect(shop.row(anna)['Invited by']).toBe('');
});

test('somebody who has an inviter: welcomed back, nothing changes, nobody is told again', () => {
  const { shop, anna, ben, cleo } = people();
  shop.invites(anna, ben);
  shop.writes(cleo, 'Link');
  const told = shop.heard(cleo).length;
  const [answer] = shop.taps(ben, cleo);
  expect(answer?.text).toMatch(/^Welcome back, Ben/);
  expect(shop.row(ben)['Invited by']).toBe(anna.phone);
  expect(shop.heard(cleo)).toHaveLength(told);
});

test('an inviter who is not in the base: greeted, put into the base, the claim noted for the owner', () => {
  const { shop, ben } = people();
  const [answer] = shop.writes(ben, 'You were recommended by 447700900099 Hello');
  expect(answer?.text).toMatch(/^Welcome, Ben! We do not know the number/);
  expect(shop.row(ben)).toMatchObject({
    'Invited by': '',
    Note: 'says they were invited by 447700900099, who is not in the base',
  });
});

test('a loop, direct and through others', () => {
  const { shop, anna, ben, cleo } = people();
  shop.invites(anna, ben);
  shop.invites(ben, cleo);
  shop.writes(cleo, 'Link');
  for (const descendant of [ben, cleo]) {
    const [answer] = shop.taps(anna, descendant);
    expect(answer?.text).toMatch(/^Nice to see you, Anna! The person who recommends us/);
  }
  expect(shop.row(anna)['Invited by']).toBe('');
});

test('a loop through somebody whose row the owner has deleted', () => {
  const { shop, anna, ben, cleo } = people();
  shop.invites(anna, ben);
  shop.invites(ben, cleo);
  shop.writes(cleo, 'Link');
  shop.script.spreadsheet.deleteRow('Clients', shop.rowNumber(anna));
  shop.taps(anna, cleo);
  expect(shop.has(anna)).toBe(false);
});

test('only new clients count: who is in the base already is told so', () => {
  const { shop, anna, ben, cleo } = people();
  shop.set({ 'Only new clients count': 'yes' });
  shop.writes(anna, 'Link');
  shop.writes(ben, 'Link');
  const [answer] = shop.taps(ben, anna);
  expect(answer?.text).toMatch(/^Welcome back, Ben! You were with us before/);
  expect(shop.row(ben)['Invited by']).toBe('');
  shop.taps(cleo, anna);
  expect(shop.row(cleo)['Invited by']).toBe(anna.phone);
});

test('somebody in the base without an inviter is registered in their own row', () => {
  const { shop, anna, ben } = people();
  shop.writes(anna, 'Link');
  shop.writes(ben, 'Link');
  shop.taps(ben, anna);
  expect(shop.rows('Clients')).toHaveLength(2);
  expect(shop.row(ben)).toMatchObject({ 'Invited by': anna.phone, "Inviter's name": 'Anna' });
});

test('a message that merely contains a phone number is not an invitation', () => {
  const { shop, anna, ben } = people();
  shop.writes(anna, 'Link');
  shop.writes(ben, `My number is ${anna.phone}, call me`);
  expect(shop.has(ben)).toBe(false);
});

test('an opted-out inviter is not told, and the row says why', () => {
  const { shop, anna, ben } = people();
  shop.writes(anna, 'Link');
  shop.writes(anna, 'Stop');
  const told = shop.heard(anna).length;
  shop.taps(ben, anna);
  expect(shop.heard(anna)).toHaveLength(told);
  expect(shop.row(ben).Notice).toMatch(/^not sent: they asked for no messages\s+#/);
});

test('a straggler of seven hours is registered, its inviter told, but it is not answered', () => {
  const { shop, anna, ben } = people();
  shop.writes(anna, 'Link');
  shop.whatsapp.delivery.hold = true;
  shop.writes(ben, `You were recommended by ${anna.phone} Hello`);
  shop.sleeps(7 * HOUR);
  shop.whatsapp.flush();
  expect(shop.row(ben)).toMatchObject({ 'Invited by': anna.phone, Joined: '2026-06-01 12:00' });
  expect(shop.heard(ben)).toEqual([]);
  expect(shop.heard(anna).pop()).toMatch(/^Good news: Ben/);
});
