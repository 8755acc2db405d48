/** The outside world: every kind of refusal, for a minute, for an hour, for ever; and nothing is lost or doubled. */
import type { OutsideAnswer } from '../../local/apps-script';
import { type Business, HOUR, MINUTE } from '../support/business';
import { inPart, tellCases } from '../support/part';
import { isNotice, tellsOf } from '../support/told';
import { expectEveryoneTold, expectWhole, settle } from './invariants';
import { type Cast, invitation, staged } from './stories';

const stage = {
  name: 'outside: Anna has a link',
  before: (shop: Business, { anna }: Cast) => void shop.writes(anna, 'Link'),
};

const metaError = (code: number, status = 400): OutsideAnswer => ({
  status,
  body: JSON.stringify({ error: { message: 'No', type: 'OAuthException', code, fbtrace_id: 'A' } }),
});

const LATER = [1, 2, 4, 80007, 130429, 131000, 131016, 131048, 131056, 131057, 133004];
const BROKEN = [0, 190, 3, 10, 200, 299, 33, 368, 131005, 131031, 131042, 131045, 130497];
const NEVER = [100, 131008, 131009, 131021, 131026, 131037, 131051, 131062];
/** The template does not work, or WhatsApp holds such messages back from this person. */
const TEMPLATE = [131049, 130472, 132000, 132001];

const TEMPORARY: [string, OutsideAnswer][] = [
  ['a time-out', { fault: 'timeout' }],
  ['a refused connection', { fault: 'refused' }],
  ['a name that is not found', { fault: 'dns' }],
  ['HTTP 429', { status: 429, body: '' }],
  ['HTTP 500', { status: 500, body: 'oops' }],
  ['HTTP 503 in HTML', { status: 503, body: '<html>Sorry</html>' }],
  ...LATER.map((code): [string, OutsideAnswer] => [`error ${code}`, metaError(code)]),
  ...BROKEN.map((code): [string, OutsideAnswer] => [`error ${code}`, metaError(code, 401)]),
];

let cases = 0;
afterAll(() => tellCases(`the outside world: ${cases} cases`));

/** Ben comes by Anna's link while everything that is sent gets this answer. */
function benComesWhile(answer: OutsideAnswer) {
  cases++;
  const { shop, cast } = staged(stage);
  let broken = true;
  const outside = shop.whatsapp.answer.bind(shop.whatsapp);
  shop.whatsapp.answer = (request) => (broken ? answer : outside(request));
  shop.whatsapp.write(cast.ben.key, { text: invitation(cast.anna) });
  const mend = () => {
    broken = false;
  };
  return { shop, ...cast, mend };
}

describe.each(inPart(TEMPORARY))('%s', (what, answer) => {
  test.each([
    ['a minute', MINUTE],
    ['an hour', HOUR],
  ])('for %s: the notice and the welcome go as soon as it is over, once', (_name, ms) => {
    const { shop, anna, ben, mend } = benComesWhile(answer);
    expect(shop.row(ben)['Invited by']).toBe(anna.phone);
    expect(shop.row(ben).Notice).toMatch(/^not yet: /);
    shop.wait(Math.min(ms, 12 * MINUTE));
    if (ms > 12 * MINUTE) shop.sleeps(ms - 12 * MINUTE);
    mend();
    settle(shop);
    expectWhole(shop);
    expectEveryoneTold(shop);
    expect(shop.heard(anna).filter((text) => text.startsWith('Good news'))).toHaveLength(1);
    // 131048 asks for a pause of six hours; by then a welcome would come out of nowhere.
    const welcomes = what === 'error 131048' ? 0 : 1;
    expect(shop.heard(ben).filter((text) => text.startsWith('Welcome'))).toHaveLength(welcomes);
  });

  test('for ever: it ends with a reason in the row', () => {
    const { shop, ben } = benComesWhile(answer);
    settle(shop);
    expectWhole(shop);
    expect(shop.row(ben).Notice).toMatch(/^(waits for|not sent:) /);
  });
});

test.each(NEVER)('error %d: not sent, and the row says why', (code) => {
  const { shop, ben } = benComesWhile(metaError(code));
  settle(shop);
  expect(shop.row(ben).Notice).toMatch(new RegExp(`^not sent: .*\\(${code}\\)`));
});

test.each(TEMPLATE)('error %d: the notice waits for the inviter’s next message', (code) => {
  const { shop, anna, ben, mend } = benComesWhile(metaError(code));
  expect(shop.row(ben).Notice).toMatch(/^waits for 447700900001 to write\s+#/);
  mend();
  shop.writes(anna, 'Hello');
  expectEveryoneTold(shop);
});

test('error 131047: the notice waits for the inviter’s next message', () => {
  const { shop, anna, ben, mend } = benComesWhile(metaError(131047));
  mend();
  expect(shop.row(ben).Notice).toMatch(/^waits for/);
  shop.writes(anna, 'Hello');
  expectEveryoneTold(shop);
});

test('error 131050: opted out, at once and for ever', () => {
  const { shop, anna, ben, mend } = benComesWhile(metaError(131050));
  mend();
  expect(shop.row(ben).Notice).toMatch(/^not sent: they asked for no such messages/);
  expect(shop.row(anna).Stopped).not.toBe('');
});

test.each([
  ['cut off', '{"messaging_product":"whatsapp","mess'],
  ['HTML', '<html><body>Welcome</body></html>'],
  ['empty', ''],
])('an answer of 200 that is %s: WhatsApp’s reports tell whether it went', (_, body) => {
  cases++;
  const { shop, cast } = staged(stage);
  const outside = shop.whatsapp.answer.bind(shop.whatsapp);
  let broken = true;
  shop.whatsapp.answer = (request) => {
    const answer = outside(request);
    return broken ? { status: 200, body } : answer;
  };
  shop.whatsapp.write(cast.ben.key, { text: invitation(cast.anna) });
  broken = false;
  settle(shop);
  expectEveryoneTold(shop);
});

test('a broken token stops the sending after the first refusal, and tells the owner once', () => {
  const { shop, anna, mend } = benComesWhile(metaError(190, 401));
  const before = shop.script.fetchesToday;
  const friends = Array.from({ length: 5 }, (_, n) => shop.person(`F${n}`, `44770090010${n}`));
  for (const friend of friends) shop.whatsapp.write(friend.key, { text: invitation(anna) });
  expect(shop.script.fetchesToday).toBe(before);
  expect(shop.rows('Problems').map((row) => row.Problem)).toEqual([
    expect.stringContaining('WhatsApp refuses the access token (190)'),
  ]);
  mend();
  settle(shop);
  expectEveryoneTold(shop);
  const notices = shop.heard(anna).filter(isNotice);
  for (const name of ['Ben', 'F0', 'F1', 'F2', 'F3', 'F4']) {
    expect(notices.filter((text) => tellsOf(text, name))).toHaveLength(1);
  }
});

test('a flood of one sender: answers stop, the sheet is left alone, registration is not', () => {
  const { shop, cast } = staged(stage);
  for (let n = 0; n < 40; n++) shop.whatsapp.write(cast.ben.key, { text: 'Link' });
  shop.whatsapp.pump();
  expect(shop.heard(cast.ben).length).toBeLessThanOrEqual(40);
  shop.whatsapp.write(cast.ben.key, { text: 'Link' });
  expect(Object.keys(shop.last().calls).filter((kind) => kind.startsWith('spreadsheet'))).toEqual(
    [],
  );
  shop.whatsapp.write(cast.ben.key, { text: invitation(cast.anna) });
  settle(shop);
  expectEveryoneTold(shop);
  expect(shop.row(cast.ben)['Invited by']).toBe(cast.anna.phone);
});
