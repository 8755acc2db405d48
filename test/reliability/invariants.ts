/** What must be so whatever happened, checked from the outside: in the sheet and on the phones. */
import type { PersonOnPhone } from '../../local/whatsapp/standin';
import { type Business, MINUTE } from '../support/business';
import { tellsOf } from '../support/told';

/** Everything that is still to happen happens: WhatsApp's reports arrive, the trigger runs until nothing is kept. */
export function settle(shop: Business): void {
  for (let i = 0; i < 400; i++) {
    shop.whatsapp.pump();
    shop.sleeps(i < 10 ? 3 * MINUTE : 20 * MINUTE);
    shop.whatsapp.pump();
    if (!shop.pending().length && !shop.whatsapp.pump().length) return;
  }
  throw new Error(`The journal is not empty in the end: ${shop.pending().join(', ')}`);
}

/**
 * One row per person, no loops, no formulas, and no execution that ended in an error of its own.
 *
 * @param mayEnd errors that end an execution and are Google's
 */
export function expectWhole(shop: Business, mayEnd?: RegExp): void {
  const rows = shop.rows('Clients');
  const ids = rows.map((row) => row.Phone || row['Messenger id']);
  expect(new Set(ids).size).toBe(ids.length);
  for (const row of rows) expect(ancestors(row.Phone ?? '', rows)).not.toContain(row.Phone);
  expect(shop.strayFormulas()).toEqual([]);
  const errors = shop.script.executions.filter(
    ({ error, died }) => error && !died && !mayEnd?.test(error),
  );
  expect(errors.map(({ error }) => error)).toEqual([]);
}

function ancestors(phone: string, rows: Record<string, string>[]): string[] {
  const line: string[] = [];
  let next = rows.find((row) => row.Phone === phone)?.['Invited by'];
  while (next && !line.includes(next)) {
    line.push(next);
    const key = next;
    next = rows.find((row) => row.Phone === key)?.['Invited by'];
  }
  return line;
}

/** The invitee is noted under the inviter, and the inviter was told so often, or the row says why not. */
export function expectTold(
  shop: Business,
  invitee: PersonOnPhone,
  inviter: PersonOnPhone,
  times = [1],
): void {
  const row = shop.row(invitee);
  expect([shop.keyOf(inviter), inviter.userId]).toContain(row['Invited by']);
  const told = shop.heard(inviter).filter((text) => tellsOf(text, invitee.name));
  const waits = /^(waits for|not sent:)/.test(row.Notice ?? '');
  // A notice of very many counts those that it does not name.
  if (!told.length && !waits && shop.heard(inviter).some((text) => / and \d+ more\./.test(text)))
    return;
  expect(waits ? [told.length, 'waits'] : [told.length]).toEqual(
    waits ? [0, 'waits'] : [expect.toBeOneOf(times)],
  );
}

/** {@link expectTold} for every referral of a person that stands in the base. */
export function expectEveryoneTold(shop: Business): void {
  const people = shop.whatsapp.people();
  const find = (key = '') => people.find(({ phone, userId }) => phone === key || userId === key);
  const referrals = shop.rows('Clients').filter((one) => one['Invited by']);
  for (const row of referrals.filter(({ Notice }) => !Notice?.startsWith('not told: a source'))) {
    const invitee = find(row.Phone || row['Messenger id']);
    const inviter = find(row['Invited by']);
    if (!invitee || !inviter)
      throw new Error(`A row names somebody unknown: ${JSON.stringify(row)}`);
    expectTold(shop, invitee, inviter);
  }
}

expect.extend({
  toBeOneOf(received: unknown, allowed: unknown[]) {
    const pass = allowed.includes(received);
    return { pass, message: () => `expected ${String(received)} to be one of ${String(allowed)}` };
  },
});

declare global {
  namespace jest {
    interface Expect {
      toBeOneOf(allowed: unknown[]): unknown;
    }
    interface Matchers<R> {
      toBeOneOf(allowed: unknown[]): R;
    }
  }
}
