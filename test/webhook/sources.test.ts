/** Sources: a poster or a flyer has a code and a link as a client has, and whoever comes by it is registered. */
import type { Execution } from '../../local/apps-script';
import { Business, callsOf, invitationIn, MINUTE } from '../support/business';

/** A shop whose owner has typed these names into *Sources*. */
function shopWith(names: string[], settings: Record<string, string> = {}): Business {
  const shop = new Business({ settings });
  shop.wait(MINUTE);
  names.forEach((name, index) => {
    shop.script.spreadsheet.type('Sources', index + 2, 'Name', name);
  });
  shop.wait(MINUTE);
  return shop;
}

const linkOf = (shop: Business, row = 0) => shop.rows('Sources')[row]?.Link ?? '';

/** Somebody scans the poster. */
function scans(shop: Business, name: string, phone: string, row = 0) {
  const person = shop.person(name, phone);
  return { person, answers: shop.writes(person, invitationIn(linkOf(shop, row))) };
}

test('a name gets a code and a link within a minute, without a message to anybody', () => {
  const shop = shopWith(['Poster at the door', 'Flyer, market']);
  const [poster, flyer] = shop.rows('Sources');
  expect(poster).toEqual({
    Name: 'Poster at the door',
    Code: expect.stringMatching(/^[2-9a-hjkmnp-z]{3}[2-9][a-hjkmnp-z][2-9a-hjkmnp-z]{3}$/),
    Link: expect.stringMatching(/^https:\/\/wa\.me\/\d+\?text=You%20were%20recommended%20by%20/),
    Referrals: '0',
  });
  expect(invitationIn(poster?.Link ?? '')).toContain(poster?.Code);
  expect(flyer?.Code).not.toBe(poster?.Code);
  expect(shop.whatsapp.outbound).toEqual([]);
});

test('whoever comes by it is registered, welcomed, and counted; nobody else hears of it', () => {
  const shop = shopWith(['Poster at the door']);
  const { person, answers } = scans(shop, 'Ben', '447700900002');
  expect(answers.map(({ text }) => text)).toEqual([
    'Welcome, Ben! It is good that you found us. Would you like a link of your own to share?',
  ]);
  expect(shop.row(person)).toMatchObject({
    'Invited by': shop.rows('Sources')[0]?.Code,
    "Inviter's name": 'Poster at the door',
    Notice: expect.stringMatching(/^not told: a source is no person\s+#\w+\.n\d$/),
  });
  shop.wait(2 * MINUTE);
  expect(shop.rows('Sources')[0]?.Referrals).toBe('1');
  expect(shop.whatsapp.outbound.filter(({ body }) => body.includes('"to"'))).toHaveLength(1);
});

test('it costs no more calls than any other referral', () => {
  const shop = shopWith(['Poster at the door']);
  const handling = (): Execution =>
    shop.script.executions.filter(({ calls }) => calls.fetch).pop() as Execution;
  scans(shop, 'Ben', '447700900002');
  const calls = callsOf(handling());
  expect(calls.all).toBeLessThanOrEqual(14);
  expect(calls.spreadsheet).toBeLessThanOrEqual(6);
});

test('a code that is no source’s is looked for once, and noted like any other', () => {
  const shop = shopWith(['Poster at the door']);
  const ben = shop.person('Ben', '447700900002');
  shop.writes(ben, 'zzz2zzzz');
  expect(shop.row(ben)).toMatchObject({
    'Invited by': '',
    Note: 'says they were invited by zzz2zzzz, who is not in the base',
  });
});

test('a second scan, a referral that stands, and “Who invited me”', () => {
  const shop = shopWith(['Poster at the door', 'Flyer'], { 'Say who invited': 'yes' });
  const { person } = scans(shop, 'Ben', '447700900002');
  expect(shop.writes(person, invitationIn(linkOf(shop, 1)))[0]?.text).toMatch(/^Welcome back, Ben/);
  expect(shop.row(person)["Inviter's name"]).toBe('Poster at the door');
  expect(shop.writes(person, 'Who invited me')[0]?.text).toBe(
    'Nobody is noted as having recommended us to you.',
  );
});

test('friends of those who came by a source go on as always, loops included', () => {
  const shop = shopWith(['Poster at the door']);
  const { person: ben } = scans(shop, 'Ben', '447700900002');
  const cleo = shop.person('Cleo', '447700900003');
  shop.invites(ben, cleo);
  expect(shop.row(cleo)['Invited by']).toBe(ben.phone);
  shop.writes(cleo, 'Link');
  shop.script.spreadsheet.type('Clients', shop.rowNumber(ben), 'Invited by', '');
  shop.taps(ben, cleo);
  expect(shop.row(ben)['Invited by']).toBe('');
});

test('the owner renames it, sorts the tab, moves its columns, renames the tab: it goes on', () => {
  const shop = shopWith(['Poster at the door', 'Flyer']);
  const sheet = shop.script.spreadsheet;
  const link = linkOf(shop);
  sheet.type('Sources', 2, 'Name', 'Shop window');
  sheet.sort('Sources', 'Name');
  sheet.moveColumn('Sources', 'Code', 1);
  sheet.rename('Sources', 'Where they come from');
  const ben = shop.person('Ben', '447700900002');
  shop.writes(ben, invitationIn(link));
  expect(shop.row(ben)["Inviter's name"]).toBe('Shop window');
  shop.wait(2 * MINUTE);
  expect(shop.rows('Where they come from').map(({ Referrals }) => Referrals)).toEqual(['0', '1']);
});

test('links follow the invitation, and those that are printed go on working', () => {
  const shop = shopWith(['Poster at the door']);
  const printed = linkOf(shop);
  shop.set({
    Invitation: 'Hello from {phone} 👋',
    'Earlier invitations': 'You were recommended by {phone} Hello',
  });
  shop.wait(11 * MINUTE);
  expect(invitationIn(linkOf(shop))).toMatch(/^Hello from \w{8} 👋$/);
  const ben = shop.person('Ben', '447700900002');
  shop.writes(ben, invitationIn(printed));
  expect(shop.row(ben)["Inviter's name"]).toBe('Poster at the door');
});

test.each([
  ['POSTER', /^This is not the code of a source\. Empty the cell Code/],
  ['', /^https:/],
])('a code of the owner’s own, “%s”', (code, link) => {
  const shop = shopWith(['Poster at the door']);
  shop.script.spreadsheet.type('Sources', 3, 'Name', 'Flyer');
  shop.script.spreadsheet.type('Sources', 3, 'Code', code);
  shop.wait(MINUTE);
  expect(linkOf(shop, 1)).toMatch(link);
});

test('a row that was copied says so, until its code is emptied', () => {
  const shop = shopWith(['Poster at the door']);
  const sheet = shop.script.spreadsheet;
  const [{ Code: code = '' } = {}] = shop.rows('Sources');
  sheet.paste('Sources', 3, 1, [['Another poster', code]]);
  shop.wait(MINUTE);
  expect(linkOf(shop, 1)).toMatch(/^A row above has the same code\./);
  sheet.type('Sources', 3, 'Code', '');
  shop.wait(MINUTE);
  expect(linkOf(shop, 1)).toMatch(/^https:/);
  expect(shop.rows('Sources')[1]?.Code).not.toBe(code);
});

test('names that came without an edit, out of an app, are found within ten minutes', () => {
  const shop = shopWith([]);
  shop.script.spreadsheet.fill('Sources', [['Card in the parcel']], 2);
  shop.wait(12 * MINUTE);
  expect(linkOf(shop)).toMatch(/^https:/);
});

test('without the tab, and with a tab of the owner’s that has its name, all goes on', () => {
  const shop = shopWith(['Poster at the door']);
  const printed = linkOf(shop);
  shop.script.spreadsheet.deleteSheet('Sources');
  const ben = shop.person('Ben', '447700900002');
  shop.writes(ben, invitationIn(printed));
  expect(shop.row(ben).Note).toMatch(/^says they were invited by/);
  shop.script.spreadsheet.addSheet('Another');
  shop.script.spreadsheet.addSheet('Sources');
  shop.script.spreadsheet.fill('Sources', [
    ['Source', 'Cost'],
    ['Newspaper', '12'],
  ]);
  shop.run('setUp');
  expect(shop.script.spreadsheet.rows('Sources')).toEqual([
    ['Source', 'Cost'],
    ['Newspaper', '12'],
  ]);
  shop.wait(11 * MINUTE);
  expect(shop.script.spreadsheet.rows('Sources')).toHaveLength(2);
});

test('the friend gets what was promised; the source gets nothing, and reaches no milestone', () => {
  const shop = shopWith(['Poster at the door'], {
    'Friend gets': 'a coffee',
    'Inviter gets': 'a cake',
    Milestones: '1 = a T-shirt',
  });
  const { answers } = scans(shop, 'Ben', '447700900002');
  expect(answers[0]?.text).toMatch(/^Welcome, Ben! It is good that you found us.*coffee/s);
  shop.wait(3 * MINUTE);
  expect(shop.rows('Rewards').map(({ Name, Side, Reward }) => [Name, Side, Reward])).toEqual([
    ['Ben', 'friend', 'a coffee'],
  ]);
});
