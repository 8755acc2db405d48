/** What rewards cost in service calls: counts, never times; with empty tabs, and with many rows in both. */
import type { Execution } from '../../local/apps-script';
import type { PersonOnPhone } from '../../local/whatsapp/standin';
import { type Business, callsOf, HOUR, MINUTE, NOON } from '../support/business';
import { addPurchases, BOTH, minutesPass, results, rewardShop } from './shop';

/** An idle minute: modelled milliseconds too, which are a sum of counts. */
const IDLE = { all: 4, ms: 500 };
/** Fifty purchases in one minute. */
const PURCHASES = 25;
/** A new referral: what a shop without rewards needs, and these. */
const REFERRAL = 14 + 3;
/** A look at everything. */
const LOOK = 20;
/** *Link* of somebody who has not written for six hours, without rewards. */
const LINK = 12;

/** A shop whose ledger holds so many rewards, each from a purchase of its own. */
function shopOf(size: number): ReturnType<typeof rewardShop> {
  const cast = rewardShop({ ...BOTH, Milestones: '3 = Free lunch', 'At most a month': '1000' });
  const { shop } = cast;
  const phone = (n: number) => String(447_200_000_000 + n);
  const day = new Date(NOON - 30 * 24 * HOUR);
  const rows = Array.from({ length: size }, (_, n) => n);
  if (!size) return cast;
  shop.script.spreadsheet.fill(
    'Purchases',
    rows.map((n) => ({
      Phone: phone(n),
      Amount: 10,
      Date: day,
      What: '',
      Result: 'counts for Eve',
    })),
  );
  shop.script.spreadsheet.fill(
    'Rewards',
    rows.map((n) => ({
      Key: `inviter:${phone(n)}`,
      Who: '447300000000',
      Name: 'Eve',
      For: `Client ${n}`,
      Side: 'inviter',
      Reward: 'Free coffee',
      State: 'given',
      Why: 'bought',
      Since: day,
      'Ready on': day,
      'Given on': day,
      Coupon: '',
      Told: 'sent 2026-05-01 12:00 #abc.r0',
      Known: 'given',
    })),
  );
  return cast;
}

/** Fifty friends of ten people, somewhere in a base of a thousand. */
function fiftyFriends(shop: Business): string[] {
  const phone = (n: number) => String(447_400_000_000 + n * 1_357);
  const names = Array.from({ length: 1000 }, (_, n) => ({
    Name: `Client ${n}`,
    Joined: new Date(NOON - 48 * HOUR),
    'Last message': new Date(NOON),
    "Inviter's name": n % 20 ? `Client ${n % 100}` : '',
    'Invited by': n % 20 ? phone(n - (n % 20)) : '',
    Phone: phone(n),
    'Messenger id': phone(n),
    Counts: n % 20 ? 'not yet' : '',
  }));
  shop.script.spreadsheet.fill('Clients', names);
  return Array.from({ length: 50 }, (_, n) => phone(n * 20 + 1 + (n % 7)));
}

/** The newest run of the trigger that did something to the sheet. */
function lastWork(shop: Business) {
  const found = shop.script.executions
    .filter((one) => one.function === 'drainPending' && (one.calls['spreadsheet.write'] ?? 0) > 0)
    .pop();
  if (!found) throw new Error('The trigger has written nothing');
  return found;
}

/** The largest size takes a minute: with all cases it is tried, too. */
const SIZES = process.env.ALL_CASES ? [0, 100_000] : [0, 10_000];

describe.each(SIZES)('at %d rows', (size) => {
  const { shop, anna, ben } = shopOf(size);
  const sender: PersonOnPhone = anna;

  test('an idle minute', () => {
    minutesPass(shop, 2);
    const idle = shop.triggerRuns();
    expect(callsOf(idle).all).toBeLessThanOrEqual(IDLE.all);
    expect(idle.modelledMs).toBeLessThanOrEqual(IDLE.ms);
  });

  test('a new referral', () => {
    shop.writes(ben, `You were recommended by ${sender.phone} Hello`);
    const sending = shop.script.executions.filter(({ calls }) => calls.fetch).pop();
    expect(sending && callsOf(sending).all).toBeLessThanOrEqual(REFERRAL);
    minutesPass(shop);
    expect(shop.row(ben).Counts).toBe('not yet');
  });

  test('fifty purchases in one minute', () => {
    const phones = fiftyFriends(shop);
    minutesPass(shop);
    addPurchases(
      shop,
      phones.map((Phone) => ({ Phone, Amount: '10' })),
    );
    shop.sleeps(MINUTE);
    const counted = results(shop).slice(-50);
    expect(counted.filter((result) => result.startsWith('counts for Client'))).toHaveLength(50);
    const work = lastWork(shop);
    expect(callsOf(work).all).toBeLessThanOrEqual(PURCHASES);
  });

  test('a look at everything, every ten minutes', () => {
    shop.wait(12 * MINUTE);
    const looks = shop.script.executions.filter(({ trace }) =>
      trace.some(({ what }) => what.includes('waits for')),
    );
    expect(callsOf(looks[looks.length - 1] as Execution).all).toBeLessThanOrEqual(LOOK);
  });

  test('Link from a known client while rewards wait for others', () => {
    shop.script.properties.script.set('rewards.wait', '13');
    expect(shop.writes(anna, 'Link')[0]?.kind).toBe('card');
    const sending = shop.script.executions.filter(({ calls }) => calls.fetch).pop();
    expect(callsOf(sending as Execution).all).toBeLessThanOrEqual(LINK + 1);
    shop.script.properties.script.delete('rewards.wait');
  });

  test('the same again: an idle minute', () => {
    minutesPass(shop, 12);
    const idle = shop.triggerRuns();
    expect(callsOf(idle).all).toBeLessThanOrEqual(IDLE.all);
    expect(idle.modelledMs).toBeLessThanOrEqual(IDLE.ms);
  });
});
