/** What is counted over everybody comes out of a database as it does out of the sheet. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BOTH, buys, friend, minutesPass } from '../rewards/shop';
import { Business, DIST, HOUR, invitationIn, MINUTE } from '../support/business';

const MANIFEST = JSON.parse(readFileSync(path.join(DIST, 'appsscript.json'), 'utf8'));
const MONDAY = Date.UTC(2026, 5, 8, 8);

/** Anna has brought two, and Ben one, who bought something. */
function shopWith(settings: Record<string, string>, scopes: string[] = MANIFEST.oauthScopes) {
  const shop = new Business({ base: 'database', settings, scopes });
  const [anna, ben] = [shop.person('Anna', '447700900001'), shop.person('Ben', '447700900002')];
  shop.invites(anna, ben, friend(shop, 1));
  shop.invites(ben, friend(shop, 2));
  return { shop, anna, ben };
}

test('the leaderboard', () => {
  const { shop, anna } = shopWith({ 'Leaderboard for clients': 'yes' });
  shop.wait(2 * MINUTE);
  const answers = shop.writes(anna, 'Top list').map(({ text }) => text);
  expect(answers).toContain('Who brought the most friends this month:\n1. Anna (2)\n2. Ben (1)');
});

test('the referrals of a source', () => {
  const shop = new Business({ base: 'database' });
  shop.wait(MINUTE);
  shop.script.spreadsheet.type('Sources', 2, 'Name', 'Poster');
  shop.wait(MINUTE);
  const invitation = invitationIn(shop.rows('Sources')[0]?.Link ?? '');
  shop.writes(shop.person('Ben', '447700900002'), invitation);
  shop.wait(2 * MINUTE);
  expect(shop.rows('Sources')[0]?.Referrals).toBe('1');
});

test('the week', () => {
  const settings = { 'E-mail to you': 'owner@example.com' };
  const scopes = [...MANIFEST.oauthScopes, 'https://www.googleapis.com/auth/script.send_mail'];
  const { shop } = shopWith(settings, scopes);
  shop.wait(12 * MINUTE);
  shop.script.clock.now = MONDAY - HOUR;
  for (let n = 0; n < 3; n++) shop.sleeps(HOUR);
  const [mail] = shop.script.mails;
  expect(mail?.subject).toBe('Referrals: your week, 4 new clients, 3 referrals');
  expect(mail?.body).toContain('Who brought most:\n  Anna: 2\n  Ben: 1\n');
});

test('notices that wait are sent when the owner says so', () => {
  const shop = new Business({ base: 'database' });
  const [anna, ben] = [shop.person('Anna', '447700900001'), shop.person('Ben', '447700900002')];
  shop.writes(anna, 'Link');
  shop.sleeps(25 * HOUR);
  shop.taps(ben, anna);
  shop.script.run('sendWaitingNotices', [], 'menu');
  expect(shop.script.ui.toasts.at(-1)?.text).toBe(
    '0 taken up, 1 still waiting for their people to write.',
  );
});

test('the tab Numbers has figures in the place of its formulas; what the owner puts there stays', () => {
  const { shop, anna, ben } = shopWith(BOTH);
  minutesPass(shop);
  buys(shop, ben);
  minutesPass(shop, 12);
  shop.wait(12 * MINUTE);
  const sheet = shop.script.spreadsheet;
  const cells = (row: number, ...columns: number[]) =>
    columns.map((column) => sheet.shown('Numbers', row, column));
  expect([2, 3, 4].map((row) => cells(row, 1, 2))).toEqual([
    ['Clients', '4'],
    ['Referrals', '3'],
    ['Referrals this month', '3'],
  ]);
  expect(cells(21, 4, 5, 6, 7)).toEqual(['Anna', shop.keyOf(anna), '2', '1']);
  expect(cells(22, 4, 6)).toEqual(['Ben', '1']);
  expect(cells(32, 2)).toEqual(['3']);
  expect(cells(8, 1, 2)).toEqual(['Bought', '1']);
  expect(sheet.formula('Numbers', 3, 2)).toBe('');
  expect(sheet.formula('Numbers', 12, 2)).toMatch(/^=COUNTIFS/);
  sheet.type('Numbers', 3, 2, 'mine');
  shop.writes(shop.person('Zoe', '447700900009'), 'Link');
  shop.wait(24 * MINUTE);
  expect(cells(3, 2)).toEqual(['mine']);
});
