/** The number of service calls for each kind of event, at every size of the base: counts, never times. */
import type { Execution } from '../../local/apps-script';
import { messageStatus, metaWebhook } from '../../local/whatsapp/meta/webhooks';
import type { PersonOnPhone } from '../../local/whatsapp/standin';
import { Business, callsOf, HOUR, invitationIn, MINUTE, NOON } from '../support/business';

const BUDGETS = {
  report: { all: 2, spreadsheet: 0 },
  handled: { all: 3, spreadsheet: 0 },
  link: { all: 10, spreadsheet: 4 },
  /** Whoever has not written for six hours may be somebody new, as far as the cache knows. */
  returning: { all: 12, spreadsheet: 4 },
  newcomer: { all: 12, spreadsheet: 4 },
  /** By the trigger, with what it looks at itself. */
  telling: { all: 16, spreadsheet: 5 },
  list: { all: 10, spreadsheet: 4 },
  referral: { all: 14, spreadsheet: 6 },
};

const phone = (n: number) => String(447_100_000_000 + n);

/** A base of `size` rows: every second client was invited by the one 1,000 rows before, so that chains are long. */
function shopOf(size: number): Business {
  const shop = new Business();
  const row = (n: number) => {
    const invited = n >= 1000 && n % 2 === 0;
    return {
      Phone: phone(n),
      Name: `Client ${n.toString(36)}`,
      'Invited by': invited ? phone(n - 1000) : '',
      "Inviter's name": invited ? `Client ${n - 1000}` : '',
      Joined: new Date(NOON - (size - n) * 1000),
      'Last message': new Date(NOON - HOUR),
      Notice: invited ? 'sent 2026-05-01 10:00 #abc.n0' : '',
      Code: `c${n}`,
      'Messenger id': phone(n),
    };
  };
  if (size)
    shop.script.spreadsheet.fill(
      'Clients',
      Array.from({ length: size }, (_, n) => row(n)),
      2,
    );
  return shop;
}

/** A client who is in the base already: row `n` of it, or put there now where there are no rows. */
function client(shop: Business, name: string, n: number, size: number): PersonOnPhone {
  const person = shop.person(name, phone(n));
  if (!size) shop.writes(person, 'Link');
  return person;
}

/** What the business did for a message, delivery reports aside. */
function handling(shop: Business): Execution {
  const found = shop.script.executions.filter(({ calls }) => calls.fetch).pop();
  if (!found) throw new Error('Nothing was sent');
  return found;
}

/**
 * In so large a base a message may hold the lock for nearly as long as others wait for it: then it looks whether somebody
 * has gone home, when everything is answered.
 */
const LARGE = 100_000;

function within(execution: Execution, budget: { all: number; spreadsheet: number }, size: number) {
  const calls = callsOf(execution);
  const look = size >= LARGE ? 1 : 0;
  expect(calls.all).toBeLessThanOrEqual(budget.all + look);
  expect(calls.spreadsheet).toBeLessThanOrEqual(budget.spreadsheet);
}

/** The most that is tried takes half a minute more: with all cases. */
const SIZES = process.env.ALL_CASES ? [0, 1_000, 10_000, 100_000, 300_000] : [0, 10_000, 100_000];

describe.each(SIZES)('at %d rows', (size) => {
  const shop = shopOf(size);
  const known = client(shop, 'Known', Math.max(0, size - 2), size);
  const neighbour = client(shop, 'Neighbour', Math.max(1, size - 3), size);
  const friends = ['Friend', 'Second friend'].map((name, n) =>
    shop.person(name, `44770090000${n}`),
  );

  test('Link from a known client who has not written for a while', () => {
    expect(shop.writes(known, 'Link')[0]?.kind).toBe('card');
    within(handling(shop), BUDGETS.returning, size);
  });

  test('Link from a known client', () => {
    expect(shop.writes(known, 'Link')[0]?.kind).toBe('card');
    within(handling(shop), BUDGETS.link, size);
  });

  test('Link from somebody new', () => {
    const newcomer = shop.person('Newcomer', '447700900099');
    expect(shop.writes(newcomer, 'Link')[0]?.kind).toBe('card');
    within(handling(shop), BUDGETS.newcomer, size);
  });

  test('a message that was handled before', () => {
    shop.whatsapp.delivery.times = 2;
    shop.whatsapp.write(known.key, { text: 'Link' });
    shop.whatsapp.delivery.times = 1;
    within(shop.last(), BUDGETS.handled, size);
    shop.whatsapp.pump();
  });

  test.each(friends)('new referrals of one inviter, with welcome and notice: $name', (friend) => {
    const [welcome] = shop.writes(friend, invitationIn(shop.link(known)));
    expect(welcome?.text).toBe(
      `Welcome, ${friend.name}! A friend recommended you to us. Would you like a link of your own to share?`,
    );
    within(handling(shop), BUDGETS.referral, size);
  });

  test('a new referral of somebody who is in the base already', () => {
    const [welcome] = shop.writes(neighbour, invitationIn(shop.link(known)));
    expect(welcome?.text).toMatch(/^Welcome back, (Neighbour|Client \w+)! How can we help\?$/);
    expect(shop.row(neighbour)['Invited by']).toBe(known.phone);
    within(handling(shop), BUDGETS.referral, size);
  });

  test('the notices of several referrals, told together', () => {
    expect(shop.heard(known).filter((text) => text.startsWith('Good news'))).toHaveLength(1);
    shop.wait(3 * MINUTE);
    expect(shop.heard(known).pop()).toMatch(/^2 friends have joined .* Second friend, /);
    within(handling(shop), BUDGETS.telling, size);
  });

  test('My referrals', () => {
    const [list] = shop.writes(known, 'My referrals');
    expect(list?.text).toMatch(/^Your referrals: 3\n/);
    within(handling(shop), BUDGETS.list, size);
  });

  test('a delivery report', () => {
    for (const status of ['sent', 'delivered', 'read'] as const) {
      const recipient = known.phone ?? '';
      const report = messageStatus({
        id: 'wamid.x',
        status,
        recipient,
        opaque: 'abc.n0',
        at: NOON,
      });
      shop.post(JSON.stringify(metaWebhook([report])));
      within(shop.last(), BUDGETS.report, size);
    }
  });
});
