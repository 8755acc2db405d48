/** The clients' leaderboard: off unless wanted, first names, this month, ties to the earlier; no message reads a column for it. */
import { Business, callsOf, HOUR, MINUTE } from '../support/business';
import type { ProviderName } from '../support/providers';
import { PROVIDERS } from '../support/providers';

const ON = { 'Leaderboard for clients': 'yes' };
const DAY = 24 * HOUR;

/** A row of a friend who came so long ago. */
const friend = (n: number, by: string, inviter: string, joined: number) => ({
  ...{ Phone: `4477009100${String(n).padStart(2, '0')}`, Name: `Friend ${n}` },
  ...{
    'Invited by': by,
    "Inviter's name": inviter,
    Joined: new Date(joined),
    'Last message': new Date(joined),
  },
});

/** Anna brought two, Ben two as well but earlier, Cleo one, and Dan three a month ago. It is half past the renewal. */
function shopWith(settings: Record<string, string> = ON, provider: ProviderName = 'meta') {
  const shop = new Business<ProviderName>({ settings, provider });
  const now = shop.script.clock.now;
  const [anna, ben, cleo, dan] = [1, 2, 3, 4].map((n) => `44770090000${n}`) as [
    string,
    string,
    string,
    string,
  ];
  shop.script.spreadsheet.fill('Clients', [
    friend(1, anna, 'Anna Achterberg', now - 5 * HOUR),
    friend(2, ben, 'Ben', now - 4 * HOUR),
    friend(3, ben, 'Ben', now - 3 * HOUR),
    friend(4, anna, 'Anna Achterberg', now - 2 * HOUR),
    friend(5, cleo, 'www.cheap-pills.example', now - HOUR),
    ...[6, 7, 8].map((n) => friend(n, dan, 'Dan', now - 20 * DAY)),
  ]);
  shop.wait(MINUTE);
  const emma = shop.person('Emma', '447700900005');
  return { shop, emma, says: (text: string) => shop.writes(emma, text)[0]?.text };
}

const BOARD = [
  'Who brought the most friends this month:',
  '1. Ben (2)',
  '2. Anna (2)',
  '3. a friend (1)',
].join('\n');

test.each(['Top list', 'top lst!', 'leaderbord', 'best inviters', 'Top of the month'])(
  '“%s” is answered with first names, the best first',
  (text) => {
    expect(shopWith().says(text)).toBe(BOARD);
  },
);

test.each(PROVIDERS)('over %s it is the same', (provider) => {
  expect(shopWith(ON, provider).says('Top list')).toBe(BOARD);
});

test('“top” is “stop” without its first letter: it shows no board, and stops nothing', () => {
  const { says } = shopWith();
  expect(says('top')).toMatch(/^Hello, Emma!/);
  expect(says('stop')).toMatch(/^You will not hear/);
});

test('whoever asks where it is off gets the help, and nothing is kept', () => {
  const { shop, says } = shopWith({});
  expect(says('Top list')).toMatch(/^Hello, Emma!/);
  expect(shop.script.properties.script.get('top')).toBeUndefined();
});

test('the help has its button, which is answered', () => {
  const { shop, emma } = shopWith();
  const [help] = shop.writes(emma, 'What do you cost?');
  expect(help?.buttons?.map(({ title }) => title)).toEqual([
    'My link',
    'My referrals',
    'Top of the month',
  ]);
  const [answer] = shop.writes(emma, { buttonId: help?.buttons?.[2]?.id ?? '' });
  expect(answer?.text).toBe(BOARD);
});

test('a new month begins with nobody', () => {
  const { shop, says } = shopWith();
  const { script } = shop.script.properties;
  // What was kept in May is not June's.
  script.set('top', (script.get('top') ?? '').replace('2026-06', '2026-05'));
  expect(says('Top list')).toBe(
    'Nobody has brought a friend this month yet. Share your link and be the first!',
  );
  shop.wait(2 * MINUTE);
  expect(says('Top list')).toBe(BOARD);
});

test('a poster is nobody on it', () => {
  const { shop, says } = shopWith();
  const { now } = shop.script.clock;
  shop.script.spreadsheet.fill(
    'Clients',
    [20, 21, 22].map((n) => friend(n, 'abc2defg', 'Poster', now - HOUR)),
  );
  shop.wait(40 * MINUTE);
  expect(says('Top list')).toBe(BOARD);
});

test('somebody who is forgotten is off it with the next minutes', () => {
  const { shop, says } = shopWith();
  const anna = shop.person('Anna', '447700900001');
  shop.writes(anna, 'Link');
  const ask = shop.writes(anna, 'Delete me')[0]?.text ?? '';
  shop.writes(anna, /“(.+?)”/.exec(ask)?.[1] ?? '');
  shop.wait(5 * MINUTE);
  expect(says('Top list')).not.toContain('Anna');
});

test('it costs a message no look into the sheet, and the trigger one every half hour', () => {
  const { shop, emma } = shopWith();
  shop.writes(emma, 'Link');
  shop.writes(emma, 'Top list');
  const asked = callsOf(shop.last());
  shop.writes(emma, 'Who invited me');
  expect(asked).toEqual(callsOf(shop.last()));
  shop.wait(HOUR);
  const runs = shop.script.executions
    .filter(({ function: name }) => name === 'drainPending')
    .slice(-60);
  const busy = runs.filter((run) => callsOf(run).all > 4);
  expect(runs).toHaveLength(60);
  expect(busy.filter((run) => run.calls['spreadsheet.read']).length).toBeLessThanOrEqual(10);
});
