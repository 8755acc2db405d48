/** What the script itself finds out in the first minutes on a real account: its address, the sheet, what comes in. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { OutsideAnswer, OutsideRequest } from '../../local/apps-script';
import { Business, DIST, HOUR, MINUTE } from '../support/business';
import { ownerOf } from './owner';

const WIDE: string[] = JSON.parse(
  readFileSync(path.resolve(__dirname, '../../appsscript.wide.json'), 'utf8'),
).oauthScopes;

const OURS = 'https://script.google.com/macros/s/local-deployment/exec';
const OTHER = 'https://script.google.com/macros/s/another-one/exec';

function property(shop: Business, name: string): string | undefined {
  return shop.script.properties.script.get(name);
}

/** Something else than this script answers at other addresses of Google's. */
function elsewhere(shop: Business, body: string, status = 200): void {
  const { answer } = shop.whatsapp;
  shop.whatsapp.answer = (request: OutsideRequest): OutsideAnswer =>
    request.url.startsWith('https://script.google.com/')
      ? { status, headers: {}, body }
      : answer.call(shop.whatsapp, request);
}

describe('the address', () => {
  test('Google’s is used once this script has answered there', () => {
    const shop = new Business();
    const look = ownerOf(shop).lookAtWebApp();
    expect(look).toMatchObject({ address: OURS, script: 'ours', handshake: true, login: false });
    expect(look.wrongKeyRefused).toBe(true);
    expect(property(shop, 'webAppUrl')).toBe(OURS);
  });

  test('a stale one is given up for the one where this script answers', () => {
    const shop = new Business();
    shop.script.properties.script.set('webAppUrl', OTHER);
    elsewhere(shop, JSON.stringify({ script: 'another', sheet: 'active', cell: true, why: '' }));
    expect(ownerOf(shop).lookAtWebApp()).toMatchObject({ address: OURS, script: 'ours' });
    expect(property(shop, 'webAppUrl')).toBe(OURS);
  });

  test('where another script answers, nothing is taken over and nothing of it is believed', () => {
    const shop = new Business();
    shop.script.quirks.webAppUrlTold = () => OTHER;
    elsewhere(shop, JSON.stringify({ script: 'another', sheet: 'active', cell: true, why: 'x' }));
    const owner = ownerOf(shop);
    expect(owner.lookAtWebApp()).toMatchObject({ address: OTHER, script: 'other', sight: null });
    expect(property(shop, 'webAppUrl')).toBeUndefined();
    expect(() => owner.useAddress(OTHER)).toThrow('Another script answers at this address');
    expect(property(shop, 'webAppUrl')).toBeUndefined();
  });

  test('a login page is known as one', () => {
    const shop = new Business();
    shop.script.quirks.webAppUrlTold = () => OTHER;
    elsewhere(shop, '<form action="https://accounts.google.com/ServiceLogin">');
    expect(ownerOf(shop).lookAtWebApp()).toMatchObject({ script: 'none', login: true });
  });

  test.each([
    ['https://script.google.com/a/macros/shop.example/s/x/exec', 'shop.example'],
    ['https://script.google.com/macros/s/x/dev', 'only you can open it'],
    ['https://evil.example/macros/s/x/exec', 'Only a web app at script.google.com'],
    ['', 'The address is missing'],
  ])('%j is refused with the reason, and nobody is asked', (address, reason) => {
    const shop = new Business();
    const owner = ownerOf(shop);
    expect(() => owner.useAddress(address)).toThrow(reason);
    expect(shop.last('ownerCall').calls.fetch).toBeUndefined();
    shop.script.quirks.webAppUrlTold = () => address;
    const { addressProblem } = owner.lookAtWebApp();
    expect(addressProblem).toContain(reason);
    expect(shop.last('ownerCall').calls.fetch).toBeUndefined();
    expect(() => owner.register()).toThrow();
  });

  test('another address is used from then on, spaces around it or not', () => {
    const shop = new Business();
    shop.script.quirks.webAppUrlTold = () => null;
    expect(ownerOf(shop).useAddress(` ${OURS} `)).toMatchObject({ address: OURS });
    expect(property(shop, 'webAppUrl')).toBe(OURS);
  });
});

describe('the sheet', () => {
  test.each([
    [true, true, 'active', 'active'],
    [false, true, 'none', 'active'],
    [true, false, 'active', 'none'],
    [false, false, 'none', 'none'],
  ])('given to the web app: %s, to the trigger: %s', (webApp, trigger, seen, seenByTrigger) => {
    const shop = new Business();
    shop.script.quirks.activeInWebApp = webApp;
    shop.script.quirks.activeInTrigger = trigger;
    const owner = ownerOf(shop);
    expect(owner.lookAtWebApp().sight).toMatchObject({ sheet: seen, cell: webApp });
    owner.askTrigger();
    expect(owner.triggerSight()).toBeNull();
    shop.wait(MINUTE);
    expect(owner.triggerSight()).toMatchObject({ sheet: seenByTrigger, cell: trigger });
    expect(owner.state().proofs).toMatchObject({
      webAppSheet: { result: webApp ? 'pass' : 'fail' },
      triggerSheet: { result: trigger ? 'pass' : 'fail' },
    });
  });

  test('with the wide scope both open it by its id, and messages are handled', () => {
    const shop = new Business();
    shop.script.quirks.activeInWebApp = false;
    shop.script.quirks.activeInTrigger = false;
    shop.script.use({ folder: DIST, scopes: WIDE });
    const owner = ownerOf(shop);
    expect(owner.lookAtWebApp().sight).toEqual({ sheet: 'id', cell: true, why: '' });
    owner.askTrigger();
    shop.wait(MINUTE);
    expect(owner.triggerSight()).toEqual({ sheet: 'id', cell: true, why: '' });
    const anna = shop.person('Anna', '447700900001');
    expect(shop.writes(anna, 'Link')).toHaveLength(2);
  });

  test('asked again, what it saw before does not count', () => {
    const shop = new Business();
    const owner = ownerOf(shop);
    owner.askTrigger();
    shop.wait(MINUTE);
    expect(owner.triggerSight()).not.toBeNull();
    owner.askTrigger();
    expect(owner.triggerSight()).toBeNull();
  });

  test('set-up notes its id, in a copy the copy’s', () => {
    const shop = new Business();
    const id = property(shop, 'spreadsheetId');
    expect(id).toMatch(/\S{10,}/);
    shop.script.properties.script.set('spreadsheetId', 'that-of-the-original');
    shop.run('setUp');
    expect(property(shop, 'spreadsheetId')).toBe(id);
  });
});

describe('what comes in', () => {
  test('one message, once, and its answer arrived', () => {
    const shop = new Business();
    const owner = ownerOf(shop);
    expect(owner.watchArrivals()).toMatchObject({ first: null, newest: null });
    shop.writes(shop.person('Anna', '447700900001'), 'Link');
    expect(owner.arrivals().newest).toMatchObject({ times: 1, answered: true, settled: false });
    expect(owner.state().proofs).toMatchObject({ message: { result: 'pass' } });
    expect(owner.state().proofs.once).toBeUndefined();
    shop.wait(2 * MINUTE);
    expect(owner.arrivals().newest).toMatchObject({ delivered: true, settled: true });
    expect(owner.state().proofs).toMatchObject({
      once: { result: 'pass' },
      answer: { result: 'pass' },
    });
  });

  test('a message that is delivered twice is told at once', () => {
    const shop = new Business();
    const owner = ownerOf(shop);
    owner.watchArrivals();
    shop.whatsapp.delivery.times = 2;
    shop.writes(shop.person('Anna', '447700900001'), 'Link');
    expect(owner.arrivals().newest?.times).toBe(2);
    expect(owner.state().proofs.once).toMatchObject({ result: 'warn' });
  });

  test('with Green-API, which does not tell of arrivals, an answer that was taken is enough', () => {
    const shop = new Business({ provider: 'green' });
    const owner = ownerOf(shop);
    owner.watchArrivals();
    shop.writes(shop.person('Anna', '447700900001'), 'Link');
    expect(owner.arrivals().newest).toMatchObject({ answered: true, delivered: true });
  });

  test('where only the trigger sees the sheet, the answer has time until the trigger has run', () => {
    const shop = new Business();
    shop.script.quirks.activeInWebApp = false;
    const owner = ownerOf(shop);
    owner.watchArrivals();
    shop.writes(shop.person('Anna', '447700900001'), 'Link');
    expect(owner.arrivals().newest).toMatchObject({ answered: false, settled: false });
    shop.wait(3 * MINUTE);
    expect(owner.arrivals().newest).toMatchObject({ times: 1, delivered: true });
    expect(owner.state().proofs.answer).toMatchObject({ result: 'pass' });
  });

  test('an answer that nobody took is told after four minutes', () => {
    const shop = new Business();
    const owner = ownerOf(shop);
    owner.watchArrivals();
    shop.script.properties.script.set('metaToken', 'wrong');
    shop.writes(shop.person('Anna', '447700900001'), 'Link');
    shop.wait(3 * MINUTE);
    owner.arrivals();
    expect(owner.state().proofs.answer).toBeUndefined();
    shop.wait(2 * MINUTE);
    owner.arrivals();
    expect(owner.state().proofs.answer).toMatchObject({ result: 'fail' });
  });

  test.each(['published', 'fieldSubscribed'] as const)('nothing, while %s is false', (what) => {
    const shop = new Business();
    const owner = ownerOf(shop);
    owner.watchArrivals();
    shop.whatsapp[what] = false;
    shop.writes(shop.person('Anna', '447700900001'), 'Link');
    expect(owner.arrivals()).toMatchObject({ first: null, newest: null });
    expect(owner.state().proofs.message).toBeUndefined();
  });

  test('watching ends by itself', () => {
    const shop = new Business();
    const owner = ownerOf(shop);
    owner.watchArrivals();
    shop.script.clock.now += HOUR;
    shop.writes(shop.person('Anna', '447700900001'), 'Link');
    expect(owner.arrivals()).toMatchObject({ first: expect.any(Number), newest: null });
  });
});

describe('what is kept of it', () => {
  test('no secret, no key, no address, no number', () => {
    const shop = new Business();
    const owner = ownerOf(shop);
    owner.lookAtWebApp();
    owner.askTrigger();
    owner.watchArrivals();
    shop.writes(shop.person('Anna', '447700900001'), 'Link');
    shop.wait(3 * MINUTE);
    owner.triggerSight();
    owner.arrivals();
    owner.ownerSays('published');
    const kept = property(shop, 'proofs') ?? '';
    expect(Object.keys(JSON.parse(kept))).toHaveLength(8);
    for (const secret of [shop.key, shop.whatsapp.business.token, 'https:', '447700900001']) {
      expect(kept).not.toContain(secret);
    }
  });

  test('another provider begins from nothing', () => {
    const shop = new Business();
    const owner = ownerOf(shop);
    owner.watchArrivals();
    shop.writes(shop.person('Anna', '447700900001'), 'Link');
    owner.arrivals();
    shop.set({ Provider: 'green' });
    const { phoneNumberId, token } = shop.whatsapp.business;
    const values = { 'Phone number id': phoneNumberId, metaToken: token };
    const { state } = owner.connect({ provider: 'meta', values });
    expect(state.proofs.message).toBeUndefined();
    expect(owner.arrivals().first).toBeNull();
  });

  test('so does another number of the same provider', () => {
    const shop = new Business();
    const owner = ownerOf(shop);
    const { phoneNumberId, token } = shop.whatsapp.business;
    const values = { 'Phone number id': phoneNumberId, metaToken: token };
    owner.connect({ provider: 'meta', values });
    owner.ownerSays('published');
    owner.connect({ provider: 'meta', values });
    expect(owner.state().proofs.published).toBeDefined();
    shop.set({ 'Phone number id': '999' });
    owner.connect({ provider: 'meta', values });
    expect(owner.state().proofs.published).toBeUndefined();
  });

  test('a page cannot have anything else noted', () => {
    const owner = ownerOf(new Business());
    expect(() => owner.ownerSays('message' as never)).toThrow('Nobody asked');
    expect(owner.state().proofs.message).toBeUndefined();
  });
});

describe('problems that the sheet cannot take', () => {
  /** The web app does not see the sheet, and something goes wrong. */
  function troubled(): Business {
    const shop = new Business();
    shop.script.quirks.activeInWebApp = false;
    shop.post('{"typeWebhook":"incomingMessageReceived"}');
    return shop;
  }

  test('wait, and are shown by the pages and counted by the menu', () => {
    const shop = troubled();
    expect(ownerOf(shop).state().problems).toEqual([
      expect.objectContaining({ what: expect.stringContaining('A Green-API message arrived') }),
    ]);
    shop.script.open();
    expect(JSON.stringify(shop.script.menus)).toContain('Problems (1)…');
  });

  test('are written down when the owner opens the problems, or checks the set-up', () => {
    for (const look of ['openProblems', 'setUp']) {
      const shop = troubled();
      shop.script.run(look, [], 'menu');
      expect(shop.rows('Problems')).toHaveLength(1);
      expect(ownerOf(shop).state().problems).toEqual([]);
    }
  });

  test('the menu is built also where it may not look into the properties', () => {
    const shop = troubled();
    shop.script.quirks.simpleTriggersMayUseProperties = false;
    expect(shop.script.open()?.error).toBeUndefined();
    expect(JSON.stringify(shop.script.menus)).toContain('Check set-up');
  });
});
