/** The commands with their synonyms and typos, the list, and the help that keeps quiet. */
import { Business, HOUR } from '../support/business';

function shopWithAnna(settings = {}) {
  const shop = new Business({ settings });
  const anna = shop.person('Anna', '447700900001');
  return { shop, anna };
}

test.each([
  ['Link', 'Your referral link'],
  ['lnik', 'Your referral link'],
  ['LINK!!!', 'Your referral link'],
  ['my referals', 'Nobody has come by your link'],
  ['Who invted me?', 'We keep to ourselves who recommended whom'],
  ['stop', 'You will not hear from us'],
  ['Statr', 'Welcome back: we will tell you'],
])('“%s” is understood', (text, answer) => {
  const { shop, anna } = shopWithAnna();
  expect(shop.writes(anna, text)[0]?.text).toContain(answer);
});

test('the owner’s own words, in any language', () => {
  const { shop, anna } = shopWithAnna({ 'Words for Link': 'ссылка; enlace\n链接' });
  for (const word of ['Ссылка', 'enlase', '链接']) {
    expect(shop.writes(anna, word)[0]?.kind).toBe('card');
  }
});

test('who invited me', () => {
  const { shop, anna } = shopWithAnna({ 'Say who invited': 'yes' });
  const ben = shop.person('Ben', '447700900002');
  shop.invites(anna, ben);
  expect(shop.writes(anna, 'Who invited me')[0]?.text).toMatch(/^Nobody is noted/);
  expect(shop.writes(ben, 'Who invited me')[0]?.text).toBe('Anna recommended you to us.');
});

test('Stop puts somebody new into the base, so that it is remembered; Start takes it back', () => {
  const { shop, anna } = shopWithAnna();
  shop.writes(anna, 'Stop');
  expect(shop.row(anna).Stopped).toBe('2026-06-01 12:00');
  shop.writes(anna, 'Start');
  expect(shop.row(anna).Stopped).toBe('');
});

test('the help offers “Who invited me” only where that is told', () => {
  const { shop, anna } = shopWithAnna();
  const [help] = shop.writes(anna, 'What do you cost?');
  expect(help?.buttons?.map(({ title }) => title)).toEqual(['My link', 'My referrals']);
});

test('help at most once an hour, and never to somebody who stopped', () => {
  const { shop, anna } = shopWithAnna({ 'Say who invited': 'yes' });
  const [help] = shop.writes(anna, 'What do you cost?');
  expect(help?.buttons?.map(({ title }) => title)).toEqual([
    'My link',
    'My referrals',
    'Who invited me',
  ]);
  expect(shop.writes(anna, 'And tomorrow?')).toEqual([]);
  shop.sleeps(HOUR + 1);
  expect(shop.writes(anna, 'Hello?')).toHaveLength(1);
  shop.writes(anna, 'Stop');
  shop.sleeps(HOUR + 1);
  expect(shop.writes(anna, 'Hello?')).toEqual([]);
  expect(shop.rows('Clients')).toHaveLength(1);
});

test.each(['image', 'audio', 'document', 'location'] as const)(
  '%s is answered politely',
  (kind) => {
    const { shop, anna } = shopWithAnna();
    expect(shop.writes(anna, { kind })[0]?.kind).toBe('choices');
  },
);

test.each(['sticker', 'reaction', 'unsupported'] as const)('%s is left alone', (kind) => {
  const { shop, anna } = shopWithAnna();
  shop.writes(anna, 'Link');
  expect(shop.writes(anna, { kind, text: '👍' })).toEqual([]);
});

test('an invitation in a picture’s caption counts', () => {
  const { shop, anna } = shopWithAnna();
  const ben = shop.person('Ben', '447700900002');
  shop.writes(anna, 'Link');
  shop.writes(ben, { kind: 'image', text: `You were recommended by ${anna.phone} Hello` });
  expect(shop.row(ben)['Invited by']).toBe(anna.phone);
});

test('a long list is cut where the message ends, and the rest is summed up', () => {
  const { shop, anna } = shopWithAnna();
  shop.writes(anna, 'Link');
  const row = (n: number) => ({
    Phone: `4477009${10000 + n}`,
    Name: `Friend ${n}`,
    'Invited by': anna.phone ?? '',
    "Inviter's name": 'Anna',
    Joined: new Date(Date.UTC(2026, 0, 1) + n * HOUR),
  });
  shop.script.spreadsheet.fill(
    'Clients',
    Array.from({ length: 87 }, (_, n) => row(n)),
    3,
  );
  const [list] = shop.writes(anna, 'My referrals');
  const lines = list?.text.split('\n') ?? [];
  expect(lines[0]).toBe('Your referrals: 87');
  expect(lines[1]).toMatch(/^Friend 86 · /);
  expect(lines).toHaveLength(52);
  expect(lines[51]).toBe('and 37 more');
});

test('buttons work where the words were changed', () => {
  const { shop, anna } = shopWithAnna({ 'Words for My referrals': 'mes amis' });
  expect(shop.writes(anna, { text: 'hm?' })[0]?.kind).toBe('choices');
  expect(shop.writes(anna, { buttonId: 'command:referrals' })[0]?.text).toContain(
    'Nobody has come',
  );
});

describe('what “Link” is answered with', () => {
  test.each([
    ['both', ['Open my link', 'Share with friends']],
    ['own link', ['Open my link']],
    ['Share', ['Share with friends']],
    ['everything', ['Open my link', 'Share with friends']],
  ])('%s', (wanted, buttons) => {
    const { shop, anna } = shopWithAnna({ 'Link answers with': wanted });
    const bubbles = shop.writes(anna, 'Link');
    expect(bubbles.map(({ link }) => link?.title)).toEqual(buttons);
    expect(shop.row(anna).Name).toBe('Anna');
  });

  test('the second message alone passes on a link that works', () => {
    const { shop, anna } = shopWithAnna({ 'Link answers with': 'share' });
    const ben = shop.person('Ben', '447700900002');
    const [card] = shop.writes(anna, 'Link');
    const shared = new URL(card?.link?.url ?? '').searchParams.get('text') ?? '';
    const [link = ''] = /https:\S+/.exec(shared) ?? [];
    shop.writes(ben, new URL(link).searchParams.get('text') ?? '');
    expect(shop.row(ben)['Invited by']).toBe(anna.phone);
  });
});

describe('the help', () => {
  test('for newcomers: who is in the base is left to a person', () => {
    const { shop, anna } = shopWithAnna({ 'Help for': 'newcomers' });
    expect(shop.writes(anna, 'Are you open?')).toHaveLength(1);
    shop.writes(anna, 'Link');
    shop.script.clock.now += 2 * HOUR;
    expect(shop.writes(anna, 'Are you open?')).toEqual([]);
    expect(shop.last().error).toBeUndefined();
  });

  test('for nobody: commands and invitations are answered all the same', () => {
    const { shop, anna } = shopWithAnna({ 'Help for': 'nobody' });
    const ben = shop.person('Ben', '447700900002');
    expect(shop.writes(anna, 'Are you open?')).toEqual([]);
    shop.invites(anna, ben);
    expect(shop.heard(anna).pop()).toContain('Ben came to us');
  });
});
