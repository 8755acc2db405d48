/** *Add a referral by hand…*: the rules of a link, for what the owner was told. */
import { Business, HOUR, MINUTE } from '../support/business';
import { ownerOf } from './owner';

const ANNA = '447700900001';
const BEN = '447700900002';
const CLEO = '447700900003';

/** Anna has written; Ben has come by her link. */
function shopWithTwo(settings: Record<string, string> = {}) {
  const shop = new Business({ settings });
  const anna = shop.person('Anna', ANNA);
  const ben = shop.person('Ben', BEN);
  shop.invites(anna, ben);
  shop.sleeps(61 * MINUTE);
  const add = (friend: string, inviter: string, tell = true) =>
    ownerOf(shop).addReferral({ friend, name: 'Cleo', inviter, tell });
  return { shop, anna, ben, add };
}

test('a friend who is new: a row, the inviter is told, the friend is not', () => {
  const { shop, anna, add } = shopWithTwo();
  const cleo = shop.person('Cleo', CLEO);
  expect(add(CLEO, ANNA)).toBe('added');
  expect(shop.row(cleo)).toMatchObject({
    Name: 'Cleo',
    'Invited by': ANNA,
    "Inviter's name": 'Anna',
    Notice: expect.stringMatching(/^told 2026-/),
    'Last message': '',
    Code: expect.stringMatching(/^\w{8}$/),
  });
  expect(shop.heard(anna).pop()).toContain('Cleo');
  expect(shop.heard(cleo)).toEqual([]);
});

test('an inviter who is not to be told hears nothing, now or later', () => {
  const { shop, anna, add } = shopWithTwo();
  const before = shop.heard(anna).length;
  expect(add(CLEO, ANNA, false)).toBe('added');
  shop.wait(5 * MINUTE);
  expect(shop.heard(anna)).toHaveLength(before);
  expect(shop.rows('Clients')[2]?.Notice).toBe('not told: added by you');
});

test('an inviter whose window is closed is told with their next message', () => {
  const { shop, anna, add } = shopWithTwo();
  shop.sleeps(25 * HOUR);
  expect(add(CLEO, ANNA)).toBe('added');
  expect(shop.rows('Clients')[2]?.Notice).toMatch(new RegExp(`^waits for ${ANNA} to write`));
  expect(
    shop
      .writes(anna, 'Hello')
      .map(({ text }) => text)
      .join(),
  ).toContain('Cleo');
});

test('an inviter who wrote Stop is not told', () => {
  const { shop, anna, add } = shopWithTwo();
  shop.writes(anna, 'Stop');
  expect(add(CLEO, ANNA)).toBe('added');
  expect(shop.rows('Clients')[2]?.Notice).toBe('not sent: they asked for no messages');
});

test.each([
  ['nobody invites themselves', ANNA, `${ANNA}`, 'own'],
  ['an inviter that stands is never changed', BEN, ANNA, 'welcomeBack'],
  ['the inviter has to be in the base', CLEO, '447700900009', 'unknownInviter'],
  ['no loop', ANNA, BEN, 'loop'],
])('%s, and nothing is written', (_, friend, inviter, why) => {
  const { shop, add } = shopWithTwo();
  const before = JSON.stringify(shop.rows('Clients'));
  expect(add(friend, inviter)).toBe(why);
  expect(JSON.stringify(shop.rows('Clients'))).toBe(before);
});

test('where only new clients count, somebody who is there already is refused', () => {
  const { shop, add } = shopWithTwo({ 'Only new clients count': 'yes' });
  shop.writes(shop.person('Cleo', CLEO), 'Link');
  expect(add(CLEO, ANNA)).toBe('onlyNew');
});

test('what is no number is told', () => {
  const { add } = shopWithTwo();
  expect(() => add('12', ANNA)).toThrow('not a phone number');
});

test('a name that looks like a formula stays text', () => {
  const { shop } = shopWithTwo();
  const name = '=HYPERLINK("http://x")';
  ownerOf(shop).addReferral({ friend: CLEO, name, inviter: ANNA, tell: false });
  expect(shop.formulas('Clients')).toEqual([]);
  expect(shop.rows('Clients')[2]?.Name).toBe(name);
});
