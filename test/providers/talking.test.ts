/** A person of the business talks in the chat: the bot offers nothing there for half an hour, and does what it is asked. */
import { messageStatus, metaBody } from '../../local/whatsapp/meta/webhooks';
import type { PersonOnPhone } from '../../local/whatsapp/standin';
import { Business, callsOf, MINUTE, NOON } from '../support/business';

type Talking = 'meta' | '360dialog' | 'green';

const OPTIONS = {
  meta: {},
  '360dialog': {},
  green: { settings: { outgoingMessageWebhook: 'yes' } },
};

function shopOf(provider: Talking) {
  const shop = new Business<Talking>({ provider, whatsapp: OPTIONS[provider] });
  const anna = shop.person('Anna', '447700900001');
  const says = (text: string, to: PersonOnPhone = anna) => shop.whatsapp.writeInApp(to.key, text);
  return { shop, anna, says };
}

describe.each<Talking>(['meta', '360dialog', 'green'])('%s', (provider) => {
  test('no help in a chat where a person has just written; commands work; elsewhere it is as always', () => {
    const { shop, anna, says } = shopOf(provider);
    const ben = shop.person('Ben', '447700900002');
    says('Good morning Anna, your cake is ready.');
    shop.script.clock.now += 29 * MINUTE;
    expect(shop.writes(anna, 'How much is it?')).toEqual([]);
    expect(shop.writes(ben, 'How much is it?')).toHaveLength(1);
    expect(shop.writes(anna, 'Link').length).toBeGreaterThan(0);
    shop.script.clock.now += 2 * MINUTE;
    expect(shop.writes(anna, 'And tomorrow?')).toHaveLength(1);
  });

  test('what the bot sends itself is no person', () => {
    const { shop, anna } = shopOf(provider);
    shop.writes(anna, 'Link');
    expect(shop.writes(anna, 'How much is it?')).toHaveLength(1);
  });

  test('somebody who hides their number', () => {
    const { shop, says } = shopOf(provider);
    const zoe = shop.person('Zoe', undefined, {
      userId: 'GB.77',
      username: 'zoe',
      showsPhone: false,
    });
    says('Hello Zoe', zoe);
    expect(shop.writes(zoe, 'How much is it?')).toEqual([]);
  });

  test('it costs a message nothing, and three calls itself', () => {
    const { shop, anna, says } = shopOf(provider);
    shop.writes(anna, 'Link');
    shop.writes(anna, 'My referrals');
    const before = callsOf(shop.last()).all;
    says('Hello Anna');
    expect(callsOf(shop.last())).toEqual({ all: 3, spreadsheet: 0 });
    shop.writes(anna, 'My referrals');
    expect(callsOf(shop.last()).all).toBe(before);
  });
});

test('an older echo that comes late takes nothing away from a newer one', () => {
  const { shop, anna, says } = shopOf('meta');
  says('First');
  shop.script.clock.now += 20 * MINUTE;
  says('Second');
  shop.post(shop.bodies[0] ?? '');
  shop.script.clock.now += 20 * MINUTE;
  expect(shop.writes(anna, 'How much is it?')).toEqual([]);
});

test('a clock that is ahead does not silence the bot for longer', () => {
  const { shop, anna, says } = shopOf('meta');
  const { business } = shop.whatsapp as Business['whatsapp'];
  const { now } = business;
  business.now = () => now() + 24 * 60 * MINUTE;
  says('Good morning');
  business.now = now;
  shop.script.clock.now += 31 * MINUTE;
  expect(shop.writes(anna, 'How much is it?')).toHaveLength(1);
});

test('a number with two forms is one chat', () => {
  const { shop } = shopOf('meta');
  const joao = shop.person('João', '5511987654321', { waId: '551187654321' });
  const echo = (to: string) => ({
    field: 'smb_message_echoes',
    value: {
      metadata: { phone_number_id: '106540352242922' },
      message_echoes: [{ to, id: 'wamid.E', timestamp: String(NOON / 1000), type: 'text' }],
    },
  });
  shop.post(
    JSON.stringify(metaBody([{ id: '102290129340398', changes: [echo('5511987654321')] }])),
  );
  expect(shop.writes(joao, 'Quanto custa?')).toEqual([]);
});

test('an echo of another number of the account is none of ours', () => {
  const { shop, anna } = shopOf('meta');
  const value = {
    metadata: { phone_number_id: '1' },
    message_echoes: [
      { to: anna.phone, id: 'wamid.E', timestamp: String(NOON / 1000), type: 'text' },
    ],
  };
  const change = { field: 'smb_message_echoes', value };
  shop.post(JSON.stringify(metaBody([{ id: '102290129340398', changes: [change] }])));
  expect(shop.writes(anna, 'How much is it?')).toHaveLength(1);
});

test('the owner’s messages have reports of their own, without a ref: nothing comes of them', () => {
  const { shop, anna, says } = shopOf('meta');
  says('Hello');
  const report = messageStatus({ id: 'wamid.E', status: 'read', recipient: anna.phone ?? '' });
  const changes = [{ field: report.field, value: report.value }];
  shop.post(JSON.stringify(metaBody([{ id: '102290129340398', changes }])));
  expect(shop.rows('Problems')).toEqual([]);
});
