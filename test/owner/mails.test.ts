/** E-mails to the owner, where they want them: trouble, at most once a day for one thing; the week; and the permission. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BOTH, buys, minutesPass, rewardShop } from '../rewards/shop';
import { Business, type BusinessOptions, DIST, HOUR, MINUTE } from '../support/business';
import { ownerOf } from './owner';

const DAY = 24 * HOUR;
const MANIFEST = JSON.parse(readFileSync(path.join(DIST, 'appsscript.json'), 'utf8'));
const SEND_MAIL = 'https://www.googleapis.com/auth/script.send_mail';
const ALLOWED: string[] = [...MANIFEST.oauthScopes, SEND_MAIL];
const ADDRESS = 'owner@example.com';
const WANTED = { 'E-mail to you': ADDRESS };

/** A shop whose owner wants e-mails, and has approved them. */
function wantingShop(more: Omit<BusinessOptions, 'saved'> = {}): Business {
  const shop = new Business({
    scopes: ALLOWED,
    ...more,
    settings: { ...WANTED, ...more.settings },
  });
  shop.wait(12 * MINUTE);
  return shop;
}

/** The token dies, and a client learns it. */
function tokenDies(shop: Business): void {
  shop.whatsapp.weather = 'tokenRejected';
  shop.writes(shop.person('Anna', '447700900001'), 'Link');
}

describe('trouble', () => {
  test('the token died: the owner is written to within minutes, with what to do', () => {
    const shop = wantingShop();
    tokenDies(shop);
    expect(shop.script.mails).toEqual([]);
    shop.wait(12 * MINUTE);
    const [mail, ...others] = shop.script.mails;
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ recipients: [ADDRESS], name: 'Referrals' });
    expect(mail?.subject).toMatch(/^Referrals: Nothing can be sent: WhatsApp refuses the access/);
    expect(mail?.body).toContain('What to do: Use Referrals → Connect…');
    expect(mail?.body).toContain('https://docs.google.com/spreadsheets/d/');
  });

  test('the same thing once a day, as long as it goes on', () => {
    const shop = wantingShop();
    tokenDies(shop);
    const anna = shop.known('Anna');
    const about = () => shop.script.mails.filter(({ subject }) => /access token/.test(subject));
    for (let hour = 0; hour < 22; hour++) {
      shop.writes(anna, 'Link');
      shop.sleeps(HOUR);
    }
    expect(about()).toHaveLength(1);
    for (let hour = 0; hour < 4; hour++) {
      shop.writes(anna, 'Link');
      shop.sleeps(HOUR);
    }
    expect(about()).toHaveLength(2);
  });

  test('what is over is not written about again', () => {
    const shop = wantingShop();
    tokenDies(shop);
    shop.wait(12 * MINUTE);
    shop.whatsapp.weather = 'fine';
    for (let hour = 0; hour < 50; hour++) shop.sleeps(HOUR);
    expect(shop.script.mails).toHaveLength(1);
  });

  test('several things within an hour go together, in a second mail', () => {
    const shop = wantingShop();
    tokenDies(shop);
    shop.wait(12 * MINUTE);
    shop.post('From=whatsapp%3A%2B447700900001&Body=Link', 'application/x-www-form-urlencoded');
    shop.post('{"typeWebhook":"incomingMessageReceived"}');
    shop.wait(30 * MINUTE);
    expect(shop.script.mails).toHaveLength(1);
    shop.wait(40 * MINUTE);
    expect(shop.script.mails.map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/Nothing can be sent/),
      'Referrals: 2 problems',
    ]);
  });

  test('the web app is closed: nobody would notice, so it is asked once an hour', () => {
    const shop = wantingShop({ whatsapp: {} });
    let closed = false;
    const address = 'https://script.google.com/macros/s/AKfyTest/exec';
    shop.script.properties.script.set('webAppUrl', address);
    const { answer } = shop.whatsapp;
    shop.whatsapp.answer = (request) => {
      if (!request.url.startsWith(address)) return answer.call(shop.whatsapp, request);
      const script = JSON.stringify({ script: ownerOfScript(shop) });
      return { status: 200, body: closed ? '<title>Sign in</title>' : script };
    };
    shop.wait(3 * HOUR);
    expect(shop.script.mails).toEqual([]);
    closed = true;
    shop.wait(2 * HOUR);
    expect(shop.script.mails.map(({ subject }) => subject)).toEqual([
      'Referrals: Strangers do not reach the web app any more, so no message comes in',
    ]);
  });

  test('nobody is written to who does not want it', () => {
    const shop = wantingShop({ settings: { 'E-mail to you': '' } });
    tokenDies(shop);
    shop.wait(30 * MINUTE);
    expect(shop.script.mails).toEqual([]);
    expect(shop.script.properties.script.has('mailed')).toBe(false);
  });

  test('a day’s mails are used up: it goes when there are new ones', () => {
    const shop = wantingShop();
    shop.script.limits.mails = 0;
    tokenDies(shop);
    shop.wait(25 * MINUTE);
    expect(shop.script.mails).toEqual([]);
    expect(shop.rows('Problems').map(({ Problem }) => Problem)).toContainEqual(
      expect.stringMatching(/^You could not be written to by e-mail: .*email/),
    );
    shop.script.limits.mails = 100;
    shop.wait(12 * MINUTE);
    expect(shop.script.mails).toHaveLength(1);
  });
});

/** The id of the script that runs. */
function ownerOfScript(shop: Business): string {
  const sent = shop.script.get(`key=${shop.key}&probe=1`);
  const body = sent.status === 302 ? shop.script.echo(sent.headers.location ?? '') : sent.body;
  return JSON.parse(String(body)).script;
}

describe('without the permission', () => {
  test('everything else goes on, and Problems says once what to do', () => {
    const shop = new Business({ settings: WANTED });
    shop.wait(12 * MINUTE);
    tokenDies(shop);
    shop.wait(2 * HOUR);
    const told = shop.rows('Problems').filter(({ Problem }) => /by e-mail/.test(Problem ?? ''));
    expect(told).toEqual([
      expect.objectContaining({
        'How often': '1',
        'What to do': expect.stringContaining('npm run deploy -- --mail'),
      }),
    ]);
    expect(ownerOf(shop).mailState()).toEqual({ to: ADDRESS, left: null, why: 'permission' });
  });

  test('where no e-mails are wanted it is not even asked for', () => {
    const shop = new Business();
    expect(ownerOf(shop).mailState()).toEqual({ to: '', left: null, why: '' });
    expect(MANIFEST.oauthScopes).not.toContain(SEND_MAIL);
  });
});

test('a test mail, and how many are left', () => {
  const owner = ownerOf(wantingShop());
  expect(owner.mailState()).toEqual({ to: ADDRESS, left: 100, why: '' });
  expect(owner.sendTestMail()).toEqual({ to: ADDRESS, left: 99, why: '' });
});

describe('the week', () => {
  const MONDAY = Date.UTC(2026, 5, 8, 8);

  /** Goes on until a moment, with the trigger every few hours, and in the last of them every hour. */
  function until(shop: Business, at: number): void {
    while (shop.script.clock.now < at) {
      const left = at - shop.script.clock.now;
      shop.sleeps(Math.min(left > 8 * HOUR ? 4 * HOUR : HOUR, left));
    }
  }

  test('on Monday morning: who came, who brought most', () => {
    const shop = wantingShop();
    const [anna, ben, cleo, dora] = ['Anna', 'Ben', 'Cleo', 'Dora'].map((name, n) =>
      shop.person(name, `44770090000${n}`),
    ) as [never, never, never, never];
    shop.invites(anna, ben, cleo);
    shop.invites(ben, dora);
    until(shop, MONDAY - HOUR);
    expect(shop.script.mails).toEqual([]);
    until(shop, MONDAY + HOUR);
    const [mail] = shop.script.mails;
    expect(mail?.subject).toBe('Referrals: your week, 4 new clients, 3 referrals');
    expect(mail?.body).toContain('Who brought most:\n  Anna: 2\n  Ben: 1\n');
    until(shop, MONDAY + 6 * DAY);
    expect(shop.script.mails).toHaveLength(1);
  });

  test('rewards that are for the owner to give', () => {
    const { shop, anna, ben } = rewardShop(BOTH, { scopes: ALLOWED, settings: WANTED });
    shop.wait(12 * MINUTE);
    shop.taps(ben, anna);
    buys(shop, ben);
    minutesPass(shop);
    const ready = shop.rows('Rewards').filter(({ State }) => State === 'ready').length;
    expect(ready).toBeGreaterThan(0);
    until(shop, MONDAY + HOUR);
    const mail = shop.script.mails.find(({ subject }) => /your week/.test(subject));
    expect(mail?.body).toContain(`${ready} reward`);
  });

  test('a quiet week is no reason to write, and the setting switches it off', () => {
    const quiet = wantingShop();
    until(quiet, MONDAY + HOUR);
    const off = wantingShop({ settings: { 'Weekly summary': 'no' } });
    off.writes(off.person('Anna', '447700900001'), 'Link');
    until(off, MONDAY + HOUR);
    expect([...quiet.script.mails, ...off.script.mails]).toEqual([]);
  });
});
