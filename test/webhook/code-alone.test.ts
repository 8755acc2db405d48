/** A code and nothing else is an invitation: somebody was told it, or read it on a card. */
import { Business } from '../support/business';

const CODE = 'abcd2345';

/** A shop with Anna, whose code is given. */
function shopWith(code: string) {
  const shop = new Business();
  const anna = shop.person('Anna', '447700900001');
  shop.writes(anna, 'Link');
  shop.script.spreadsheet.type('Clients', shop.rowNumber(anna), 'Code', code);
  return { shop, anna, ben: shop.person('Ben', '447700900002') };
}

test.each([CODE, CODE.toUpperCase(), ` ${CODE}.`, `“${CODE}”`])('%s', (text) => {
  const { shop, anna, ben } = shopWith(CODE);
  shop.writes(ben, text);
  expect(shop.row(ben)).toMatchObject({ 'Invited by': anna.phone, "Inviter's name": 'Anna' });
  expect(shop.row(ben).Notice).toMatch(/^told /);
  expect(shop.heard(anna).pop()).toContain('Ben');
});

test.each([
  ['a word of eight letters', 'whatever', 'whatever'],
  ['a code within a sentence', CODE, `Is ${CODE} my order?`],
  ['two codes', CODE, `${CODE} ${CODE}`],
])('%s is none', (_, code, text) => {
  const { shop, ben } = shopWith(code);
  const [answer] = shop.writes(ben, text);
  expect(answer?.text).toMatch(/^Hello, Ben!/);
  expect(shop.has(ben) && shop.row(ben)['Invited by']).toBeFalsy();
});

test('a code that nobody has, and one’s own, are answered like those of a link', () => {
  const { shop, anna, ben } = shopWith(CODE);
  shop.writes(ben, 'zzzz2345');
  expect(shop.row(ben).Note).toContain('says they were invited by zzzz2345');
  shop.writes(anna, CODE);
  expect(shop.row(anna)['Invited by']).toBe('');
});

test('the owner’s own commands come first', () => {
  const { shop, ben } = shopWith(CODE);
  const at = shop.rows('Settings').findIndex(({ Name }) => Name === 'Words for Link') + 2;
  shop.script.spreadsheet.type('Settings', at, 2, CODE);
  shop.writes(ben, CODE);
  expect(shop.row(ben)['Invited by']).toBe('');
});
