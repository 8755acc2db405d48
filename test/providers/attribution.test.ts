/** Posters, contact cards and the question who sent a newcomer, told over every provider. */
import { MINUTE } from '../support/business';
import { PROVIDERS } from '../support/providers';
import { CAN, shopWithPeople } from './shops';

const ASK = { 'Ask newcomers who sent them': 'yes' };

describe.each(PROVIDERS)('%s', (provider) => {
  const can = CAN[provider];
  // Twilio hands a card over as a file that would have to be fetched first.
  const readsCards = provider !== 'twilio';

  test('a friend comes by a poster', () => {
    const { shop, ben } = shopWithPeople(provider);
    shop.wait(MINUTE);
    shop.script.spreadsheet.type('Sources', 2, 'Name', 'Poster');
    shop.wait(MINUTE);
    const link = new URL(shop.rows('Sources')[0]?.Link ?? '');
    const text = link.searchParams.get('text') ?? `/start ${link.searchParams.get('start')}`;
    expect(shop.writes(ben, text)[0]?.text).toMatch(/^Welcome, Ben! It is good that you found us/);
    expect(shop.rows('Clients')[0]).toMatchObject({
      'Invited by': shop.rows('Sources')[0]?.Code,
      "Inviter's name": 'Poster',
    });
  });

  test('a contact card, and Yes', () => {
    const { shop, anna, ben } = shopWithPeople(provider);
    shop.writes(anna, 'Link');
    const [question] = shop.writes(ben, { kind: 'contacts', card: anna });
    if (!readsCards) {
      expect(question?.text).toMatch(/^Hello, Ben!/);
      return;
    }
    expect(question?.text).toMatch(/^Did Anna send you to us\?/);
    const yes = `sent:yes:${shop.keyOf(anna)}`;
    if (can.buttons) expect(question?.buttons?.[0]).toEqual({ id: yes, title: 'Yes' });
    else expect(question?.text).toMatch(/\n• Yes\n• No$/);
    shop.writes(ben, can.buttons ? { buttonId: yes } : 'yes');
    expect(shop.row(ben)['Invited by']).toBe(shop.keyOf(anna));
    expect(shop.heard(anna).pop()).toContain('Good news: Ben');
  });

  test('who sent you? A card, a number or a code', () => {
    const { shop, anna, ben, cleo } = shopWithPeople(provider, { settings: ASK });
    shop.writes(anna, 'Link');
    const [question] = shop.writes(ben, provider === 'telegram' ? '/start' : 'Hello');
    expect(question?.text).toMatch(/^Welcome, Ben! Did somebody send you to us\?/);
    if (readsCards) shop.writes(ben, { kind: 'contacts', card: anna });
    else shop.writes(ben, anna.phone ?? '');
    expect(shop.row(ben)['Invited by']).toBe(shop.keyOf(anna));
    shop.writes(cleo, 'Hello');
    shop.script.spreadsheet.type('Clients', shop.rowNumber(anna), 'Code', 'abcd2345');
    shop.writes(cleo, 'abcd2345');
    expect(shop.row(cleo)['Invited by']).toBe(shop.keyOf(anna));
  });

  test('nobody', () => {
    const { shop, ben } = shopWithPeople(provider, { settings: ASK });
    const [question] = shop.writes(ben, 'Hello');
    const press = question?.buttons?.length ? { buttonId: 'sent:no' } : 'No';
    expect(shop.writes(ben, press)[0]?.text).toMatch(/^Thank you, good to know/);
  });
});
