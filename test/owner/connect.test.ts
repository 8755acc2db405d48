/** Connecting each provider on the built bundle, from the values that the owner types to the registered webhook. */
import { choiceOf } from '../../src/owner/pages/shared/providers';
import { Business } from '../support/business';
import { PROVIDERS, type ProviderName, type StandIns } from '../support/providers';
import { ownerOf } from './owner';

const ADDRESS = 'https://script.google.com/macros/s/local-deployment/exec';

/** What the owner finds on the provider's pages. */
const VALUES: { [Name in ProviderName]: (standIn: StandIns[Name]) => Record<string, string> } = {
  meta: ({ business }) => ({
    'Phone number id': business.phoneNumberId,
    metaAccount: business.wabaId,
    metaToken: business.token,
  }),
  '360dialog': ({ key, meta }) => ({
    'WhatsApp number': '+1 555 078 3881',
    'Phone number id': meta.business.phoneNumberId,
    dialog360Key: key,
  }),
  twilio: ({ account }) => ({
    'WhatsApp number': '+1 555 078 3881',
    'Twilio account SID': account.accountSid,
    twilioAuthorization: account.authToken,
  }),
  green: ({ instance }) => ({
    'Green-API instance': instance.idInstance,
    'Green-API address': `${instance.apiUrl}/`,
    greenToken: instance.token,
  }),
  telegram: ({ bot }) => ({ telegramToken: bot.token }),
};

/** Secrets of the right form that nobody has. */
const WRONG: Record<ProviderName, string> = {
  meta: 'EAAJnotTheRightOne',
  '360dialog': 'not-the-right-one',
  twilio: 'not-the-right-one',
  green: 'notTheRightOne',
  telegram: '110201543:BBHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw',
};

function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('It was not refused');
}

/** A business whose owner has not connected anything yet, and the values to connect it with. */
function unconnected(name: ProviderName) {
  const fetchUrl = (url: string) => {
    const { headers } = shop.script.get(new URL(url).search.slice(1));
    return { status: 200, body: shop.script.echo(headers.location ?? '') ?? '' };
  };
  const shop: Business<ProviderName> = new Business({
    provider: name,
    ...(name === 'meta' && { whatsapp: { fetchUrl } }),
  });
  const { script } = shop.script.properties;
  for (const secret of [
    'metaToken',
    'dialog360Key',
    'twilioAuthorization',
    'greenToken',
    'telegramToken',
  ]) {
    script.delete(secret);
  }
  script.delete('twilioTemplates');
  script.delete('webAppUrl');
  const values = (VALUES[name] as (standIn: unknown) => Record<string, string>)(shop.whatsapp);
  return { shop, owner: ownerOf(shop), entered: { provider: name, values } };
}

describe.each(PROVIDERS)('%s', (name) => {
  test('typed values are checked, stored and used; no secret comes back', () => {
    const { shop, owner, entered } = unconnected(name);
    const done = owner.connect(entered);
    expect(done.buttons).toBe('');
    expect(done.state.secrets).toHaveLength(1);
    const secret = Object.entries(entered.values).find(([key]) => /Token|Key|Author/.test(key));
    expect(JSON.stringify([done, owner.state()])).not.toContain(secret?.[1]);
    const anna = shop.person('Anna', '447700900001');
    shop.writes(anna, 'Link');
    expect(shop.heard(anna).length).toBeGreaterThan(0);
  });

  test('a wrong secret is refused, and nothing of it is stored', () => {
    const { shop, owner, entered } = unconnected(name);
    const secret = Object.keys(entered.values).find((key) => /Token|Key|Author/.test(key)) ?? '';
    const values = { ...entered.values, [secret]: WRONG[name] };
    const refusal = refusalOf(() => owner.connect({ ...entered, values }));
    expect(choiceOf(name).explain(refusal, values)).toMatchObject({ field: secret });
    expect(owner.state().secrets).toEqual([]);
    expect(JSON.stringify([...shop.script.properties.script])).not.toContain(WRONG[name]);
  });

  test('it learns the address by its API, where it has one', () => {
    const { shop, owner, entered } = unconnected(name);
    owner.connect(entered);
    if (name === 'twilio') {
      expect(() => owner.register()).toThrow('by hand only');
      return;
    }
    const { progress, proofs } = owner.register();
    expect(progress).toMatchObject({ byApi: true });
    expect(proofs.registered).toMatchObject({ result: 'pass' });
    const sent = shop.whatsapp.outbound.map(({ body }) => body).join();
    expect(sent).toContain(ADDRESS);
  });

  test('what Check set-up asks is answered', () => {
    const { owner, entered } = unconnected(name);
    owner.connect(entered);
    expect(owner.account()).toMatchObject({ number: expect.any(String) });
    expect(owner.access()).toEqual(name === 'meta' ? { ends: 0, lacks: [] } : null);
    expect(owner.hindrances()).toEqual(/^(meta|360dialog)$/.test(name) ? [] : null);
    expect(owner.templates()).toEqual(/^(green|telegram)$/.test(name) ? null : []);
  });

  test('a test reaches the owner’s own phone', () => {
    const { shop, owner, entered } = unconnected(name);
    owner.connect(entered);
    if (name === 'telegram') {
      expect(() => owner.sendTest('+44 7700 900142')).toThrow(
        'Write to your bot, and it will answer',
      );
      return;
    }
    const own = shop.person('Owner', '447700900142');
    shop.writes(own, 'Link');
    owner.sendTest('+44 7700 900142');
    shop.whatsapp.pump();
    expect(shop.heard(own).join()).toContain('This is a test');
  });
});

test('Telegram: the token out of BotFather’s message does it all, and is kept nowhere else', () => {
  const { shop, owner } = unconnected('telegram');
  const telegram = shop.whatsapp as StandIns['telegram'];
  shop.set({ 'Telegram bot': '' });
  shop.script.properties.script.set('webAppUrl', ADDRESS);
  const { token } = telegram.bot;
  const telegramToken = `Use this token to access the HTTP API:\n${token}\nKeep your token secure`;
  const done = owner.connect({ provider: 'telegram', values: { telegramToken } });
  expect(done.state.settings['Telegram bot']).toBe('corner_bakery_bot');
  expect(done.state.progress).toMatchObject({ byApi: true });
  expect(telegram.state.webhook).toMatchObject({
    url: `${ADDRESS}?key=${shop.key}`,
    allowed: ['message', 'callback_query', 'my_chat_member'],
  });
  expect(telegram.state.commands.map(({ command }) => command)).toEqual([
    'link',
    'referrals',
    'inviter',
    'stop',
    'start',
  ]);
  const seen = ['Settings', 'Problems', 'Clients'].map((tab) => shop.rows(tab));
  expect(JSON.stringify([done, owner.state(), seen])).not.toContain(token.slice(-20));
  const [anna, ben] = ['Anna', 'Ben'].map((name, n) => shop.person(name, `44770090000${n + 1}`));
  if (!anna || !ben) throw new Error('nobody');
  shop.invites(anna, ben);
  expect(shop.heard(anna).pop()).toMatch(/^Good news: Ben/);
});

test.each([
  [
    'the account’s id in place of the number’s',
    '102290129340398',
    'is the WhatsApp Business Account ID',
  ],
  ['an id of nobody’s', '999999999999999', 'Meta knows no number with this id'],
])('Meta: %s is explained beside the field', (_, id, says) => {
  const { owner, entered } = unconnected('meta');
  const { metaAccount: __, ...rest } = entered.values;
  const values = { ...rest, 'Phone number id': id };
  const refusal = refusalOf(() => owner.connect({ ...entered, values }));
  const meaning = choiceOf('meta').explain(refusal, values);
  expect(meaning).toMatchObject({ field: 'Phone number id', says: expect.stringContaining(says) });
});

test('Meta: a token that may not manage the account is explained', () => {
  const { shop, owner, entered } = unconnected('meta');
  (shop.whatsapp as StandIns['meta']).business.scopes = ['whatsapp_business_messaging'];
  const refusal = refusalOf(() => owner.connect(entered));
  expect(choiceOf('meta').explain(refusal, entered.values)).toMatchObject({
    field: 'metaToken',
    says: expect.stringContaining('may not do this'),
  });
});

test.each<[ProviderName, string, string, string]>([
  ['meta', 'Phone number id', '+1 555 078 3881', 'This is the number, not its id'],
  ['meta', 'Phone number id', '15550783881', 'This is the number, not its id'],
  ['meta', 'Phone number id', '10654 0352242922 x', 'Digits only'],
  ['meta', 'metaToken', 'Bearer EAAJ', 'begins with EAA'],
  ['meta', 'Graph version', '26', 'looks like v26.0'],
  ['360dialog', 'WhatsApp number', '555', 'not a phone number with its country code'],
  ['twilio', 'Twilio account SID', 'AC123', 'followed by 32 digits'],
  ['twilio', 'twilioAuthorization', `AC${'0'.repeat(32)}`, 'This is the Account SID'],
  ['green', 'Green-API instance', '7103-1', 'Digits only'],
  ['green', 'Green-API address', 'https://example.com', 'one of Green-API’s own'],
  ['telegram', 'telegramToken', '@my_bot', 'There is no bot token in it'],
])('%s: “%s” as %j is told before anybody is asked', (name, field, value, says) => {
  const asked = choiceOf(name).fields.find((one) => one.name === field);
  expect(asked?.check?.(value)).toContain(says);
});

test.each(PROVIDERS)('%s: what is right passes the checks', (name) => {
  const { entered } = unconnected(name);
  for (const { name: field, check } of choiceOf(name).fields) {
    const value = (entered.values as Record<string, string>)[field];
    if (value) expect([field, check?.(value) ?? '']).toEqual([field, '']);
  }
});
