/** What only Telegram has: Start, a menu, people who block the bot, links that cannot be edited, and no numbers. */

import { groupUpdate, textContent } from '../../local/whatsapp/telegram/updates';
import { callsOf, MINUTE, Business as Shop } from '../support/business';

type TelegramShop = Shop<'telegram'>;

function shopOf(settings: Record<string, string> = {}) {
  const shop: TelegramShop = new Shop({ provider: 'telegram', settings });
  const [anna, ben] = ['Anna', 'Ben'].map((name, n) => shop.person(name, `44770090000${n + 1}`));
  if (!anna || !ben) throw new Error('nobody');
  return { shop, anna, ben };
}

test('Start without a link: what the bot can do, each time it is pressed', () => {
  const { shop, anna } = shopOf({ 'Help for': 'nobody' });
  for (const text of ['/start', '/start', '/help']) {
    expect(shop.writes(anna, text)[0]).toMatchObject({
      kind: 'choices',
      text: expect.stringMatching(/^Hello, Anna!/),
    });
  }
});

test.each(['/start abc', '/start abcd-2345', '/start 0000000000'])('%s names nobody', (text) => {
  const { shop, anna } = shopOf();
  expect(shop.writes(anna, text)[0]?.text).toContain(
    'It should read: “https://t.me/corner_bakery_bot?start=abcd2345”',
  );
  expect(shop.rows('Clients')).toEqual([]);
});

test('a code that nobody has: the owner can read what was claimed', () => {
  const { shop, anna } = shopOf();
  shop.writes(anna, '/start zzzz9999');
  expect(shop.row(anna).Note).toBe('says they were invited by zzzz9999, who is not in the base');
});

test('the menu does what the buttons do, whatever the words are', () => {
  const { shop, anna } = shopOf({ 'Words for Link': 'enlace', 'Words for Stop': 'basta' });
  expect(shop.writes(anna, '/link')[0]?.kind).toBe('card');
  expect(shop.writes(anna, '/referrals')[0]?.text).toMatch(/^Nobody has come/);
  expect(shop.writes(anna, '/inviter')[0]?.text).toMatch(/^Nobody is noted/);
  expect(shop.writes(anna, '/stop')[0]?.text).toMatch(/^You will not hear/);
  expect(shop.row(anna).Stopped).not.toBe('');
  expect(shop.writes(anna, '/start')[0]?.text).toMatch(/^Welcome back: we will tell you again/);
  expect(shop.row(anna).Stopped).toBe('');
});

test('nobody is invited by a number, and who asks is told the inviter', () => {
  const { shop, anna, ben } = shopOf();
  shop.writes(anna, 'Link');
  const [answer] = shop.writes(ben, 'You were recommended by 447700900001 Hello');
  expect(answer?.text).toMatch(/^It looks as if the invitation was changed/);
  shop.taps(ben, anna);
  expect(shop.writes(ben, 'Who invited me')[0]?.text).toBe('Anna recommended you to us.');
});

test('no phone number is anywhere in the base', () => {
  const { shop, anna, ben } = shopOf();
  shop.invites(anna, ben);
  expect(
    shop.rows('Clients').map((row) => [row.Phone, row['Messenger id'], row['Invited by']]),
  ).toEqual([
    ['', 'tg:5000000001', ''],
    ['', 'tg:5000000002', 'tg:5000000001'],
  ]);
});

describe('who blocks the bot', () => {
  test('gets nothing more, and the row says so; unblocking takes it back', () => {
    const { shop, anna, ben } = shopOf();
    shop.writes(anna, 'Link');
    shop.whatsapp.blocks(anna.key);
    expect(shop.row(anna).Stopped).not.toBe('');
    shop.taps(ben, anna);
    expect(shop.row(ben).Notice).toMatch(/^not sent: they asked for no messages/);
    shop.whatsapp.blocks(anna.key, false);
    expect(shop.row(anna).Stopped).toBe('');
  });

  test('while nobody told: the refusal does', () => {
    const { shop, anna, ben } = shopOf();
    shop.writes(anna, 'Link');
    shop.whatsapp.state.blocked.push(anna.key);
    shop.taps(ben, anna);
    shop.wait(2 * MINUTE);
    expect(shop.row(ben).Notice).toMatch(/^not sent: .*blocked by the user/);
    expect(shop.row(anna).Stopped).not.toBe('');
    expect(shop.rows('Problems')).toEqual([]);
  });
});

test('a pressed button gets its sign also where neither ticks nor typing are wanted', () => {
  const { shop, anna } = shopOf({ 'Blue ticks': 'no' });
  shop.writes(anna, 'Link');
  shop.writes(anna, '/start');
  shop.writes(anna, { buttonId: 'command:link' });
  const signs = shop.whatsapp.outbound.filter(({ url }) => /answerCallbackQuery/.test(url));
  expect(signs.map(({ status }) => status)).toEqual([200]);
  expect(callsOf(shop.last()).all).toBeLessThanOrEqual(10);
});

test('what is too fast for Telegram goes later', () => {
  const { shop, anna, ben } = shopOf();
  shop.writes(anna, 'Link');
  shop.whatsapp.state.sent = Array(30).fill(shop.script.clock.now);
  shop.taps(ben, anna);
  expect(shop.row(ben).Notice).toMatch(/^not yet: /);
  shop.wait(5 * MINUTE);
  expect(shop.heard(anna).pop()).toMatch(/^Good news: Ben/);
  expect([shop.pending(), shop.rows('Problems')]).toEqual([[], []]);
});

test('a group that the bot was put into is left alone', () => {
  const { shop } = shopOf();
  const from = { id: 5_000_000_009, name: 'Zoe' };
  shop.whatsapp.happen(
    groupUpdate(99, from, shop.script.clock.now, textContent('/start abcd2345')),
  );
  expect([shop.rows('Clients'), shop.rows('Problems'), shop.whatsapp.outbound]).toEqual([
    [],
    [],
    [],
  ]);
});

test('what the script logs and the sheet holds never has the token', () => {
  const { shop, anna, ben } = shopOf();
  shop.writes(anna, 'Link');
  for (const weather of ['tokenRejected', 'down', 'error500'] as const) {
    shop.whatsapp.weather = weather;
    shop.taps(ben, anna);
  }
  const logs = shop.script.executions.map(({ log, error }) => [log, error]);
  const tabs = ['Clients', 'Settings', 'Problems'].map((tab) => shop.rows(tab));
  expect(JSON.stringify([logs, tabs, shop.whatsapp.outbound])).not.toContain('AAHdqTcvCH1v');
});
