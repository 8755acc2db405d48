/** What Meta may do to a delivery: many in one, twice, late, for somebody else, with a wrong key. */
import { metaWebhook, textMessage } from '../../local/whatsapp/meta/webhooks';
import { Business, callsOf, HOUR, invitationIn, MINUTE, NOON } from '../support/business';

test('many messages in one POST are all handled, with one search', () => {
  const shop = new Business();
  const anna = shop.person('Anna', '447700900001');
  shop.writes(anna, 'Link');
  const friends = Array.from({ length: 30 }, (_, n) =>
    shop.person(`Friend ${n}`, `4477009001${10 + n}`),
  );
  shop.whatsapp.delivery.batch = true;
  for (const friend of friends)
    shop.whatsapp.write(friend.key, { text: invitationIn(shop.link(anna)) });
  shop.whatsapp.flush();
  const handling = shop.script.executions.filter(({ calls }) => calls['spreadsheet.write']).pop();
  expect(handling?.calls['spreadsheet.search']).toBe(1);
  shop.whatsapp.delivery.batch = false;
  shop.whatsapp.pump();
  expect(shop.rows('Clients')).toHaveLength(31);
  expect(shop.heard(anna).filter((text) => text.startsWith('Good news'))).toHaveLength(1);
  shop.wait(3 * MINUTE);
  expect(shop.heard(anna).pop()).toMatch(/^29 friends have joined .* and 9 more\. Thank you!$/);
  expect(friends.every((friend) => shop.heard(friend).length === 1)).toBe(true);
  expect(shop.pending()).toEqual([]);
});

test('a chain and its loop within one POST', () => {
  const shop = new Business();
  const [anna, ben] = [shop.person('Anna', '447700900001'), shop.person('Ben', '447700900002')];
  shop.writes(anna, 'Link');
  shop.whatsapp.delivery.batch = true;
  shop.whatsapp.write(ben.key, { text: `You were recommended by ${anna.phone} Hello` });
  shop.whatsapp.write(anna.key, { text: `You were recommended by ${ben.phone} Hello` });
  shop.whatsapp.flush();
  expect(shop.row(ben)['Invited by']).toBe(anna.phone);
  expect(shop.row(anna)['Invited by']).toBe('');
});

test('everything delivered twice: one row, one notice, one answer', () => {
  const shop = new Business();
  const [anna, ben] = [shop.person('Anna', '447700900001'), shop.person('Ben', '447700900002')];
  shop.whatsapp.delivery.times = 2;
  shop.invites(anna, ben);
  expect(shop.rows('Clients')).toHaveLength(2);
  expect(shop.heard(anna)).toHaveLength(3);
  expect(shop.heard(ben)).toHaveLength(1);
});

test('a second delivery after the cache has forgotten changes and sends nothing', () => {
  const shop = new Business();
  const [anna, ben] = [shop.person('Anna', '447700900001'), shop.person('Ben', '447700900002')];
  shop.writes(anna, 'Link');
  const message = textMessage({
    from: ben.phone ?? '',
    name: 'Ben',
    text: `You were recommended by ${anna.phone} Hello`,
    at: NOON,
    id: 'wamid.twice',
  });
  shop.whatsapp.happen(message);
  shop.script.cache.forget();
  shop.sleeps(HOUR);
  shop.whatsapp.happen(message);
  shop.whatsapp.pump();
  expect(shop.heard(anna)).toHaveLength(3);
  expect(shop.heard(ben)).toHaveLength(1);
});

test('a message to another number of the same account is left alone', () => {
  const shop = new Business();
  const update = textMessage({ from: '447700900001', name: 'Anna', text: 'Link', at: NOON });
  shop.post(JSON.stringify(metaWebhook([update], { phoneNumberId: '999' })));
  expect(shop.rows('Clients')).toEqual([]);
  expect(shop.whatsapp.outbound).toEqual([]);
});

/** A request with a key that is not ours. */
function knocks(shop: Business, key: string) {
  const update = textMessage({ from: '447700900001', name: 'Anna', text: 'Link', at: NOON });
  return shop.script.post({
    queryString: key ? `key=${key}` : '',
    contentType: 'application/json',
    body: JSON.stringify(metaWebhook([update])),
  });
}

test.each(['', 'wrong', 'undefined'])(
  'the key “%s” changes nothing and gets no page; from the second time on it costs one call',
  (key) => {
    const shop = new Business();
    expect(knocks(shop, key).status).toBe(302);
    const answer = knocks(shop, key);
    expect(answer.status).toBe(302);
    expect(shop.script.webPage(answer).functions).toEqual([]);
    expect(callsOf(shop.last())).toEqual({ all: key ? 1 : 0, spreadsheet: 0 });
    expect(shop.last().calls.properties).toBeUndefined();
    expect(shop.rows('Clients')).toEqual([]);
  },
);

test('where the cache forgets, the right key is still the right one, and a wrong one is not', () => {
  const shop = new Business();
  const anna = shop.person('Anna', '447700900001');
  shop.script.faults = { cacheForgets: true };
  expect(knocks(shop, 'wrong').status).toBe(302);
  expect(shop.writes(anna, 'Link')).toHaveLength(2);
});

test('while no key is stored, none is right: not even an empty one', () => {
  const shop = new Business();
  shop.script.properties.script.delete('webhookKey');
  shop.script.cache.forget();
  const update = textMessage({ from: '447700900001', name: 'Anna', text: 'Link', at: NOON });
  const body = JSON.stringify(metaWebhook([update]));
  for (const key of ['', 'undefined', 'null']) {
    expect(shop.post(body, 'application/json', key).status).toBe(302);
  }
  const asked = shop.script.get('hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=');
  expect(shop.script.echo(asked.headers.location ?? '')).toBe('');
  expect(shop.rows('Clients')).toEqual([]);
});

test('the handshake answers the challenge to the right token only', () => {
  const shop = new Business();
  const ask = (token: string) => {
    const answer = shop.script.get(
      `hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${token}`,
    );
    return shop.script.echo(answer.headers.location ?? '');
  };
  expect(ask(shop.key)).toBe('1158201444');
  expect(ask('wrong')).toBe('');
});

test('somebody who tries tokens costs one call a try', () => {
  const shop = new Business();
  for (let n = 0; n < 3; n++) {
    shop.script.get(`hub.mode=subscribe&hub.challenge=1&hub.verify_token=guess${n}`);
  }
  expect(shop.last('doGet').calls).toEqual({ cache: 1 });
  shop.script.get(`probe=1&key=guess`);
  expect(shop.last('doGet').calls).toEqual({ cache: 1 });
  shop.script.get('probe=1');
  expect(shop.last('doGet').calls).toEqual({});
});

test.each([
  ['no body at all', undefined],
  ['no JSON', 'hello'],
  ['JSON of somebody else', '{"a":1}'],
  ['null', 'null'],
  [
    'an empty account update',
    '{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"x"}]}]}',
  ],
])('%s: nothing escapes, nothing is written', (_, body) => {
  const shop = new Business();
  const answer = shop.script.post({
    queryString: `key=${shop.key}`,
    contentType: 'application/json',
    ...(body !== undefined && { body }),
  });
  expect(answer.status).toBe(200);
  expect(shop.last().error).toBeUndefined();
  expect(shop.rows('Clients')).toEqual([]);
});

test('a body of another provider is told to the owner', () => {
  const shop = new Business();
  shop.post('From=whatsapp%3A%2B447700900001&Body=Link', 'application/x-www-form-urlencoded');
  expect(shop.rows('Problems')).toHaveLength(1);
});

test('blue ticks for what was answered', () => {
  const shop = new Business();
  const anna = shop.person('Anna', '447700900001');
  shop.writes(anna, 'Link');
  const marks = shop.whatsapp.outbound.filter(({ body }) => body.includes('"status":"read"'));
  expect(marks.map(({ status }) => status)).toEqual([200]);
});

test('without blue ticks, where the owner does not want them', () => {
  const shop = new Business({ settings: { 'Blue ticks': 'no' } });
  const anna = shop.person('Anna', '447700900001');
  expect(shop.writes(anna, 'Link')).toHaveLength(2);
  expect(shop.whatsapp.outbound).toHaveLength(2);
  expect(shop.whatsapp.outbound.map(({ body }) => body).join()).not.toContain('"status":"read"');
});

test('typing is shown before the answer where the owner wants it', () => {
  const shop = new Business({ settings: { 'Show typing': 'yes' } });
  const anna = shop.person('Anna', '447700900001');
  shop.writes(anna, 'Link');
  expect(shop.whatsapp.outbound[0]?.body).toContain('"typing_indicator":{"type":"text"}');
  expect(shop.whatsapp.outbound).toHaveLength(3);
});
