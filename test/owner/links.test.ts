/** Clients put into the base by hand, and the column *Link*. */
import { Business } from '../support/business';
import { fieldsOf, fillClients, ownerOf } from './owner';

const ANNA = '447700900001';

test('a new number becomes a client with a code, and no message of theirs is claimed', () => {
  const shop = new Business();
  const [made] = ownerOf(shop).addClients([{ key: ANNA, name: 'Anna' }]);
  expect(made?.added).toBe(true);
  expect(shop.rows('Clients')).toEqual([
    expect.objectContaining({ Phone: ANNA, Name: 'Anna', 'Last message': '', 'Messenger id': '' }),
  ]);
  expect(fieldsOf(made!.client)).toMatchObject({ row: 2, phone: ANNA });
  expect(fieldsOf(made!.client).code).toMatch(/^\w{8}$/);
});

test('a client who is there already stays one row, also in another form of the number', () => {
  const shop = new Business();
  const owner = ownerOf(shop);
  const [first] = owner.addClients([{ key: '5511987654321', name: 'Bia' }]);
  const [again, twin] = owner.addClients([
    { key: '551187654321', name: 'Beatriz' },
    { key: '5511987654321', name: 'Bia' },
  ]);
  expect(shop.rows('Clients')).toHaveLength(1);
  expect([again, twin]).toEqual([
    { client: first!.client, added: false },
    { client: first!.client, added: false },
  ]);
});

test('the same number twice in one paste is one row', () => {
  const shop = new Business();
  ownerOf(shop).addClients([
    { key: ANNA, name: 'Anna' },
    { key: ANNA, name: 'Anna again' },
  ]);
  expect(shop.rows('Clients')).toHaveLength(1);
});

test('somebody who writes while they are being added is not added twice', () => {
  const shop = new Business();
  const anna = shop.person('Anna', ANNA);
  for (let call = 1; call <= 12; call++) {
    const other = new Business();
    const person = other.person('Anna', ANNA);
    other.script.faults = { interruptAt: { call, run: () => void other.writes(person, 'Link') } };
    ownerOf(other).addClients([{ key: ANNA, name: 'Anna' }]);
    expect(other.rows('Clients')).toHaveLength(1);
  }
  shop.writes(anna, 'Link');
  ownerOf(shop).addClients([{ key: ANNA, name: 'Anna' }]);
  expect(shop.rows('Clients')).toHaveLength(1);
});

test('rows that are sorted between the look and the lock are looked at again', () => {
  const shop = new Business();
  fillClients(shop, 20);
  const sheet = shop.script.spreadsheet;
  shop.script.faults = {
    interruptAt: { call: 5, run: () => sheet.sort('Clients', 'Phone', false) },
  };
  ownerOf(shop).addClients([{ key: ANNA, name: 'Anna' }]);
  expect(shop.rows('Clients').filter(({ Phone }) => Phone === ANNA)).toHaveLength(1);
  expect(shop.rows('Clients')).toHaveLength(21);
});

test('what is no number is not added', () => {
  const shop = new Business();
  expect(() => ownerOf(shop).addClients([{ key: '12', name: '' }])).toThrow();
  expect(shop.rows('Clients')).toEqual([]);
});

test('a hostile name stays text', () => {
  const shop = new Business();
  ownerOf(shop).addClients([{ key: ANNA, name: '=HYPERLINK("http://x")' }]);
  expect(shop.script.spreadsheet.formula('Clients', 2, 'Name')).toBe('');
  expect(shop.rows('Clients')[0]?.Name).toBe('=HYPERLINK("http://x")');
});

test('a client whom the owner typed gets a code, once', () => {
  const shop = new Business();
  shop.script.spreadsheet.type('Clients', 2, 'Phone', ANNA);
  const owner = ownerOf(shop);
  const code = () => fieldsOf(owner.addClients([{ key: ANNA, name: '' }])[0]!.client).code;
  const first = code();
  expect(first).toMatch(/^\w{8}$/);
  expect(code()).toBe(first);
  expect(shop.rows('Clients')[0]?.Code).toBe(first);
});

test('the column Link is made, and only the clients who are meant get one', () => {
  const shop = new Business();
  fillClients(shop, 3);
  const owner = ownerOf(shop);
  expect(owner.writeLinks(2, 3, { '491510000001': 'https://wa.me/1?text=a' })).toBe(1);
  expect(shop.rows('Clients').map(({ Link }) => Link)).toEqual(['', 'https://wa.me/1?text=a', '']);
  owner.writeLinks(2, 3, { '491510000002': 'https://wa.me/1?text=b' });
  expect(shop.rows('Clients').map(({ Link }) => Link)).toEqual([
    '',
    'https://wa.me/1?text=a',
    'https://wa.me/1?text=b',
  ]);
});

test('a link goes to its client, also when rows have moved since', () => {
  const shop = new Business();
  fillClients(shop, 3);
  shop.script.spreadsheet.sort('Clients', 'Phone', false);
  ownerOf(shop).writeLinks(2, 3, { '491510000000': 'https://wa.me/1?text=a' });
  expect(shop.rows('Clients').find(({ Link }) => Link)?.Phone).toBe('491510000000');
});

test('what the owner has in a full grid is not written over', () => {
  const shop = new Business();
  fillClients(shop, 2);
  const sheet = shop.script.spreadsheet;
  sheet.type('Clients', 1, 26, 'Mine');
  sheet.type('Clients', 2, 26, 'kept');
  ownerOf(shop).writeLinks(2, 2, { '491510000000': 'https://wa.me/1?text=a' });
  expect(shop.rows('Clients')[0]).toMatchObject({ Mine: 'kept', Link: 'https://wa.me/1?text=a' });
});
