/** A newcomer who came by no link: the contact card that they share, and the question who sent them. */
import type { PersonOnPhone } from '../../local/whatsapp/standin';
import { Business, callsOf, HOUR, MINUTE } from '../support/business';
import { everythingKept, leaves } from '../support/forgotten';
import { FRIEND_JOINED } from '../support/templates';

const ASK = { 'Ask newcomers who sent them': 'yes' };
const DAY = 24 * HOUR;

/** A shop with Anna, who is a client; Ben has never written. */
function shopWith(settings: Record<string, string> = {}) {
  const shop = new Business({ settings });
  const anna = shop.person('Anna', '447700900001');
  shop.writes(anna, 'Link');
  shop.wait(MINUTE);
  return { shop, anna, ben: shop.person('Ben', '447700900002') };
}

const shares = (shop: Business, who: PersonOnPhone, card: { name: string; phone?: string }) =>
  shop.writes(who, { kind: 'contacts', card });

describe('a contact card', () => {
  test('asks by the name on it, and Yes registers: welcome, notice and row as by a link', () => {
    const { shop, anna, ben } = shopWith();
    const [question] = shares(shop, ben, anna);
    expect(question).toMatchObject({
      text: 'Did Anna send you to us?',
      buttons: [
        { id: 'sent:yes:447700900001', title: 'Yes' },
        { id: 'sent:no', title: 'No' },
      ],
    });
    expect(shop.row(ben)).toMatchObject({
      'Invited by': '',
      Note: expect.stringMatching(/^asked 2026-06-01 12:\d\d whether 447700900001 sent them$/),
    });
    const [welcome] = shop.writes(ben, { buttonId: 'sent:yes:447700900001' });
    expect(welcome?.text).toMatch(/^Welcome, Ben! A friend recommended you to us\./);
    expect(shop.row(ben)).toMatchObject({ 'Invited by': anna.phone, "Inviter's name": 'Anna' });
    expect(shop.row(ben).Notice).toMatch(/^told /);
    expect(shop.heard(anna).pop()).toMatch(/^Good news: Ben came to us/);
  });

  test('asks and answers the same way whatever the base holds', () => {
    const answersTo = (phone: string) => {
      const { shop, ben } = shopWith();
      const question = shares(shop, ben, { name: 'Zoe', phone });
      return [...question, ...shop.writes(ben, { buttonId: `sent:yes:${phone}` })].map(
        ({ text }) => text,
      );
    };
    expect(answersTo('447700900001')).toEqual(answersTo('447700900099'));
  });

  test('of somebody unknown: the owner reads the number', () => {
    const { shop, ben } = shopWith();
    shares(shop, ben, { name: 'Zoe', phone: '447700900099' });
    shop.writes(ben, 'Yes');
    expect(shop.row(ben)['Invited by']).toBe('');
    expect(shop.row(ben).Note).toMatch(/; says they were invited by 447700900099, who is not/);
  });

  test('No is thanked for, once, and registers nothing', () => {
    const { shop, anna, ben } = shopWith();
    shares(shop, ben, anna);
    const before = shop.heard(anna).length;
    expect(shop.writes(ben, { buttonId: 'sent:no' }).map(({ text }) => text)).toEqual([
      'Thank you, good to know. How can we help you?',
    ]);
    expect(shop.row(ben)['Invited by']).toBe('');
    expect(shop.heard(anna)).toHaveLength(before);
    expect(shop.writes(ben, 'No')).toEqual([]);
  });

  test('the newest card counts; a name with an address in it is not passed on', () => {
    const { shop, anna, ben } = shopWith();
    expect(shares(shop, ben, { name: 'www.win.example', phone: '447700900077' })[0]?.text).toBe(
      'Did +44 770 ··· 00 77 send you to us?',
    );
    shares(shop, ben, anna);
    shop.writes(ben, 'yes');
    expect(shop.row(ben)["Inviter's name"]).toBe('Anna');
  });

  test.each<[string, (shop: Business, anna: PersonOnPhone) => void, object]>([
    ['their own', () => undefined, { name: 'Ben', phone: '447700900002' }],
    ['one without a number', () => undefined, { name: 'Zoe', phone: '12' }],
  ])('%s asks nothing', (_, prepare, card) => {
    const { shop, anna, ben } = shopWith();
    prepare(shop, anna);
    const [answer] = shop.writes(ben, { kind: 'contacts', card: card as { name: string } });
    expect(answer?.text).toMatch(/^Hello, Ben! I look after/);
    expect(shop.has(ben)).toBe(false);
  });

  test('from an old client, or from one who has an inviter, asks nothing', () => {
    const { shop, anna, ben } = shopWith();
    shop.taps(ben, anna);
    const zoe = { name: 'Zoe', phone: '447700900099' };
    expect(shares(shop, ben, zoe)[0]?.text).toMatch(/^Hello, Ben!/);
    shop.sleeps(8 * DAY);
    expect(shares(shop, anna, zoe)[0]?.text).toMatch(/^Hello, Anna!/);
  });

  test('an answer is waited for three days', () => {
    const { shop, anna, ben } = shopWith();
    shares(shop, ben, anna);
    shop.sleeps(4 * DAY);
    shop.writes(ben, 'Yes');
    expect(shop.row(ben)['Invited by']).toBe('');
  });

  test('whoever was asked is as new as they were, where only new clients count', () => {
    const { shop, anna, ben } = shopWith({ 'Only new clients count': 'yes' });
    shares(shop, ben, anna);
    expect(shop.writes(ben, { buttonId: 'sent:yes:447700900001' })[0]?.text).toMatch(
      /^Welcome, Ben!/,
    );
    expect(shop.row(ben)['Invited by']).toBe(anna.phone);
    const cleo = shop.person('Cleo', '447700900003');
    shop.writes(cleo, 'Link');
    expect(shares(shop, cleo, anna)[0]?.text).toMatch(/^Hello, Cleo!/);
  });

  test('an inviter who has never written is not written to: the notice waits for them', () => {
    const { shop, ben } = shopWith({ 'Notice template': 'friend_joined' });
    shop.script.spreadsheet.type('Clients', 3, 'Phone', '447700900005');
    shop.script.spreadsheet.type('Clients', 3, 'Name', 'Dan');
    shop.wait(MINUTE);
    const dan = shop.person('Dan', '447700900005');
    shares(shop, ben, dan);
    shop.writes(ben, 'Yes');
    expect(shop.row(ben)['Invited by']).toBe(dan.phone);
    expect(shop.row(ben).Notice).toMatch(/^waits for 447700900005 to write/);
    expect(shop.heard(dan)).toEqual([]);
    shop.writes(dan, 'Hello');
    expect(shop.heard(dan).join()).toContain('Good news: Ben');
  });

  describe('an inviter who has never written', () => {
    /** Dan stands in the base because the owner put him there; Ben says that Dan sent him. */
    function named() {
      const shop = new Business({
        settings: { 'Notice template': 'friend_joined' },
        whatsapp: { templates: [FRIEND_JOINED] },
      });
      shop.script.spreadsheet.type('Clients', 2, 'Phone', '447700900005');
      shop.wait(MINUTE);
      const dan = shop.person('Dan', '447700900005');
      const ben = shop.person('Ben', '447700900002');
      shares(shop, ben, dan);
      shop.writes(ben, 'Yes');
      return { shop, dan, ben };
    }

    test('is not told by template either when the owner sends what waits', () => {
      const { shop, dan, ben } = named();
      shop.script.run('sendWaitingNotices', [], 'menu');
      shop.whatsapp.pump();
      expect(shop.heard(dan)).toEqual([]);
      expect(shop.row(ben).Notice).toMatch(/^waits for 447700900005 to write first/);
      expect(shop.script.ui.toasts.at(-1)?.text).toBe(
        '0 taken up, 1 still waiting for their people to write.',
      );
      shop.writes(dan, 'Hello');
      expect(shop.heard(dan).join()).toContain('Good news: Ben');
    });

    test('reads of friends who came by the link, and of nobody else', () => {
      const { shop, dan, ben } = named();
      for (const [name, phone] of [
        ['Cleo', '447700900003'],
        ['Eve', '447700900004'],
        ['Fay', '447700900006'],
      ] as const) {
        shop.writes(shop.person(name, phone), 'You were recommended by 447700900005 Hello');
      }
      shop.wait(HOUR);
      expect(shop.heard(dan).join()).toContain('News: Cleo came.');
      expect(shop.heard(dan).join()).not.toContain('Ben');
      expect(shop.row(ben).Notice).toMatch(/^waits for /);
      shop.writes(dan, 'Hello');
      expect(shop.heard(dan).join()).toContain('Ben');
    });
  });

  describe('of whoever is forgotten meanwhile', () => {
    function askedOfOneWhoLeaves() {
      const cast = shopWith();
      shares(cast.shop, cast.ben, cast.anna);
      leaves(cast.shop, cast.anna);
      return cast;
    }

    test('leaves no number in the note', () => {
      const { shop, ben } = askedOfOneWhoLeaves();
      expect(shop.row(ben).Note).toMatch(/^asked .* whether \S+ sent them$/);
      expect(everythingKept(shop)).not.toContain('900001');
    });

    test.each([
      ['the button', { buttonId: 'sent:yes:447700900001' }],
      ['the word', 'Yes'],
    ])('%s makes them nobody’s inviter, and brings no number back', (_, answer) => {
      const { shop, ben } = askedOfOneWhoLeaves();
      shop.writes(ben, answer);
      shop.wait(MINUTE);
      expect(shop.row(ben)['Invited by']).toBe('');
      expect(everythingKept(shop)).not.toContain('900001');
    });
  });

  test('costs no more calls than a newcomer, and then a referral, may cost', () => {
    const { shop, anna, ben } = shopWith();
    const handling = () =>
      callsOf(shop.script.executions.filter(({ calls }) => calls.fetch).slice(-1)[0]!);
    shares(shop, ben, anna);
    const asked = handling();
    expect(asked.all).toBeLessThanOrEqual(12);
    expect(asked.spreadsheet).toBeLessThanOrEqual(4);
    shop.writes(ben, { buttonId: 'sent:yes:447700900001' });
    const registered = handling();
    expect(registered.all).toBeLessThanOrEqual(14);
    expect(registered.spreadsheet).toBeLessThanOrEqual(6);
  });
});

describe('“Ask newcomers who sent them”', () => {
  const QUESTION = /^Welcome, Ben! Did somebody send you to us\?/;

  test('is off unless the owner wants it', () => {
    const { shop, ben } = shopWith();
    expect(shop.writes(ben, 'Hello')[0]?.text).toMatch(/^Hello, Ben! I look after/);
    expect(shop.has(ben)).toBe(false);
  });

  test('a number is taken as an invitation', () => {
    const { shop, anna, ben } = shopWith(ASK);
    expect(shop.writes(ben, 'Hello')[0]).toMatchObject({
      text: expect.stringMatching(QUESTION),
      buttons: [{ id: 'sent:no', title: 'No' }],
    });
    expect(shop.row(ben).Note).toMatch(/^asked 2026-06-01 12:\d\d who sent them$/);
    expect(shop.writes(ben, 'Anna, +44 7700 900001')[0]?.text).toMatch(/^Welcome, Ben! A friend/);
    expect(shop.row(ben)['Invited by']).toBe(anna.phone);
    expect(shop.heard(anna).pop()).toContain('Ben');
  });

  test('so are a code, a contact card, and a link', () => {
    for (const by of ['code', 'card', 'link'] as const) {
      const { shop, anna, ben } = shopWith(ASK);
      shop.writes(ben, 'Hello');
      shop.script.spreadsheet.type('Clients', shop.rowNumber(anna), 'Code', 'abcd2345');
      if (by === 'code') shop.writes(ben, 'abcd2345');
      else if (by === 'card') shares(shop, ben, anna);
      else shop.taps(ben, anna);
      expect([by, shop.row(ben)['Invited by']]).toEqual([by, anna.phone]);
    }
  });

  test('a name is answered once, noted for the owner, and then left', () => {
    const { shop, ben } = shopWith(ASK);
    shop.writes(ben, 'Hello');
    shop.wait(MINUTE);
    expect(shop.writes(ben, 'It was\nAnna from the gym')[0]?.text).toMatch(/^I could not make out/);
    expect(shop.row(ben).Note).toContain('; answered “It was Anna from the gym”');
    shop.wait(MINUTE);
    expect(shop.writes(ben, 'You know her!')).toEqual([]);
    shop.wait(MINUTE);
    shop.writes(ben, '+44 7700 900001');
    expect(shop.row(ben)["Inviter's name"]).toBe('Anna');
  });

  test('what was written before the question could be read gets no answer', () => {
    const { shop, ben } = shopWith(ASK);
    shop.writes(ben, 'Hello');
    expect(shop.writes(ben, 'Have you got time on Friday?')).toEqual([]);
  });

  test('nobody: thanks, and the link', () => {
    const { shop, ben } = shopWith(ASK);
    shop.writes(ben, 'Hello');
    expect(shop.writes(ben, 'no')[0]).toMatchObject({
      text: 'Thank you, good to know. How can we help you?',
      buttons: [{ id: 'command:link' }],
    });
  });

  test.each(['Link', 'stop'])('“%s” is a command, and asks nothing', (text) => {
    const { shop, ben } = shopWith(ASK);
    expect(
      shop
        .writes(ben, text)
        .map((one) => one.text)
        .join(),
    ).not.toContain('Did somebody');
    shop.wait(MINUTE);
    expect(
      shop
        .writes(ben, 'Hello')
        .map((one) => one.text)
        .join(),
    ).not.toContain('Did somebody');
  });

  test('is asked once in a lifetime', () => {
    const { shop, anna, ben } = shopWith(ASK);
    shop.writes(ben, 'Hello');
    shop.sleeps(5 * DAY);
    expect(shop.writes(ben, 'Hello again')[0]?.text).toMatch(/^Hello, Ben! I look after/);
    expect(shop.writes(ben, anna.phone ?? '')).toEqual([]);
    expect(shop.row(ben)['Invited by']).toBe('');
    expect(shop.writes(anna, 'Hello')[0]?.text).toMatch(/^Hello, Anna!/);
  });

  test('one’s own number, and a loop, are answered like those of a link', () => {
    const { shop, ben } = shopWith({ ...ASK, 'Say who invited': 'yes' });
    shop.writes(ben, 'Hello');
    expect(shop.writes(ben, ben.phone ?? '')[0]?.text).toMatch(/you cannot invite yourself/);
    const cleo = shop.person('Cleo', '447700900003');
    shop.invites(ben, cleo);
    expect(shop.writes(ben, cleo.phone ?? '')[0]?.text).toMatch(/came through you/);
  });

  test('what was answered never becomes a formula', () => {
    const { shop, ben } = shopWith(ASK);
    shop.writes(ben, '=IMPORTXML("http://x")');
    shop.wait(MINUTE);
    shop.writes(ben, '=IMPORTXML("http://x")');
    expect(shop.formulas('Clients')).toEqual([]);
  });
});
