/** Limits: ten thousand notices that wait for their inviters. */
import type { PersonOnPhone } from '../../local/whatsapp/standin';
import { Business, callsOf, HOUR, NOON } from '../support/business';
import { isNotice } from '../support/told';
import { settle } from './invariants';

const WAITING = 10_000;

/** Everyone was invited by Anna, who has not written since the day before. */
function shopWhere(waiting: number) {
  const shop = new Business();
  const anna = shop.person('Anna', '447700900001');
  shop.writes(anna, 'Link');
  const now = new Date(NOON);
  const rows = Array.from({ length: waiting }, (_, n) => ({
    Phone: String(447710000000 + n),
    Name: `Friend ${n}`,
    'Invited by': '447700900001',
    "Inviter's name": 'Anna',
    Joined: now,
    'Last message': now,
    Notice: `waits for 447700900001 to write #token${n}.n0`,
    'Messenger id': String(447710000000 + n),
  }));
  shop.script.spreadsheet.fill('Clients', rows);
  shop.sleeps(25 * HOUR);
  return { shop, anna };
}

/** Of how many invitees the notices tell. */
const told = (shop: Business, anna: PersonOnPhone) =>
  shop
    .heard(anna)
    .filter(isNotice)
    .reduce((sum, text) => sum + (Number.parseInt(text, 10) || 1), 0);

const stillWaiting = (shop: Business) =>
  shop.rows('Clients').filter((row) => row.Notice?.startsWith('waits for')).length;

afterAll(() => console.log(`limits: ${WAITING} waiting notices`));

test('ten thousand wait: all go with one message, at a price that does not grow with their number', () => {
  const { shop, anna } = shopWhere(WAITING);
  shop.writes(anna, 'Good morning');
  expect(told(shop, anna)).toBe(WAITING);
  const first = shop.script.executions.filter(({ calls }) => calls['spreadsheet.write']).pop();
  if (!first) throw new Error('Nothing was written');
  expect(callsOf(first).all).toBeLessThanOrEqual(15);
  expect(stillWaiting(shop)).toBe(0);
  const [notice] = shop.heard(anna).filter(isNotice);
  expect(notice).toMatch(
    /^10000 friends have joined .*: Friend 9999, .*, Friend 9980 and 9980 more\./,
  );
});

test.each([1, 2, 20, 21, 170])('%d wait: one message tells of all of them, once', (waiting) => {
  const { shop, anna } = shopWhere(waiting);
  shop.writes(anna, 'Hello');
  shop.sleeps(HOUR);
  shop.writes(anna, 'Hello again');
  settle(shop);
  expect(stillWaiting(shop)).toBe(0);
  expect(told(shop, anna)).toBe(waiting);
  expect(shop.heard(anna).filter(isNotice)).toHaveLength(1);
});

test('the owner’s “Send waiting notices now” with ten thousand rows ends well', () => {
  const { shop, anna } = shopWhere(WAITING);
  // As far as the sheet knows, her window is open.
  shop.script.spreadsheet.type('Clients', shop.rowNumber(anna), 'Last message', '2026-06-02 12:30');
  const execution = shop.run('sendWaitingNotices');
  expect(execution.died).toBeUndefined();
  expect(callsOf(execution).all).toBeLessThan(40);
  expect(shop.whatsapp.chat(anna.key).pop()?.text).toMatch(/^10000 friends have joined /);
  expect(stillWaiting(shop)).toBe(0);
});
