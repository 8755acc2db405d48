/** What an event costs where clients are in a database: calls of Jdbc, and calls in all, whatever the database's size. */
import { Business, callsOf } from '../support/business';

/** Somebody's link, a friend by it, and a thousand others. */
function shopWithPeople() {
  const shop = new Business({ base: 'database' });
  const [anna, ben, cleo, dan] = ['Anna', 'Ben', 'Cleo', 'Dan'].map((name, n) =>
    shop.person(name, `44770090000${n + 1}`),
  ) as [ReturnType<Business['person']>, ...ReturnType<Business['person']>[]];
  shop.script.database.query(
    `insert into sheet_referrals.clients (phone, ids, code)
    select '4477' || (10000000 + n), '4477' || (10000000 + n), 'code' || n from generate_series(1, 1000) n`,
  );
  shop.invites(anna, ben as typeof anna);
  return { shop, anna, ben, cleo, dan } as Record<'anna' | 'ben' | 'cleo' | 'dan', typeof anna> & {
    shop: Business;
  };
}

type Cast = ReturnType<typeof shopWithPeople>;

/** Everything of the newest delivery. */
function costOf(act: (cast: Cast) => void) {
  const cast = shopWithPeople();
  const { executions } = cast.shop.script;
  const before = executions.length;
  act(cast);
  const execution = executions[before];
  if (!execution) throw new Error('Nothing has run');
  return { all: callsOf(execution).all, jdbc: execution.calls.jdbc ?? 0 };
}

const write = (person: keyof Cast, text: string | ((cast: Cast) => string)) => (cast: Cast) => {
  const from = cast[person] as Cast['anna'];
  cast.shop.whatsapp.write(from.key, { text: typeof text === 'string' ? text : text(cast) });
  cast.shop.whatsapp.pump();
};

test.each([
  ['Link of somebody new', write('cleo', 'Link'), 5, 11],
  ['Link of a known client', write('anna', 'Link'), 5, 11],
  ['My referrals', write('anna', 'My referrals'), 5, 11],
  ['a new referral', write('cleo', ({ shop, anna }) => shop.invitation(anna)), 5, 12],
  ['one through a chain', write('cleo', ({ shop, ben }) => shop.invitation(ben)), 5, 12],
  ['a loop that is refused', write('anna', ({ shop, ben }) => shop.invitation(ben)), 7, 13],
] as const)('%s', (_, act, jdbc, all) => {
  const cost = costOf(act);
  expect(cost.jdbc).toBeLessThanOrEqual(jdbc);
  expect(cost.all).toBeLessThanOrEqual(all);
});

test('what was handled before, and a report, ask no database anything', () => {
  const { shop, anna } = shopWithPeople();
  shop.writes(anna, 'Hello');
  const { executions } = shop.script;
  const reports = executions.filter(({ calls }) => callsOf({ calls } as never).all === 1);
  expect(reports.length).toBeGreaterThan(0);
  expect(reports.flatMap(({ calls }) => calls.jdbc ?? [])).toEqual([]);
  const before = executions.length;
  shop.post(shop.bodies.at(-1) ?? '');
  expect(executions.slice(before).flatMap(({ calls }) => calls.jdbc ?? [])).toEqual([]);
});

test('many messages in one POST cost as much as one', () => {
  const cost = costOf(({ shop, anna }) => {
    shop.whatsapp.delivery.batch = true;
    for (let n = 0; n < 25; n++) {
      const friend = shop.person(`Friend${n}`, `4477009${10_000 + n}`);
      shop.whatsapp.write(friend.key, { text: shop.invitation(anna) });
    }
    shop.whatsapp.flush();
  });
  expect(cost.jdbc).toBeLessThanOrEqual(6);
});
