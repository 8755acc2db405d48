/** *My data* and *Delete me*: what a client reads of themselves, and that nothing of them is left when they are forgotten. */
import { Business, HOUR, MINUTE } from '../support/business';
import { confirms, everythingKept, leaves } from '../support/forgotten';

const PHONES = { anna: '447700900001', ben: '447700900002', cleo: '447700900003' };

function shopOfThree(settings = {}) {
  const shop = new Business({ settings });
  const anna = shop.person('Anna Ashe', PHONES.anna);
  const ben = shop.person('Ben', PHONES.ben);
  const cleo = shop.person('Cleo', PHONES.cleo);
  shop.invites(anna, ben);
  shop.invites(ben, cleo);
  return { shop, anna, ben, cleo };
}

test('My data says what is kept, and how to have it deleted', () => {
  const { shop, ben } = shopOfThree({ 'Say who invited': 'yes' });
  expect(shop.writes(ben, 'my dta')[0]?.text).toBe(
    [
      'This is what we keep about you.',
      'Name: Ben',
      'Number: +447700900002',
      'With us since: 2026-06-01',
      'Last message: 2026-06-01',
      'Recommended by: Anna Ashe',
      'Friends who came through you: 1',
      'If you want all of it deleted, write “Delete me”.',
    ].join('\n'),
  );
});

test('nobody reads who recommended them where that is not told', () => {
  const { shop, ben } = shopOfThree();
  expect(shop.writes(ben, 'My data')[0]?.text).toContain('Recommended by: a friend');
});

test('Delete me asks first; nothing is deleted before the number is given', () => {
  const { shop, anna } = shopOfThree();
  const [asked] = shop.writes(anna, 'Delete me');
  expect(asked?.text).toMatch(/answer “Delete me \d{4}”/);
  shop.writes(anna, 'Yes');
  shop.writes(anna, 'Delete me 0000');
  shop.wait(10 * MINUTE);
  expect(shop.row(anna).Name).toBe('Anna Ashe');
});

test('what was asked for two days ago is asked for once more', () => {
  const { shop, anna } = shopOfThree();
  const [asked] = shop.writes(anna, 'Delete me');
  const [button] = asked?.buttons ?? [];
  shop.sleeps(49 * HOUR);
  const [again] = shop.writes(anna, button?.title ?? '');
  expect(again?.text).toContain('If you are sure');
  expect(again?.buttons?.[0]?.title).not.toBe(button?.title);
  expect(shop.row(anna).Name).toBe('Anna Ashe');
});

test('of whoever is forgotten nothing is left but what nobody can read', () => {
  const { shop, ben, cleo } = shopOfThree();
  shop.script.spreadsheet.type('Clients', shop.rowNumber(cleo), 11, 'brother of 44 7700 900002');
  expect(leaves(shop, ben)).toEqual([expect.stringContaining('Your data is being deleted now')]);
  expect(everythingKept(shop)).not.toMatch(/900002|Ben/);
  const [, row, third] = shop.rows('Clients');
  expect(row).toMatchObject({
    Name: '',
    Phone: '',
    Code: '',
    'Last message': '',
    'Invited by': PHONES.anna,
    "Inviter's name": 'Anna Ashe',
    'Messenger id': expect.stringMatching(/^forgotten:[0-9a-f]{20} forgotten:[0-9a-f]{20}$/),
    Note: expect.stringMatching(/^forgotten 2026-06-01 #/),
  });
  expect(third).toMatchObject({
    'Invited by': row?.['Messenger id']?.split(' ')[0],
    "Inviter's name": '',
  });
});

test('the cache knows nothing of them either', () => {
  const { shop, ben } = shopOfThree();
  leaves(shop, ben);
  expect(shop.script.cache.keys().join()).not.toContain('900002');
});

test('columns of the owner’s are emptied along, but for formulas; notes on cells go', () => {
  const { shop, ben } = shopOfThree();
  const { spreadsheet } = shop.script;
  const row = shop.rowNumber(ben);
  spreadsheet.insertColumn('Clients', 1);
  spreadsheet.type('Clients', 1, 1, 'Birthday');
  spreadsheet.type('Clients', row, 1, '1 May, Ben');
  spreadsheet.insertColumn('Clients', 1);
  spreadsheet.type('Clients', 1, 1, 'Points');
  spreadsheet.type('Clients', row, 1, '=10*2');
  spreadsheet.setNote('Clients', row, 4, 'Ben is nice');
  leaves(shop, ben);
  expect(spreadsheet.shown('Clients', row, 'Birthday')).toBe('');
  expect(spreadsheet.formula('Clients', row, 'Points')).toBe('=10*2');
  expect(spreadsheet.note('Clients', row, 4)).toBe('');
});

test('a small talk after that brings nobody back; it is answered as a stranger’s', () => {
  const { shop, ben } = shopOfThree();
  leaves(shop, ben);
  shop.sleeps(2 * HOUR);
  expect(shop.writes(ben, 'Thanks and bye')[0]?.text).toMatch(/^Hello/);
  expect(shop.writes(ben, 'My data')[0]?.text).toBe('We keep nothing that tells who you are.');
  expect(shop.writes(ben, 'My referrals')[0]?.text).toMatch(/^Nobody has come/);
  expect(shop.writes(ben, 'Stop')[0]?.text).toMatch(/^You will not hear/);
  expect(everythingKept(shop)).not.toMatch(/900002|Ben/);
});

test('a message of before that comes once more brings nobody back', () => {
  const { shop, ben } = shopOfThree();
  const bodies = [...shop.bodies];
  leaves(shop, ben);
  shop.sleeps(30 * HOUR);
  const before = shop.heard(ben).length;
  for (const body of bodies) shop.post(body);
  shop.wait(10 * MINUTE);
  expect(everythingKept(shop)).not.toMatch(/900002|Ben/);
  expect(shop.heard(ben)).toHaveLength(before);
});

test('whoever comes back has the row of before: one row, the same inviter, the same friends', () => {
  const { shop, anna, ben, cleo } = shopOfThree();
  leaves(shop, ben);
  shop.sleeps(HOUR);
  const [welcome] = shop.writes(ben, shop.invitation(cleo));
  expect(welcome?.text).toMatch(/^Welcome back/);
  expect(shop.rows('Clients')).toHaveLength(3);
  expect(shop.row(ben)).toMatchObject({ Name: 'Ben', 'Invited by': anna.phone });
  expect(shop.row(cleo)['Invited by']).toBe(ben.phone);
  expect(shop.row(ben).Stopped).not.toBe('');
  shop.writes(ben, 'Start');
  expect(shop.row(ben).Stopped).toBe('');
  expect(shop.writes(ben, 'My referrals')[0]?.text).toContain('Your referrals: 1');
});

test('somebody who came back can be forgotten once more', () => {
  const { shop, ben } = shopOfThree();
  leaves(shop, ben);
  shop.sleeps(HOUR);
  shop.writes(ben, 'Start');
  expect(shop.row(ben).Name).toBe('Ben');
  shop.sleeps(HOUR);
  leaves(shop, ben);
  expect(everythingKept(shop)).not.toMatch(/900002|Ben/);
});

test('who comes back while the second look is due stays', () => {
  const { shop, ben } = shopOfThree();
  confirms(shop, ben);
  shop.sleeps(2 * MINUTE);
  shop.writes(ben, 'Start');
  shop.wait(15 * MINUTE);
  expect(shop.row(ben).Name).toBe('Ben');
});

test('an old link of theirs invites nobody, and brings no number back', () => {
  const { shop, ben } = shopOfThree({ 'Say who invited': 'yes' });
  leaves(shop, ben);
  const dora = shop.person('Dora', '447700900044');
  expect(shop.writes(dora, shop.invitation(ben))[0]?.text).toMatch(
    /^Welcome, Dora! We do not know/,
  );
  expect(shop.row(dora)).toMatchObject({
    'Invited by': '',
    Note: 'says they were invited by somebody who was forgotten',
  });
  expect(everythingKept(shop)).not.toMatch(/900002|Ben/);
});

/** The owner types somebody's number below the others, and does not delete it when a note says why not. */
function typesAgain(shop: Business, phone: string): void {
  const { spreadsheet } = shop.script;
  spreadsheet.type('Clients', shop.rows('Clients').length + 2, 'Phone', phone);
  shop.wait(2 * MINUTE);
}

test('whoever is forgotten and typed in again is nobody, until they come back to their own row', () => {
  const { shop, anna, ben, cleo } = shopOfThree({ 'Say who invited': 'yes' });
  leaves(shop, ben);
  typesAgain(shop, PHONES.ben);
  const heard = shop.heard(ben).length;
  const dora = shop.person('Dora', '447700900044');
  expect(shop.writes(dora, shop.invitation(ben))[0]?.text).toContain('We do not know');
  expect(shop.heard(ben)).toHaveLength(heard);
  expect(shop.writes(ben, 'My data')[0]?.text).toBe('We keep nothing that tells who you are.');
  expect(shop.writes(ben, 'My referrals')[0]?.text).toMatch(/^Nobody has come/);
  expect(shop.writes(ben, shop.invitation(dora))[0]?.text).toMatch(/^Welcome back/);
  shop.writes(ben, 'Link');
  shop.wait(15 * MINUTE);
  const [, own, , typed] = shop.rows('Clients');
  expect(own).toMatchObject({ Name: 'Ben', Phone: PHONES.ben, 'Invited by': anna.phone });
  expect(own?.Code).not.toBe('');
  expect(typed).toMatchObject({ Name: '', Phone: PHONES.ben, Code: '', 'Invited by': '' });
  expect(shop.row(cleo)['Invited by']).toBe(PHONES.ben);
  expect(shop.writes(ben, 'My referrals')[0]?.text).toContain('Your referrals: 1');
});

test('a shop where nobody was forgotten asks for no hash', () => {
  const { shop } = shopOfThree();
  expect(shop.script.properties.script.has('forgetSecret')).toBe(false);
});
