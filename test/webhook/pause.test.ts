/** While nothing can be sent nobody tries; and when it is given up. */
import type { OutsideAnswer } from '../../local/apps-script';
import { Business, HOUR, MINUTE } from '../support/business';

const SILENCE: OutsideAnswer = { fault: 'timeout' };
const REFUSED: OutsideAnswer = {
  status: 401,
  body: JSON.stringify({ error: { message: 'No', code: 190, fbtrace_id: 'A' } }),
};

/** Anna has a link; everything that is sent gets this answer until `mend`. */
function whileAnswered(answer: OutsideAnswer) {
  const shop = new Business();
  const anna = shop.person('Anna', '447700900001');
  const ben = shop.person('Ben', '447700900002');
  shop.writes(anna, 'Link');
  const outside = shop.whatsapp.answer.bind(shop.whatsapp);
  shop.whatsapp.answer = () => answer;
  /** Whether a message of somebody new makes the script try to send. */
  let people = 0;
  const isTried = () => {
    const before = shop.script.fetchesToday;
    shop.writes(shop.person(`F${people}`, `4477009002${10 + people++}`), 'Link');
    return shop.script.fetchesToday > before;
  };
  const mend = () => {
    shop.whatsapp.answer = outside;
  };
  return { shop, anna, ben, isTried, mend };
}

test('a provider that is silent is tried three times in a row, then everybody waits five minutes', () => {
  const { shop, isTried } = whileAnswered(SILENCE);
  expect([isTried(), isTried(), isTried(), isTried()]).toEqual([true, true, true, false]);
  shop.script.clock.now += 5 * MINUTE - 1000;
  expect(isTried()).toBe(false);
  // The pause began when the last try ended, a minute after it had begun.
  shop.script.clock.now += 2 * MINUTE;
  expect(isTried()).toBe(true);
});

test('a broken token is tried once; each further failure makes the pause twice as long, up to an hour', () => {
  const { shop, isTried } = whileAnswered(REFUSED);
  expect([isTried(), isTried()]).toEqual([true, false]);
  for (const minutes of [5, 10, 20, 40, 60, 60]) {
    shop.script.clock.now += minutes * MINUTE - 1000;
    expect(isTried()).toBe(false);
    shop.script.clock.now += 10_000;
    expect([isTried(), isTried()]).toEqual([true, false]);
  }
});

test.each([
  ['silence', SILENCE],
  ['a broken token', REFUSED],
])('after %s the first message that goes ends the pause', (_name, answer) => {
  const { shop, isTried, mend } = whileAnswered(answer);
  for (let n = 0; n < 3; n++) isTried();
  shop.script.clock.now += 6 * MINUTE;
  mend();
  expect([isTried(), isTried()]).toEqual([true, true]);
  expect(shop.script.properties.script.has('paused')).toBe(false);
});

test('what cannot be sent is tried for three days, and then given up with the reason in the row', () => {
  const { shop, anna, ben } = whileAnswered(SILENCE);
  shop.taps(ben, anna);
  const passes = (hours: number) => {
    for (let hour = 0; hour < hours; hour++) {
      // Her window stays open.
      if (hour % 20 === 0) shop.whatsapp.write(anna.key, { text: 'Hello' });
      shop.sleeps(HOUR);
    }
  };
  passes(71);
  expect(shop.row(ben).Notice).toMatch(/^not yet: /);
  passes(3);
  expect(shop.row(ben).Notice).toMatch(/^not sent: /);
});
