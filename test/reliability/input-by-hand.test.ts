/** Input by hand: what nobody would send by chance. */
import { metaWebhook, textMessage } from '../../local/whatsapp/meta/webhooks';
import { FORM } from '../../local/whatsapp/twilio/webhooks';
import { type Business, MINUTE, NOON } from '../support/business';
import { inPart } from '../support/part';
import { PROVIDERS, type ProviderName } from '../support/providers';
import { ANNA, expectCells, expectNothingKept, post, shopOf } from './hostile-shop';
import { HOSTILE, invitationOf, shapes } from './shapes';

type Shop = Business<ProviderName>;

const JSON_TYPE = 'application/json';
const FORMULAS = HOSTILE.filter((text) => /^\s*['=+\-@]/.test(text));

let cases = 0;
beforeEach(() => void cases++);
afterAll(() => console.log(`input by hand: ${cases} cases`));

const nested = (depth: number, open: string, close: string) =>
  open.repeat(depth) + close.repeat(depth);

const BODIES: [string, string, string][] = [
  ['nothing', '', JSON_TYPE],
  ['null', 'null', JSON_TYPE],
  ['a number', '0', JSON_TYPE],
  ['a text', '"Link"', JSON_TYPE],
  ['an empty list', '[]', JSON_TYPE],
  ['half of a body', '{"object":"whatsapp_business_account","entry":[{"cha', JSON_TYPE],
  ['JSON called a form', '{"object":"whatsapp_business_account","entry":[]}', FORM],
  ['a form called JSON', 'From=whatsapp%3A%2B447700900002&Body=Link', JSON_TYPE],
  ['a form with broken escapes', 'Body=%&From=%zz&AccountSid=%E0%A4%A', FORM],
  ['a form whose fields are called like properties', '__proto__=1&constructor=2&key=3', FORM],
  ['3 MB of nothing', ' '.repeat(3_000_000), JSON_TYPE],
  ['3 MB of lists in lists', nested(1_500_000, '[', ']'), JSON_TYPE],
  ['objects in objects', `${'{"entry":'.repeat(100_000)}0${'}'.repeat(100_000)}`, JSON_TYPE],
  ['its type given as markup', '{}', '<script>alert(1)</script>'],
  [
    'a body with other prototypes',
    '{"object":"whatsapp_business_account","__proto__":{"entry":[{"changes":[{}]}]},"constructor":{"prototype":{"a":1}}}',
    JSON_TYPE,
  ],
];

/** What rows name somebody by who was given a number here: at Telegram only Anna has a phone of the stand-in's. */
function keyIn(number: string, { whatsapp }: Shop): string {
  if (whatsapp.name !== 'telegram') return number;
  return number === ANNA ? 'tg:5000000001' : `tg:${number}`;
}

function invitationTo(number: string, shop: Shop): string {
  if (shop.whatsapp.name !== 'telegram') return invitationOf(number);
  const row = shop.rows('Clients').find((one) => one['Messenger id'] === keyIn(number, shop));
  return `/start ${row?.Code ?? 'zzzz9999'}`;
}

describe.each(PROVIDERS)('%s', (provider) => {
  test.each(inPart(BODIES))('%s', (_, body, contentType) => {
    const { shop } = shopOf(provider);
    const before = shop.rows('Clients');
    post(shop, { body, contentType });
    expect(shop.rows('Clients')).toEqual(before);
    expectCells(shop);
    expectNothingKept(shop);
  });

  test('a POST without a body', () => {
    const { shop } = shopOf(provider);
    expect(shop.script.post({ queryString: `key=${shop.key}` }).status).toBe(200);
    expect(shop.last().error).toBeUndefined();
  });

  test.each(inPart(HOSTILE.map((name) => [name.slice(0, 20), name] as const)))(
    'somebody called %j asks, invites and is invited, and stays a text',
    (_, name) => {
      const { shop, account } = shopOf(provider);
      const form = provider === 'twilio';
      const says = (text: string, from: string, id: string) => {
        const one = { text, name, from, userId: `US.${from}`, id, at: NOON };
        const [root = {}] = shapes(provider, account, one);
        const body = form
          ? new URLSearchParams(root as Record<string, string>).toString()
          : JSON.stringify(root);
        post(shop, { body, contentType: form ? FORM : JSON_TYPE });
      };
      says('Link', '447700900002', 'a');
      says(invitationTo(ANNA, shop), '447700900003', 'b');
      says(invitationTo('447700900003', shop), '447700900004', 'c');
      says(invitationTo('447700900999', shop), '447700900005', 'd');
      expect(shop.rows('Clients').map((row) => row['Invited by'])).toEqual([
        ...['', '', keyIn(ANNA, shop), keyIn('447700900003', shop), ''],
      ]);
      expectCells(shop);
      expectNothingKept(shop);
      const names = shop.rows('Clients').map((row) => row.Name);
      expect(new Set(names.slice(1)).size).toBe(1);
      expect(names[1]?.length).toBeLessThanOrEqual(100);
      expect(names[1]).not.toMatch(/[\u0000-\u001f\u200b\u202a-\u202e\ufeff]/);
    },
  );
});

test.each(FORMULAS)('a refusal that says %j is a text in the row and in Problems', (message) => {
  const { shop } = shopOf('meta');
  const refuses = (code: number) => () => ({
    status: 400,
    body: JSON.stringify({ error: { message, code, error_user_title: message } }),
  });
  const comes = (from: string) =>
    post(shop, {
      body: JSON.stringify(
        metaWebhook([textMessage({ from, name: 'Ben', text: invitationOf(ANNA), at: NOON })]),
      ),
      contentType: JSON_TYPE,
    });
  shop.whatsapp.answer = refuses(131026);
  comes('447700900002');
  shop.whatsapp.answer = refuses(190);
  comes('447700900003');
  expect(shop.rows('Clients')[1]?.Notice).toMatch(/^not sent: /);
  expect(shop.rows('Problems')).toHaveLength(1);
  expectCells(shop);
});

test('three hundred new clients in one POST of 3 MB: everybody is registered, and Anna told of each', () => {
  const { shop } = shopOf('meta');
  const text = `${invitationOf(ANNA)} ${'and more '.repeat(1000)}`;
  const updates = Array.from({ length: 300 }, (_, n) =>
    textMessage({ from: String(447701000000 + n), name: `Friend ${n}`, text, at: NOON }),
  );
  const body = JSON.stringify(metaWebhook(updates));
  expect(body.length).toBeGreaterThan(2_700_000);
  post(shop, { body, contentType: JSON_TYPE });
  const rows = shop.rows('Clients');
  expect(rows).toHaveLength(301);
  expect(rows.slice(1).every((row) => row['Invited by'] === ANNA)).toBe(true);
  shop.wait(3 * MINUTE);
  expect(
    shop
      .rows('Clients')
      .slice(1)
      .every((row) => /^told /.test(row.Notice ?? '')),
  ).toBe(true);
  expectNothingKept(shop);
});
