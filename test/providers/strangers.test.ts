/** A webhook of another provider, or for another account, is refused with a line in Problems. */
import { PROVIDERS as LIST } from '../../src/whatsapp/providers';
import { Business } from '../support/business';
import { PROVIDERS, type ProviderName, type Surroundings, standInOf } from '../support/providers';
import { shopOver } from './shops';

const NAMES: Record<ProviderName, string> = {
  meta: 'Meta',
  '360dialog': '360dialog',
  twilio: 'Twilio',
  green: 'Green-API',
  telegram: 'Telegram',
};

/** What a provider posts when Anna writes to the business. */
function webhookOf(
  provider: ProviderName,
  account: object = {},
): Parameters<Surroundings['deliver']>[0] {
  const posted: Parameters<Surroundings['deliver']>[0][] = [];
  const deliver: Surroundings['deliver'] = (posting) => {
    posted.push(posting);
    return { status: 200 };
  };
  const standIn = standInOf(provider, { now: () => 0, deliver, ...account });
  standIn.addPerson({ name: 'Anna', phone: '447700900001' });
  standIn.write('447700900001', { text: 'Link' });
  if (!posted[0]) throw new Error(`${provider} posts nothing`);
  return posted[0];
}

function arrives(shop: Business, provider: ProviderName, account = {}): string[] {
  const { body, contentType } = webhookOf(provider, account);
  expect(shop.post(body, contentType).status).toBe(200);
  expect(shop.last().error).toBeUndefined();
  return shop.rows('Problems').map((row) => row.Problem ?? '');
}

test('the stand-ins are those of the providers in the program’s list', () => {
  expect(LIST.map(({ id, name }) => [id, name])).toEqual(Object.entries(NAMES));
  expect(LIST.map(({ id }) => id)).toEqual(PROVIDERS);
});

/** 360dialog's webhooks are Meta's. */
const wire = (provider: ProviderName) => (provider === '360dialog' ? 'meta' : provider);

const strange = PROVIDERS.flatMap((connected) =>
  PROVIDERS.filter((from) => from !== '360dialog' && wire(connected) !== from).map((from) => ({
    from,
    connected,
  })),
);

test.each(strange)('$from posts while $connected is connected', ({ from, connected }) => {
  const shop = shopOver(connected);
  const told = `A ${NAMES[from]} message arrived, but ${NAMES[connected]} is connected`;
  expect(arrives(shop, from)).toEqual([told]);
  arrives(shop, from);
  expect(shop.rows('Problems')).toHaveLength(1);
  expect(shop.rows('Clients')).toEqual([]);
});

test.each([
  ['twilio', { accountSid: `AC${'9'.repeat(32)}` }],
  ['green', { idInstance: '7103000999' }],
] as const)('%s posts for another account', (provider, account) => {
  const shop = shopOver(provider);
  const told = `A ${NAMES[provider]} message arrived that is for another account`;
  expect(arrives(shop, provider, account)).toEqual([told]);
  expect(shop.rows('Clients')).toEqual([]);
});

test.each(PROVIDERS)('%s: a body of nobody’s', (provider) => {
  const shop = shopOver(provider);
  shop.post('{"hello":"world"}');
  expect(shop.rows('Problems')[0]?.Problem).toBe(
    `An unknown message arrived, but ${NAMES[provider]} is connected`,
  );
});

test('Meta’s message for another number of the account is left alone', () => {
  const shop = new Business();
  expect(arrives(shop, 'meta', { phoneNumberId: '999' })).toEqual([]);
  expect(shop.rows('Clients')).toEqual([]);
});
