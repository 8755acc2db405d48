/** What only Green-API tells: how its instance stands with WhatsApp, and when its plan is used up. */
import { incomingMessage, outgoingMessage, textData } from '../../local/whatsapp/green/webhooks';
import { Business, NOON } from '../support/business';

const ours = { idInstance: '7103000001', number: '15550783881' };
const problems = (shop: Business<'green'>) => shop.rows('Problems').map((row) => row.Problem);

test.each([
  ['notAuthorized', /not connected with your WhatsApp any more: scan its QR code/],
  ['blocked', /WhatsApp has blocked your number/],
  ['yellowCard', /WhatsApp suspects spam/],
  ['suspended', /can write to contacts saved on its phone only/],
  ['sleepMode', /Green-API reports: sleepMode/],
] as const)('the instance is %s: the owner is told', (state, words) => {
  const shop = new Business({ provider: 'green' });
  shop.whatsapp.setState(state);
  expect(problems(shop)).toEqual([expect.stringMatching(words)]);
  shop.whatsapp.setState('authorized');
  expect(problems(shop)).toHaveLength(1);
});

test('what waits in Green-API while the phone is away goes when it is back', () => {
  const shop = new Business({ provider: 'green' });
  const anna = shop.person('Anna', '447700900001');
  shop.whatsapp.setState('sleepMode');
  expect(shop.writes(anna, 'Link')).toEqual([]);
  shop.whatsapp.setState('authorized');
  expect(shop.heard(anna)).toHaveLength(2);
});

test('the plan allows no more chats: the owner is told, and the row has it', () => {
  const shop = new Business({ provider: 'green', whatsapp: { chats: 2 } });
  const people = ['Anna', 'Ben', 'Cleo'].map((name, n) => shop.person(name, `44770090000${n + 1}`));
  const [anna, ben, cleo] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];
  shop.invites(anna, ben);
  shop.taps(cleo, anna);
  expect(problems(shop)).toContainEqual(expect.stringMatching(/plan allows no more chats/));
  expect(shop.row(cleo)['Invited by']).toBe(anna.phone);
});

test.each([
  [
    'a group',
    incomingMessage(ours, { ...told('120363043968066561@g.us'), sender: '447700900001@c.us' }),
  ],
  ['the owner’s own message', outgoingMessage(ours, told('447700900001@c.us'))],
  ['a note to oneself', incomingMessage(ours, told('15550783881@c.us'))],
])('%s is left alone', (_, webhook) => {
  const shop = new Business({ provider: 'green' });
  shop.whatsapp.happen(webhook);
  expect([shop.rows('Clients'), shop.rows('Problems'), shop.whatsapp.outbound]).toEqual([
    [],
    [],
    [],
  ]);
});

function told(chatId: string) {
  return { idMessage: 'X1', at: NOON, chatId, name: 'Anna', messageData: textData('Link') };
}
