/** What an event costs where clients are in a database: calls of Jdbc, and calls in all, whatever the database's size. */
import type { Execution } from '../../local/apps-script';
import type { PersonOnPhone } from '../../local/whatsapp/standin';
import { Business, callsOf, MINUTE } from '../support/business';
import { PARTS } from '../support/part';
import { fillPeople } from './people';

// PostgreSQL takes its time to take 100,000 in.
jest.setTimeout(120_000);

interface Cost {
  jdbc: number;
  all: number;
}

/** Everything that is counted below, as the most that it may be. */
const BUDGETS = {
  link: { jdbc: 5, all: 11 },
  list: { jdbc: 5, all: 11 },
  referral: { jdbc: 5, all: 12 },
  /** What was decided is looked at once more, when the row of the inviter is locked. */
  loop: { jdbc: 7, all: 13 },
  /** By the trigger, with what it looks at itself. */
  telling: { jdbc: 5, all: 18 },
  look: { jdbc: 6, all: 30 },
  idle: { jdbc: 0, all: 4 },
  handled: { jdbc: 0, all: 3 },
  report: { jdbc: 0, all: 2 },
  /** Of any number of messages. */
  batch: { jdbc: 6, all: 20 },
};

/** A window of a large database takes seconds to fill: what the trigger does is seen there where all cases are played. */
const isWhole = PARTS === 1;
const SIZES = isWhole ? [0, 10_000, 100_000] : [0, 10_000];

/** Somebody's link, a friend by it, and so many others. */
function shopOf(size: number) {
  const shop = new Business({ base: 'database' });
  fillPeople(shop, size);
  const [anna, ben] = [shop.person('Anna', '447700900001'), shop.person('Ben', '447700900002')];
  let friends = 0;
  const somebody = () => shop.person(`Friend${++friends}`, `4477009${10_000 + friends}`);
  return { shop, anna, ben, somebody };
}

/** The executions that an act has led to, the first one first. */
function ran(shop: Business, act: () => void): Execution[] {
  const before = shop.script.executions.length;
  act();
  return shop.script.executions.slice(before);
}

function costOf(execution: Execution | undefined): Cost {
  if (!execution) throw new Error('Nothing has run');
  return { jdbc: execution.calls.jdbc ?? 0, all: callsOf(execution).all };
}

function within(cost: Cost, budget: Cost): void {
  expect(cost.jdbc).toBeLessThanOrEqual(budget.jdbc);
  expect(cost.all).toBeLessThanOrEqual(budget.all);
}

describe.each(SIZES)('at %d people', (size) => {
  const { shop, anna, ben, somebody } = shopOf(size);
  shop.invites(anna, ben);

  /** What the message of somebody costs that does it. */
  const writing = (person: PersonOnPhone, text: string) =>
    costOf(
      ran(shop, () => {
        shop.whatsapp.write(person.key, { text });
        shop.whatsapp.pump();
      })[0],
    );

  test('Link of somebody new', () => within(writing(somebody(), 'Link'), BUDGETS.link));

  test('Link of a known client', () => within(writing(anna, 'Link'), BUDGETS.link));

  test('My referrals', () => within(writing(anna, 'My referrals'), BUDGETS.list));

  test('a new referral', () =>
    within(writing(somebody(), shop.invitation(anna)), BUDGETS.referral));

  test('one through a chain', () =>
    within(writing(somebody(), shop.invitation(ben)), BUDGETS.referral));

  test('a loop that is refused', () => within(writing(anna, shop.invitation(ben)), BUDGETS.loop));

  test('what was handled before, and a report, ask no database anything', () => {
    const reports = ran(shop, () => shop.writes(anna, 'Hello')).slice(1);
    expect(reports.length).toBeGreaterThan(0);
    for (const report of reports) within(costOf(report), BUDGETS.report);
    const body = shop.bodies.find((one) => one.includes('"Link"')) ?? '';
    within(costOf(ran(shop, () => shop.post(body))[0]), BUDGETS.handled);
  });

  test('many messages in one POST cost as much as one', () => {
    const all = ran(shop, () => {
      shop.whatsapp.delivery.batch = true;
      for (let n = 0; n < 25; n++) {
        shop.whatsapp.write(somebody().key, { text: shop.invitation(anna) });
      }
      shop.whatsapp.flush();
      shop.whatsapp.delivery.batch = false;
    });
    within(costOf(all[0]), BUDGETS.batch);
  });
});

describe.each(isWhole ? SIZES : [0])('the trigger at %d people', (size) => {
  const { shop, anna, ben, somebody } = shopOf(size);
  // The windows of the sheet come to show the newest.
  shop.wait(12 * MINUTE);
  shop.invites(anna, ben);

  test('referrals that are told together', () => {
    for (const friend of [somebody(), somebody()]) shop.writes(friend, shop.invitation(anna));
    const told = ran(shop, () => shop.wait(3 * MINUTE)).filter(({ calls }) => calls.fetch);
    expect(told).toHaveLength(1);
    within(costOf(told[0]), BUDGETS.telling);
  });

  test('an idle minute asks no database anything, and a look at the windows is one of ten', () => {
    shop.wait(5 * MINUTE);
    const minutes = ran(shop, () => shop.wait(10 * MINUTE)).map(costOf);
    const looks = minutes.filter(({ jdbc }) => jdbc);
    expect(looks.length).toBeLessThanOrEqual(2);
    for (const look of looks) within(look, BUDGETS.look);
    const idle = minutes.sort((a, b) => a.all - b.all)[minutes.length >> 1];
    within(idle ?? { jdbc: 9, all: 9 }, BUDGETS.idle);
  });
});
