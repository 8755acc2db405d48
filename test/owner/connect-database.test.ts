/** *Connect a database…*: what was entered is tried at once, what is found there is told, and the tables are made. */
import type { DatabaseEntered } from '../../src/owner/wire';
import { Business } from '../support/business';
import { ownerOf } from './owner';

const PLACE = { host: 'db.example.com', port: '5432', name: 'shop', user: 'shop' };
const ENTERED: DatabaseEntered = { ...PLACE, password: 'local-password' };
const PROPERTY = 'database.next';

function stored(shop: Business): unknown {
  const text = shop.script.properties.script.get(PROPERTY);
  return text === undefined ? undefined : JSON.parse(text);
}

test('what works is kept, the password in Script Properties only', () => {
  const shop = new Business();
  const owner = ownerOf(shop);
  expect(owner.databaseState()).toEqual({ place: null, inUse: false, back: null, down: '' });
  expect(owner.lookAtDatabase()).toBeNull();
  expect(owner.connectDatabase(ENTERED)).toMatchObject({
    server: expect.stringMatching(/^\d+/),
    tooOld: false,
    unicode: true,
    hindrance: '',
    schema: 0,
    whose: 'nobody',
  });
  expect(stored(shop)).toEqual({
    url: 'jdbc:postgresql://db.example.com:5432/shop?ssl=true',
    user: 'shop',
    password: 'local-password',
  });
  const state = owner.databaseState();
  expect(state).toEqual({ place: PLACE, inUse: false, back: null, down: '' });
  expect(JSON.stringify([state, owner.state()])).not.toContain('local-password');
});

test('the tables are made once, and say whose they are; the password need not be entered again', () => {
  const shop = new Business();
  const owner = ownerOf(shop);
  owner.connectDatabase(ENTERED);
  const made = owner.makeSchema();
  expect(made).toMatchObject({ whose: 'ours', people: 0, rewards: 0 });
  expect(made.schema).toBe(made.newest);
  expect(owner.makeSchema()).toEqual(made);
  expect(owner.connectDatabase({ ...ENTERED, password: '' })).toEqual(made);
  expect(owner.lookAtDatabase()).toEqual(made);
});

test.each([
  ['a wrong password', { password: 'nonsense' }, /Failed to establish a database connection/],
  ['another server', { host: 'db.example.org' }, /Failed to establish a database connection/],
  ['an address that is a whole URL', { host: 'http://x' }, /server’s name alone/],
  ['options in the place of a host', { host: 'x?ssl=false' }, /server’s name alone/],
  ['no number as the port', { port: 'x' }, /port is a number/],
  ['no name', { name: ' ' }, /Enter the database’s name/],
  ['no password', { password: '' }, /Enter the password/],
])('%s is told, without the password, and nothing is kept', (_, wrong, said) => {
  const shop = new Business();
  const connect = () => ownerOf(shop).connectDatabase({ ...ENTERED, ...wrong });
  expect(connect).toThrow(said);
  expect(connect).not.toThrow(/local-password|nonsense/);
  expect(stored(shop)).toBeUndefined();
});

test('an account that may make nothing is told what PostgreSQL says', () => {
  const shop = new Business();
  const users = { shop: { password: 'p', rights: 'connect' } };
  Object.assign(shop.script.database.options, { users });
  const found = ownerOf(shop).connectDatabase({ ...ENTERED, password: 'p' });
  expect(found.hindrance).toMatch(/^permission denied for database \S+$/);
  expect(() => ownerOf(shop).makeSchema()).toThrow(/permission denied/);
});

test('the clients of another spreadsheet stay as they are', () => {
  const shop = new Business();
  const owner = ownerOf(shop);
  owner.connectDatabase(ENTERED);
  owner.makeSchema();
  shop.script.database.query(
    "update sheet_referrals.shop set value = 'x' where name = 'spreadsheet'",
  );
  shop.script.database.query("update sheet_referrals.shop set value = 'Café' where name = 'title'");
  expect(owner.connectDatabase(ENTERED)).toMatchObject({ whose: 'another', title: 'Café' });
  expect(() => owner.makeSchema()).toThrow(/another spreadsheet \(“Café”\)/);
});

test('a database of a newer version is left alone', () => {
  const shop = new Business();
  const owner = ownerOf(shop);
  owner.connectDatabase(ENTERED);
  owner.makeSchema();
  shop.script.database.query("update sheet_referrals.shop set value = '99' where name = 'version'");
  expect(owner.lookAtDatabase()).toMatchObject({ schema: 99, whose: 'ours' });
  expect(() => owner.makeSchema()).toThrow(/newer version/);
});

test('the answer that was lost, at every statement: once more, and it is made', () => {
  for (let statement = 1; statement <= 8; statement++) {
    for (const when of ['before', 'after'] as const) {
      const shop = new Business();
      const owner = ownerOf(shop);
      owner.connectDatabase(ENTERED);
      shop.script.faults = { connectionDrops: { statement, when } };
      try {
        owner.makeSchema();
      } catch {
        shop.script.faults = {};
      }
      expect(owner.makeSchema()).toMatchObject({ whose: 'ours', hindrance: '' });
    }
  }
});
