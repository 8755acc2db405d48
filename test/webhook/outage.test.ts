/** What happens while WhatsApp cannot be reached, and what is decided by then and not again. */
import { metaWebhook, textMessage } from '../../local/whatsapp/meta/webhooks';
import { Business, HOUR, MINUTE } from '../support/business';
import { isNotice } from '../support/told';

/** Anna has a link, and Ben and Fritz know it. */
function shopWithAnna() {
  const shop = new Business();
  const anna = shop.person('Anna', '447700900001');
  const ben = shop.person('Ben', '447700900002');
  const fritz = shop.person('Fritz', '447700900003');
  shop.writes(anna, 'Link');
  const invitation = `You were recommended by ${anna.phone} Hello`;
  return { shop, anna, ben, fritz, invitation };
}

/** At which call of the execution Ben's invitation is sent on. */
function callOf(kind: string): number {
  const { shop, ben, invitation } = shopWithAnna();
  shop.whatsapp.write(ben.key, { text: invitation });
  return shop.last().trace.find((call) => call.kind === kind)?.n ?? 0;
}

/** Everything that is still to happen, happens. */
function afterwards(shop: Business) {
  for (let n = 0; n < 20; n++) {
    shop.whatsapp.pump();
    shop.sleeps(10 * MINUTE);
  }
  expect(shop.pending()).toEqual([]);
}

describe('what has written its rows is not decided again', () => {
  test('a Start wins over a Stop whose answer waited', () => {
    const { shop, anna, ben, invitation } = shopWithAnna();
    shop.whatsapp.weather = 'error500';
    shop.writes(anna, 'Stop');
    expect(shop.row(anna).Stopped).not.toBe('');
    shop.whatsapp.weather = 'fine';
    shop.sleeps(30 * 1000);
    shop.writes(anna, 'Start');
    expect(shop.row(anna).Stopped).toBe('');
    afterwards(shop);
    expect(shop.row(anna).Stopped).toBe('');
    expect(shop.heard(anna).some((text) => /no more messages|will not hear/i.test(text))).toBe(
      false,
    );
    shop.writes(ben, invitation);
    shop.writes(anna, 'Hello');
    afterwards(shop);
    expect(shop.heard(anna).filter(isNotice)).toHaveLength(1);
  });

  test('a Stop that could not be written comes before a later Start of the same person', () => {
    const { shop, anna } = shopWithAnna();
    shop.script.spreadsheet.type('Clients', 1, 'Phone', 'Number');
    shop.writes(anna, 'Stop');
    shop.script.spreadsheet.type('Clients', 1, 'Number', 'Phone');
    shop.script.clock.now += 1000;
    shop.writes(anna, 'Start');
    afterwards(shop);
    expect(shop.row(anna).Stopped).toBe('');
  });

  test('an invitation of somebody unknown does not become a referral when they join later', () => {
    const { shop, ben, fritz } = shopWithAnna();
    shop.whatsapp.weather = 'error500';
    shop.writes(ben, `You were recommended by ${fritz.phone} Hello`);
    shop.writes(fritz, 'Link');
    shop.whatsapp.weather = 'fine';
    afterwards(shop);
    expect(shop.row(ben)['Invited by']).toBe('');
    expect(shop.heard(fritz).filter(isNotice)).toEqual([]);
    expect(shop.heard(ben)).toHaveLength(1);
  });
});

test('an entry is never written over by another delivery of its first update', () => {
  const { shop, anna, ben, fritz, invitation } = shopWithAnna();
  const at = shop.script.clock.now;
  const stop = textMessage({ from: ben.phone ?? '', name: 'Ben', text: 'Stop', at });
  const comes = textMessage({ from: fritz.phone ?? '', name: 'Fritz', text: invitation, at });
  const answer = shop.whatsapp.answer.bind(shop.whatsapp);
  // Ben is answered; whatever is for Fritz or Anna meets a 429.
  shop.whatsapp.answer = (request) =>
    request.body.includes(ben.phone ?? '') ? answer(request) : { status: 429, body: '' };
  shop.post(JSON.stringify(metaWebhook([stop, comes])));
  expect(shop.row(fritz).Notice).toMatch(/^not yet: /);
  shop.script.cache.forget();
  shop.post(JSON.stringify(metaWebhook([stop])));
  shop.whatsapp.answer = answer;
  afterwards(shop);
  expect(shop.row(fritz).Notice).toMatch(/^told /);
  expect(shop.heard(anna).filter(isNotice)).toHaveLength(1);
});

test('only what was accepted is called sent: the inviter’s row is deleted before the message is taken up again', () => {
  const { shop, anna, ben, invitation } = shopWithAnna();
  shop.script.faults.dieAt = { call: callOf('fetch'), when: 'before' };
  shop.writes(ben, invitation);
  expect(shop.row(ben).Notice).toMatch(/^told /);
  const row = shop.rows('Clients').findIndex(({ Phone }) => Phone === anna.phone) + 2;
  shop.script.spreadsheet.deleteRow('Clients', row);
  afterwards(shop);
  expect(shop.row(ben).Notice).toMatch(/^not sent: the inviter is not in the base any more\s+#/);
});

describe('nothing is told twice', () => {
  test('a finished referral is delivered again, the cache has forgotten, and the sheet cannot be written', () => {
    const { shop, anna, ben, invitation } = shopWithAnna();
    shop.writes(ben, invitation);
    const body = shop.bodies.find((one) => one.includes('recommended')) ?? '';
    shop.script.cache.forget();
    shop.sleeps(2 * MINUTE);
    shop.script.spreadsheet.type('Clients', 1, 'Phone', 'Number');
    shop.post(body);
    shop.sleeps(5 * MINUTE);
    shop.script.spreadsheet.type('Clients', 1, 'Number', 'Phone');
    afterwards(shop);
    expect(shop.heard(anna).filter(isNotice)).toHaveLength(1);
    expect(shop.heard(ben)).toHaveLength(1);
  });

  test('two deliveries at once while the provider accepts and its answer is lost', () => {
    const last = callOf('fetch') + 3;
    for (let call = 1; call <= last; call++) {
      const { shop, anna, ben, invitation } = shopWithAnna();
      shop.whatsapp.weather = 'answerLost';
      const again = () => void shop.post(shop.bodies.at(-1) ?? '');
      shop.script.faults.interruptAt = { call, run: again };
      shop.whatsapp.write(ben.key, { text: invitation });
      shop.whatsapp.weather = 'fine';
      afterwards(shop);
      expect([call, shop.heard(anna).filter(isNotice).length]).toEqual([call, 1]);
    }
  });
});

describe('answers that come too late', () => {
  test('the owner reads it, and can send them; nobody is answered twice', () => {
    const { shop, ben } = shopWithAnna();
    shop.whatsapp.weather = 'down';
    shop.writes(ben, 'Link');
    for (let n = 0; n < 8; n++) shop.sleeps(HOUR);
    shop.whatsapp.weather = 'fine';
    afterwards(shop);
    expect(shop.heard(ben)).toEqual([]);
    expect(shop.rows('Problems').map(({ Problem }) => Problem)).toContain(
      'Some people got no answer: your provider could not be reached for hours',
    );
    shop.script.run('answerUnanswered', [], 'menu');
    shop.whatsapp.pump();
    expect(shop.heard(ben)).toHaveLength(2);
    expect(shop.script.ui.toasts.at(-1)?.text).toBe('1 person has been answered.');
    shop.script.run('answerUnanswered', [], 'menu');
    expect(shop.heard(ben)).toHaveLength(2);
    expect(shop.script.ui.toasts.at(-1)?.text).toBe('Nobody is waiting for an answer.');
  });

  test('after a day it is too late', () => {
    const { shop, ben } = shopWithAnna();
    shop.whatsapp.weather = 'down';
    shop.writes(ben, 'Link');
    for (let n = 0; n < 26; n++) shop.sleeps(HOUR);
    shop.whatsapp.weather = 'fine';
    afterwards(shop);
    shop.script.run('answerUnanswered', [], 'menu');
    expect(shop.heard(ben)).toEqual([]);
  });
});

test('a provider that does not answer costs the trigger less and less time', () => {
  const { shop, ben } = shopWithAnna();
  const outside = shop.whatsapp.answer.bind(shop.whatsapp);
  shop.whatsapp.answer = () => ({ fault: 'timeout' });
  const friends = Array.from({ length: 10 }, (_, n) => shop.person(`F${n}`, `44770091000${n}`));
  for (const friend of [ben, ...friends]) shop.writes(friend, 'Link');
  const before = shop.script.fetchesToday;
  for (let n = 0; n < 600; n++) shop.sleeps(MINUTE);
  // One try, growing from five minutes to an hour: about fourteen in ten hours, each of at most 25 messages.
  const tries = shop.script.executions.filter(
    ({ function: name, calls }) => name === 'drainPending' && calls.fetch,
  );
  expect(tries.length).toBeLessThanOrEqual(16);
  expect(shop.script.fetchesToday - before).toBeLessThan(16 * 75);
  shop.whatsapp.answer = outside;
});

test('a full journal is told to the owner', () => {
  const { shop, ben } = shopWithAnna();
  const { script } = shop.script.properties;
  for (let n = 0; n < 56; n++) script.set(`own.${n}`, 'x'.repeat(9000));
  script.set('own.rest', 'x'.repeat(7500));
  shop.writes(ben, 'Link');
  expect(shop.rows('Problems').map(({ Problem }) => Problem)).toEqual([
    expect.stringMatching(/^Messages cannot be kept: /),
  ]);
  expect(shop.heard(ben)).toHaveLength(2);
});
