/** *Export this person…* and *Forget this person…*: what the owner's card of a client does. */
import { Business, HOUR, MINUTE } from '../support/business';
import { everythingKept } from '../support/forgotten';
import { ownerOf } from './owner';

function shopOfThree() {
  const shop = new Business();
  const anna = shop.person('Anna Ashe', '447700900001');
  const ben = shop.person('Ben', '447700900002');
  const cleo = shop.person('Cleo', '447700900003');
  shop.invites(anna, ben);
  shop.invites(ben, cleo);
  return { shop, anna, ben, cleo };
}

test('everything that is kept of somebody, wherever it stands, with the owner’s own columns', () => {
  const { shop, ben, cleo } = shopOfThree();
  const { spreadsheet } = shop.script;
  spreadsheet.insertColumn('Clients', 1);
  spreadsheet.type('Clients', 1, 1, 'Birthday');
  spreadsheet.type('Clients', shop.rowNumber(ben), 1, 'in May');
  spreadsheet.type('Clients', shop.rowNumber(cleo), 'Note', 'the sister of 447700900002');
  const tables = ownerOf(shop).exportPerson('447700900002');
  expect(tables.map(({ name }) => name)).toEqual([
    'Clients',
    'Friends who came through them: 1',
    'In other people’s rows',
  ]);
  const [own, friends, others] = tables.map(({ headings, rows }) =>
    Object.fromEntries(headings.map((heading, index) => [heading, rows[0]?.[index]])),
  );
  expect(own).toMatchObject({ Name: 'Ben', Birthday: 'in May', "Inviter's name": 'Anna Ashe' });
  expect(friends).toMatchObject({ Name: 'Cleo', Number: '+44 770 ··· 00 03' });
  expect(others).toMatchObject({ Note: 'the sister of 447700900002' });
});

test('a message that is not handled yet is among it', () => {
  const { shop, ben } = shopOfThree();
  shop.whatsapp.weather = 'down';
  shop.writes(ben, 'My referrals');
  const tables = ownerOf(shop).exportPerson('447700900002');
  expect(tables.map(({ name }) => name)).toContain('Waiting messages');
});

test('the owner forgets somebody, and it is done when the page has its answer', () => {
  const { shop, ben } = shopOfThree();
  const owner = ownerOf(shop);
  expect(owner.isKnown('447700900002')).toBe(true);
  owner.forgetPerson('447700900002');
  expect(owner.isKnown('447700900002')).toBe(false);
  shop.wait(15 * MINUTE);
  expect(everythingKept(shop)).not.toMatch(/900002|Ben/);
  expect(shop.heard(ben)).not.toContain(expect.stringContaining('deleted'));
});

test('a notice that waited for them waits no more, and nobody is written to', () => {
  const { shop, ben } = shopOfThree();
  shop.sleeps(25 * HOUR);
  const dora = shop.person('Dora', '447700900044');
  shop.writes(dora, shop.invitation(ben));
  expect(shop.row(dora).Notice).toMatch(/^waits for 447700900002 to write/);
  const before = shop.heard(ben).length;
  ownerOf(shop).forgetPerson('447700900002');
  shop.wait(15 * MINUTE);
  expect(shop.row(dora).Notice).toBe('not sent: the inviter was forgotten');
  expect(shop.heard(ben)).toHaveLength(before);
});

test('somebody who is not there can neither be exported nor forgotten', () => {
  const { shop } = shopOfThree();
  const owner = ownerOf(shop);
  expect(() => owner.exportPerson('447700900099')).toThrow('no longer in the sheet');
  expect(() => owner.forgetPerson('447700900099')).toThrow('no longer in the sheet');
});

describe('somebody who was forgotten is put back by nobody but themselves', () => {
  function shopWithoutBen() {
    const { shop } = shopOfThree();
    ownerOf(shop).forgetPerson('447700900002');
    shop.wait(15 * MINUTE);
    return { shop, owner: ownerOf(shop) };
  }

  test('not by a list that is imported', () => {
    const { shop, owner } = shopWithoutBen();
    const list: [string, string, string][] = [
      ['447700900002', 'Ben', ''],
      ['447700900055', 'Eve', ''],
    ];
    expect(owner.importPeople('b1', list)).toMatchObject({ added: 1, known: 1 });
    expect(everythingKept(shop)).not.toMatch(/900002|Ben/);
  });

  test('not by a link, nor as a friend or an inviter by hand', () => {
    const { shop, owner } = shopWithoutBen();
    const people = [{ key: '447700900002', name: 'Ben' }];
    expect(() => owner.addClients(people)).toThrow('+44 770 ··· 00 02: this person was forgotten');
    const [friend, inviter] = ['447700900055', '447700900002'];
    for (const pair of [
      { friend, inviter },
      { friend: inviter, inviter: '447700900001' },
    ]) {
      expect(() => owner.addReferral({ ...pair, name: 'Ben', tell: false })).toThrow('forgotten');
    }
    expect(everythingKept(shop)).not.toMatch(/900002|Ben/);
  });

  test('not by a number that is typed: the note says why', () => {
    const { shop } = shopWithoutBen();
    shop.script.spreadsheet.type('Clients', 5, 'Phone', '447700900002');
    shop.wait(3 * MINUTE);
    expect(shop.script.spreadsheet.note('Clients', 5, 'Phone')).toBe(
      'Not a client yet: this person was forgotten. They are a client again as soon as they write “Link” or “Start” to you.',
    );
    expect(shop.cell('Clients', 5, 'Code')).toBe('');
  });
});
