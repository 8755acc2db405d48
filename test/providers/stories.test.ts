/** The main stories, told over every provider: the same people, the same rules, another wire. */
import { HOUR, MINUTE } from '../support/business';
import { PROVIDERS } from '../support/providers';
import { CAN, heard, shopWithPeople, withTemplate } from './shops';

/** The owner lets clients know who recommended them. */
const SAYS = { 'Say who invited': 'yes' };

describe.each(PROVIDERS)('%s', (provider) => {
  const can = CAN[provider];

  test('a friend comes by a link, is noted, and both are told', () => {
    const { shop, anna, ben } = shopWithPeople(provider);
    const [card, share] = shop.writes(anna, 'Link');
    expect(card).toMatchObject({
      kind: 'card',
      link: {
        title: 'Open my link',
        url: can.numbers
          ? 'https://wa.me/15550783881?text=You%20were%20recommended%20by%20447700900001%20Hello'
          : `https://t.me/corner_bakery_bot?start=${shop.row(anna).Code}`,
      },
    });
    expect(share?.link?.url).toMatch(
      can.numbers
        ? /^https:\/\/wa\.me\/\?text=.*447700900001/
        : /^https:\/\/t\.me\/share\/url\?url=https%3A%2F%2Ft\.me%2Fcorner_bakery_bot%3Fstart%3D.{8}&text=I%20recommend/,
    );

    const [welcome] = shop.taps(ben, anna);
    expect(welcome?.kind).toBe(can.buttons ? 'choices' : 'text');
    expect(welcome?.text).toMatch(
      can.numbers
        ? /^Welcome, Ben! A friend recommended you to us\./
        : /^Welcome, Ben! Anna recommend/,
    );
    expect(shop.heard(anna).pop()).toBe(
      'Good news: Ben came to us on your recommendation. Thank you!',
    );
    expect(shop.row(ben)).toMatchObject({
      Phone: can.numbers ? '447700900002' : '',
      Name: 'Ben',
      'Invited by': shop.keyOf(anna),
      Notice: expect.stringMatching(/^told 2026-06-01 12:00\s+#/),
    });
    expect(shop.writes(anna, 'My referrals')[0]?.text).toBe(
      `Your referrals: 1\nBen · ${can.numbers ? '+44 770 ··· 00 02 · ' : ''}2026-06-01`,
    );
    expect([shop.pending(), shop.rows('Problems')]).toEqual([[], []]);
  });

  test.each([
    ['My link', 'command:link', 'Your referral link, Anna.'],
    ['My referrals', 'command:referrals', 'Nobody has come by your link yet.'],
    ['Who invited me', 'command:inviter', 'Nobody is noted as having recommended us'],
  ])('the help offers “%s”', (title, buttonId, answer) => {
    const { shop, anna } = shopWithPeople(provider, { settings: SAYS });
    const [help] = shop.writes(anna, 'What do you cost?');
    if (can.buttons) expect(help?.buttons).toContainEqual({ id: buttonId, title });
    else expect(help?.text).toContain(`\n• ${title}`);
    const press = can.buttons ? { buttonId } : { text: title };
    expect(shop.writes(anna, press)[0]?.text).toMatch(new RegExp(`^${answer}`));
  });

  test('a button’s wording is understood where the owner changed both it and the words', () => {
    const settings = { 'Words for Link': 'enlace', 'Text: Button: link': 'Quiero mi enlace' };
    const { shop, anna } = shopWithPeople(provider, { settings });
    expect(shop.writes(anna, '• quiero mi enlace!')[0]?.kind).toBe('card');
  });

  test('Stop, Start and Who invited me', () => {
    const { shop, anna, ben, cleo } = shopWithPeople(provider, { settings: SAYS });
    shop.invites(anna, ben);
    expect(shop.writes(ben, 'who invted me')[0]?.text).toBe('Anna recommended you to us.');
    shop.writes(anna, 'Stop');
    shop.taps(cleo, anna);
    expect(shop.row(cleo).Notice).toMatch(/^not sent: they asked for no messages\s+#/);
    expect(heard(shop, anna, 'Good news: Cleo')).toEqual([]);
    shop.writes(anna, 'Start');
    expect(shop.row(anna).Stopped).toBe('');
  });

  test('a day after the inviter’s last message', () => {
    const { shop, anna, ben } = shopWithPeople(provider);
    shop.writes(anna, 'Link');
    shop.sleeps(25 * HOUR);
    shop.taps(ben, anna);
    expect(heard(shop, anna, 'Good news')).toHaveLength(can.window ? 0 : 1);
    expect(shop.row(ben).Notice).toMatch(can.window ? /^waits for 447700900001/ : /^told/);
    shop.writes(anna, 'Good morning');
    expect(heard(shop, anna, 'Good news')).toHaveLength(1);
  });

  const withOne = can.template ? 'by template' : 'as any other message: there are no templates';
  test(`a day after the inviter’s last message, ${withOne}`, () => {
    const { shop, anna, ben } = shopWithPeople(provider, withTemplate(provider));
    shop.writes(anna, 'Link');
    shop.sleeps(25 * HOUR);
    shop.taps(ben, anna);
    const notice = can.template
      ? { kind: 'template', text: 'Good news: Ben came.' }
      : { kind: 'text', text: expect.stringMatching(/^Good news: Ben/) };
    expect(shop.whatsapp.chat(anna.key).pop()).toMatchObject({ ...notice, status: 'delivered' });
    expect(shop.row(ben).Notice).toMatch(/^told/);
  });

  test('somebody who hides the number invites and is told', () => {
    const { shop, anna } = shopWithPeople(provider);
    const uma = shop.person('Uma', '447700900099', { showsPhone: false });
    shop.writes(uma, 'Link');
    expect(shop.link(uma)).toMatch(/(recommended%20by%20[2-9a-z]{8}%20Hello|start=[2-9a-z]{8})$/);
    shop.taps(anna, uma);
    const [umas, annas] = shop.rows('Clients');
    expect(umas).toMatchObject({ Phone: '', Name: 'Uma' });
    expect(annas?.['Invited by']).toBe(umas?.['Messenger id']);
    expect(shop.heard(uma).pop()).toMatch(/^Good news: Anna/);
    expect(shop.writes(uma, 'My referrals')[0]?.text).toMatch(/^Your referrals: 1\nAnna/);
  });

  test('somebody who hides the number comes by a link', () => {
    const { shop, anna } = shopWithPeople(provider);
    const uma = shop.person('Uma', '447700900099', { showsPhone: false });
    shop.writes(anna, 'Link');
    expect(shop.taps(uma, anna)[0]?.text).toMatch(/^Welcome, Uma! (A friend|Anna) recommended you/);
    expect(shop.rows('Clients')[1]).toMatchObject({ Phone: '', 'Invited by': shop.keyOf(anna) });
  });

  test('everything twice: one row, one answer, one notice', () => {
    const { shop, anna, ben } = shopWithPeople(provider);
    shop.whatsapp.delivery.times = 2;
    shop.invites(anna, ben);
    expect(shop.rows('Clients')).toHaveLength(2);
    expect(shop.heard(anna)).toHaveLength(3);
    expect(shop.heard(ben)).toHaveLength(1);
  });

  test(can.batches ? 'many in one POST' : 'many held back and then at once', () => {
    const { shop, anna } = shopWithPeople(provider);
    shop.writes(anna, 'Link');
    const friends = Array.from({ length: 5 }, (_, n) =>
      shop.person(`Friend ${n}`, `44770090010${n}`),
    );
    shop.whatsapp.delivery.batch = true;
    for (const friend of friends) shop.writes(friend, shop.invitation(anna));
    shop.whatsapp.flush();
    const posts = shop.bodies.filter((body) => /recommended|start /.test(body));
    expect(posts).toHaveLength(can.batches ? 1 : 5);
    shop.whatsapp.delivery.batch = false;
    shop.whatsapp.pump();
    shop.wait(3 * MINUTE);
    expect(heard(shop, anna, 'Good news')).toHaveLength(1);
    expect(heard(shop, anna, '4 friends have joined')).toHaveLength(1);
    expect(shop.rows('Clients')).toHaveLength(6);
  });

  test('a loop, one’s own link, and a second inviter change nothing', () => {
    const { shop, anna, ben, cleo } = shopWithPeople(provider, { settings: SAYS });
    shop.invites(anna, ben);
    shop.invites(ben, cleo);
    shop.writes(cleo, 'Link');
    expect(shop.taps(anna, cleo)[0]?.text).toMatch(/came through you/);
    expect(shop.taps(cleo, cleo)[0]?.text).toMatch(/^That is your own link, Cleo/);
    expect(shop.taps(cleo, anna)[0]?.text).toMatch(/^Welcome back, Cleo!/);
    expect(shop.rows('Clients').map((row) => row['Invited by'])).toEqual([
      '',
      shop.keyOf(anna),
      shop.keyOf(ben),
    ]);
  });

  test('only new clients count, where the owner wants it so', () => {
    const { shop, anna, ben } = shopWithPeople(provider, {
      settings: { 'Only new clients count': 'yes' },
    });
    shop.writes(anna, 'Link');
    shop.writes(ben, 'Link');
    expect(shop.taps(ben, anna)[0]?.text).toMatch(/new clients only/);
    expect(shop.row(ben)['Invited by']).toBe('');
  });

  test('what was answered is marked as read, where that can be', () => {
    const { shop, anna } = shopWithPeople(provider);
    shop.writes(anna, 'Link');
    const marks = shop.whatsapp.outbound.filter(({ url, body }) => /read/.test(url + body));
    expect(marks.map(({ status }) => status)).toEqual(can.readMarks ? [200] : []);
  });
});
