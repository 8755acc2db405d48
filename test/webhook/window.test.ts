/** The 24-hour window: free-form within it, the template outside it, or waiting for the inviter’s next message. */
import { Business, HOUR } from '../support/business';

function afterADay(settings = {}, templates: { name: string; language: string }[] = []) {
  const shop = new Business({
    settings,
    whatsapp: {
      templates: templates.map((one) => ({
        ...one,
        status: 'APPROVED',
        category: 'MARKETING',
        bodyParameters: 1,
        body: 'News: {{1}} came.',
      })),
    },
  });
  const anna = shop.person('Anna', '447700900001');
  const ben = shop.person('Ben', '447700900002');
  shop.writes(anna, 'Link');
  shop.sleeps(25 * HOUR);
  return { shop, anna, ben };
}

test('closed and no template: the notice waits, and goes with the inviter’s next message', () => {
  const { shop, anna, ben } = afterADay();
  shop.taps(ben, anna);
  expect(shop.row(ben).Notice).toMatch(/^waits for 447700900001 to write\s+#/);
  const said = shop.writes(anna, 'Good morning!').map(({ text }) => text);
  expect(said[0]).toBe('Good news: Ben came to us on your recommendation. Thank you!');
  expect(shop.row(ben).Notice).toMatch(/^told /);
  expect(shop.writes(anna, 'Good evening!')).toEqual([]);
});

test('several waiting notices go together, in one message', () => {
  const { shop, anna, ben } = afterADay();
  const cleo = shop.person('Cleo', '447700900003');
  shop.taps(ben, anna);
  shop.taps(cleo, anna);
  const said = shop.writes(anna, 'Link').map(({ text }) => text);
  expect(said).toContain('2 friends have joined through your link: Cleo, Ben. Thank you!');
  expect(shop.row(ben).Notice).toMatch(/^told /);
  expect(shop.row(cleo).Notice).toBe(shop.row(ben).Notice);
  expect(said.filter((text) => text.startsWith('Your referral link'))).toHaveLength(1);
});

test('a notice that waits since version 0.1.0 goes, too', () => {
  const { shop, anna, ben } = afterADay();
  shop.taps(ben, anna);
  const row = shop.rowNumber(ben);
  const asBefore = (shop.row(ben).Notice ?? '').replace(/\s+#/, ' #');
  shop.script.spreadsheet.type('Clients', row, 'Notice', asBefore);
  expect(shop.writes(anna, 'Hello')[0]?.text).toMatch(/^Good news: Ben /);
  expect(shop.row(ben).Notice).toMatch(/^told 2026-06-02 .*\u2003 #/);
});

test('closed and a template: the template goes', () => {
  const { shop, anna, ben } = afterADay({ 'Notice template': 'friend_joined' }, [
    { name: 'friend_joined', language: 'en' },
  ]);
  shop.taps(ben, anna);
  expect(shop.whatsapp.chat(anna.key).pop()).toMatchObject({
    kind: 'template',
    text: 'News: Ben came.',
    status: 'delivered',
  });
});

test('a template that does not exist: the owner is told, and the notice waits for the inviter', () => {
  const { shop, anna, ben } = afterADay({ 'Notice template': 'no_such' });
  shop.taps(ben, anna);
  expect(shop.row(ben).Notice).toMatch(/^waits for 447700900001 to write\s+#/);
  expect(shop.rows('Problems').map(({ Problem }) => Problem)).toEqual([
    expect.stringMatching(/^The notice template does not work: .*132001/),
  ]);
  expect(shop.writes(anna, 'Hello')[0]?.text).toMatch(/^Good news: Ben /);
});

test('WhatsApp says only afterwards that the window was closed: the notice waits', () => {
  const { shop, anna, ben } = afterADay();
  shop.script.spreadsheet.type('Clients', 2, 'Last message', '2026-06-02 12:30');
  shop.taps(ben, anna);
  expect(shop.whatsapp.chat(anna.key).pop()).toMatchObject({ status: 'failed' });
  expect(shop.row(ben).Notice).toMatch(/^waits for 447700900001 to write\s+#/);
  shop.writes(anna, 'Hello');
  expect(shop.heard(anna).filter((text) => text.startsWith('Good news'))).toHaveLength(1);
});

test('a number that is not on WhatsApp: the row says so', () => {
  const { shop, anna, ben } = afterADay();
  shop.writes(anna, 'Link');
  anna.failsWith = 131026;
  shop.taps(ben, anna);
  expect(shop.row(ben).Notice).toMatch(/^not sent: this number is not on WhatsApp/);
});

test('an inviter who stopped marketing messages in WhatsApp is opted out at once', () => {
  const { shop, anna, ben } = afterADay();
  shop.whatsapp.prefer(anna.key, 'stop');
  expect(shop.row(anna).Stopped).not.toBe('');
  shop.taps(ben, anna);
  expect(shop.row(ben).Notice).toMatch(/^not sent: they asked for no messages\s+#/);
  shop.whatsapp.prefer(anna.key, 'resume');
  expect(shop.row(anna).Stopped).toBe('');
});
