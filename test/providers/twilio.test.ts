/** What only Twilio has: content templates that may be missing, a sandbox, Messaging Services. */

import { CATALOGUE } from '../../src/program/catalogue';
import { readSettings } from '../../src/program/settings';
import { contentKey } from '../../src/whatsapp/twilio/content';
import { everyButtons } from '../../src/whatsapp/twilio/templates';
import { Business } from '../support/business';

function shopOverTwilio(options: ConstructorParameters<typeof Business<'twilio'>>[0] = {}) {
  const shop = new Business({ ...options, provider: 'twilio' });
  const anna = shop.person('Anna', '447700900001');
  const ben = shop.person('Ben', '447700900002');
  return { shop, anna, ben };
}

test('somebody who hides the number is one row, whether their id comes bare or with its channel', () => {
  const { shop, anna } = shopOverTwilio();
  const uma = shop.person('Uma', '447700900099', { showsPhone: false });
  shop.writes(uma, 'Link');
  shop.whatsapp.account.idsWithChannel = true;
  shop.writes(anna, 'Link');
  shop.writes(uma, 'Link');
  expect(shop.rows('Clients').map((row) => row['Messenger id'])).toEqual([
    uma.userId,
    `${anna.phone} ${anna.userId}`,
  ]);
});

test('every button that the program sends has its template', () => {
  const { shop, anna, ben } = shopOverTwilio();
  shop.writes(anna, 'What?');
  shop.invites(anna, ben);
  const chats = [anna, ben].flatMap(({ key }) => shop.whatsapp.chat(key));
  const kinds = chats.filter(({ from }) => from === 'business').map(({ kind }) => kind);
  expect(kinds).toEqual(['choices', 'card', 'card', 'text', 'choices']);
  const keys = everyButtons(readSettings({}, CATALOGUE).settings).map(contentKey);
  expect(new Set(keys).size).toBe(shop.whatsapp.account.contents.length);
});

test('without templates: the link and the words to write stand in the text', () => {
  const { shop, anna } = shopOverTwilio({ settings: { 'Say who invited': 'yes' } });
  shop.script.properties.script.delete('twilioTemplates');
  const [card] = shop.writes(anna, 'Link');
  expect(card).toMatchObject({ kind: 'text', link: { url: shop.link(anna) } });
  const [help] = shop.writes(anna, 'What?');
  expect(help?.text).toMatch(/\n• My link\n• My referrals\n• Who invited me$/);
  expect(shop.writes(anna, 'My referrals')[0]?.text).toMatch(/^Nobody has come/);
});

test('a button that the owner has reworded since: in words, until a template is made for it', () => {
  const settings = { 'Text: Link button': 'Mein Link' };
  const { shop, anna } = shopOverTwilio({ settings });
  const [card, share] = shop.writes(anna, 'Link');
  expect([card?.kind, share?.kind]).toEqual(['text', 'card']);
});

test('the sandbox: whoever has not joined it is not reached, and the row says what to do', () => {
  const { shop, anna, ben } = shopOverTwilio({ whatsapp: { sandboxJoin: 'join late-sun' } });
  for (const person of [anna, ben]) shop.writes(person, 'join late-sun');
  shop.writes(anna, 'Link');
  anna.failsWith = 63015;
  shop.taps(ben, anna);
  expect(shop.row(ben).Notice).toMatch(/^not sent: the sandbox writes to those only who sent it/);
});

test('a Messaging Service sends, whichever number it chooses', () => {
  const service = `MG${'1'.padStart(32, '0')}`;
  const { shop, anna, ben } = shopOverTwilio({ settings: { 'Twilio sender': service } });
  shop.invites(anna, ben);
  expect(shop.heard(anna).pop()).toMatch(/^Good news: Ben/);
  const sent = shop.whatsapp.outbound.filter(({ url }) => url.endsWith('/Messages.json'));
  expect(sent.every(({ body }) => body.includes(`MessagingServiceSid=${service}`))).toBe(true);
});

test('reports come only to a web app whose address is known', () => {
  const { shop, anna } = shopOverTwilio();
  shop.script.properties.script.delete('webAppUrl');
  const posted = shop.bodies.length;
  shop.writes(anna, 'Link');
  expect(shop.bodies).toHaveLength(posted + 1);
});
