/** Limits: ten thousand notices that wait for their inviters. */
import { Business, callsOf, HOUR, NOON } from '../support/business';
import { settle } from './invariants';

const WAITING = 10_000;

/** Everyone was invited by Anna, who has not written since the day before. */
function shopWhere(waiting: number) {
  const shop = new Business();
  const anna = shop.person('Anna', '447700900001');
  shop.writes(anna, 'Link');
  const now = new Date(NOON);
  const rows = Array.from({ length: waiting }, (_, n) => [
    ...[String(447710000000 + n), `Friend ${n}`, '447700900001', 'Anna', now, now],
    ...[`waits for 447700900001 to write #token${n}.n0`, '', '', String(447710000000 + n), ''],
  ]);
  shop.script.spreadsheet.fill('Clients', rows);
  shop.sleeps(25 * HOUR);
  return { shop, anna };
}

const told = (shop: Business, anna: { key: string }) =>
  shop.whatsapp.chat(anna.key).filter(({ text }) => text.startsWith('Good news')).length;

const stillWaiting = (shop: Business) =>
  shop.rows('Clients').filter((row) => row.Notice?.startsWith('waits for')).length;

afterAll(() => console.log(`limits: ${WAITING} waiting notices`));

test('ten thousand wait: twenty go with a message, at a price that does not grow with the rest', () => {
  const { shop, anna } = shopWhere(WAITING);
  shop.writes(anna, 'Good morning');
  expect(told(shop, anna)).toBe(20);
  const first = shop.script.executions.filter(({ calls }) => calls['spreadsheet.write']).pop();
  if (!first) throw new Error('Nothing was written');
  const { calls } = first;
  // Everything is looked up twice: without the lock, and, as there is something to write, with it.
  expect([calls['spreadsheet.search'], calls['spreadsheet.read']]).toEqual([2, 4]);
  expect(first.modelledMs).toBeLessThan(20_000);
  shop.sleeps(HOUR);
  shop.writes(anna, 'Is there more?');
  expect(told(shop, anna)).toBe(40);
  expect(stillWaiting(shop)).toBe(WAITING - 40);
});

test('all of them go in the end, each once', () => {
  const { shop, anna } = shopWhere(170);
  for (let n = 0; n < 9; n++) {
    shop.sleeps(HOUR);
    shop.writes(anna, `Hello ${n}`);
  }
  settle(shop);
  expect(stillWaiting(shop)).toBe(0);
  expect(told(shop, anna)).toBe(170);
  const names = shop.heard(anna).flatMap((text) => /^Good news: (.*) came/.exec(text)?.[1] ?? []);
  expect(new Set(names).size).toBe(170);
});

test('the owner’s “Send waiting notices now” with ten thousand rows ends well', () => {
  const { shop, anna } = shopWhere(WAITING);
  shop.writes(anna, 'Good morning');
  const execution = shop.run('sendWaitingNotices');
  expect(execution.died).toBeUndefined();
  expect(callsOf(execution).all).toBeLessThan(200);
  expect(told(shop, anna)).toBe(40);
});
