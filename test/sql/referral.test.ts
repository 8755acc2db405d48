/** The program with its clients in a database: the same story, few calls, and nothing lost when the database is away. */
import type { Execution } from '../../local/apps-script';
import type { PersonOnPhone } from '../../local/whatsapp/standin';
import { Business, HOUR, MINUTE } from '../support/business';

/** The shop that was made last: it is over when another one is. */
let last: Business | undefined;

/** Anna has a link. */
function shopOfAnna() {
  const shop = new Business({ base: 'database', instead: last });
  last = shop;
  const [anna, ben, cleo] = ['Anna', 'Ben', 'Cleo'].map((name, n) =>
    shop.person(name, `44770090000${n + 1}`),
  ) as [PersonOnPhone, PersonOnPhone, PersonOnPhone];
  shop.writes(anna, 'Link');
  return { shop, anna, ben, cleo };
}

const jdbcCalls = ({ calls }: Execution) => calls.jdbc ?? 0;

test('a friend joins: the row is in the database, the inviter is told, the tab stays empty', () => {
  const { shop, anna, ben } = shopOfAnna();
  const [welcome] = shop.taps(ben, anna);
  expect(welcome?.text).toContain('A friend recommended you');
  expect(shop.row(ben)).toMatchObject({ Phone: ben.phone, 'Invited by': anna.phone, Name: 'Ben' });
  expect(shop.row(ben).Notice).toMatch(/^told 2026-06-01/);
  expect(shop.heard(anna).at(-1)).toContain('Ben');
  expect(shop.script.spreadsheet.rows('Clients')).toHaveLength(1);
});

test('lists, stops and loops are as with a sheet', () => {
  const { shop, anna, ben, cleo } = shopOfAnna();
  shop.invites(anna, ben);
  shop.invites(ben, cleo);
  expect(shop.writes(anna, 'My referrals').at(-1)?.text).toContain('Ben');
  shop.writes(anna, shop.invitation(cleo));
  expect(shop.row(anna)['Invited by']).toBe('');
  shop.writes(anna, 'Stop');
  expect(shop.row(anna).Stopped).not.toBe('');
});

test('a notice waits for its inviter, and goes with their next message', () => {
  const { shop, anna, ben } = shopOfAnna();
  shop.sleeps(25 * HOUR);
  shop.taps(ben, anna);
  expect(shop.row(ben).Notice).toContain(`waits for ${anna.phone} to write`);
  shop.writes(anna, 'Hello');
  expect(shop.row(ben).Notice).toMatch(/^told /);
  expect(shop.heard(anna).filter((text) => text.includes('Ben'))).toHaveLength(1);
});

test('a referral is five calls of Jdbc, and none of the lock or the sheet', () => {
  const { shop, anna, ben } = shopOfAnna();
  shop.taps(ben, anna);
  const referral = shop.script.executions.filter(({ calls }) => (calls.fetch ?? 0) > 0).pop();
  expect(jdbcCalls(referral as Execution)).toBeLessThanOrEqual(5);
  expect(referral?.calls.lock ?? 0).toBe(0);
  expect(Object.keys(referral?.calls ?? {}).filter((kind) => kind.startsWith('spread'))).toEqual(
    [],
  );
});

test('a shop with a sheet asks no database anything', () => {
  const shop = new Business({ base: 'sheet' });
  const [anna, ben] = ['Anna', 'Ben'].map((name, n) => shop.person(name, `44770090000${n + 1}`));
  if (anna && ben) shop.invites(anna, ben);
  shop.wait(15 * MINUTE);
  expect(shop.script.executions.map(jdbcCalls).filter(Boolean)).toEqual([]);
});

describe('the database is away', () => {
  test('messages are kept, hardly anybody tries, and everything is handled when it is back', () => {
    const { shop, anna, ben, cleo } = shopOfAnna();
    shop.script.faults.databaseDown = true;
    shop.whatsapp.write(ben.key, { text: shop.invitation(anna) });
    for (let n = 0; n < 20; n++) shop.whatsapp.write(cleo.key, { text: `Hello ${n}` });
    shop.whatsapp.pump();
    const before = shop.script.executions.length;
    shop.wait(60 * MINUTE);
    const tries = shop.script.executions.slice(before).map(jdbcCalls);
    expect(tries.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(10);
    expect(shop.heard(ben)).toEqual([]);
    expect(shop.rows('Problems').map(({ Problem }) => Problem)).toEqual([
      expect.stringContaining('The database cannot be reached'),
    ]);
    delete shop.script.faults.databaseDown;
    shop.wait(60 * MINUTE);
    expect(shop.pending()).toEqual([]);
    expect(shop.row(ben)).toMatchObject({ 'Invited by': anna.phone });
    expect(shop.heard(anna).filter((text) => text.includes('Ben'))).toHaveLength(1);
    expect(shop.script.properties.script.has('database.down')).toBe(false);
  });

  test.each([1, 2])(
    'the connection breaks at statement %i, before it took effect or after',
    (n) => {
      for (const when of ['before', 'after'] as const) {
        const { shop, anna, ben } = shopOfAnna();
        shop.script.faults.connectionDrops = { statement: n, when };
        shop.whatsapp.write(ben.key, { text: shop.invitation(anna) });
        shop.whatsapp.pump();
        shop.wait(30 * MINUTE);
        expect(shop.pending()).toEqual([]);
        expect(shop.rows('Clients').filter(({ Phone }) => Phone === ben.phone)).toHaveLength(1);
        expect(shop.row(ben)).toMatchObject({ 'Invited by': anna.phone });
        expect(shop.heard(anna).filter((text) => text.includes('Ben'))).toHaveLength(1);
      }
    },
  );
});

test('whoever decided on what has changed meanwhile decides anew: nobody gets two inviters', () => {
  const { shop, anna, ben, cleo } = shopOfAnna();
  shop.writes(cleo, 'Link');
  const texts = [shop.invitation(anna), shop.invitation(cleo)];
  for (let call = 1; call <= 10; call++) {
    const friend = shop.person(`Friend${call}`, `4477009001${10 + call}`);
    const meanwhile = () => void shop.whatsapp.write(friend.key, { text: texts[1] ?? '' });
    shop.script.faults.interruptAt = { call, run: meanwhile };
    shop.whatsapp.write(friend.key, { text: texts[0] ?? '' });
    shop.whatsapp.pump();
    shop.wait(10 * MINUTE);
    const rows = shop.rows('Clients').filter(({ Phone }) => Phone === friend.phone);
    expect(rows).toHaveLength(1);
    expect([anna.phone, cleo.phone]).toContain(rows[0]?.['Invited by']);
    const told = [anna, cleo].map(
      (inviter) => shop.heard(inviter).filter((text) => text.includes(friend.name)).length,
    );
    expect(told.sort()).toEqual([0, 1]);
  }
  expect(shop.has(ben)).toBe(false);
});
