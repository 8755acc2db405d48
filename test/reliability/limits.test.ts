/** Limits of the services: no lock, full stores, a cache that throws, and every single call that throws once. */
import { type Business, MINUTE } from '../support/business';
import { casesInPart, storiesInPart, tellCases } from '../support/part';
import { isNotice } from '../support/told';
import { expectEveryoneTold, expectWhole, settle } from './invariants';
import { type Cast, invitation, STORIES, staged } from './stories';

const stage = {
  name: 'limits: Anna has a link',
  before: (shop: Business, { anna }: Cast) => void shop.writes(anna, 'Link'),
};

let thrown = 0;
let cases = -storiesInPart(STORIES).length;
beforeEach(() => void cases++);
afterAll(() =>
  tellCases(`limits of the services: ${cases} cases; every call throws once: ${thrown} cases`),
);

/** Ben comes by Anna's link; the status that WhatsApp gets. */
function benComes({ shop, cast }: ReturnType<typeof staged>, more = ''): number | undefined {
  const text = `${invitation(cast.anna)}${more}`;
  return shop.whatsapp.write(cast.ben.key, { text })[0]?.status;
}

/** Puts so much into Script Properties that hardly anything fits any more. */
function fill(shop: Business): () => void {
  const { script } = shop.script.properties;
  const bytes = [...script].reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  const left = 500 * 1024 - bytes - 40;
  const pieces = Math.ceil(left / 9000);
  const keys = Array.from({ length: pieces }, (_, n) => `own.${n}`);
  keys.forEach((key, n) => {
    const size = n < pieces - 1 ? 9000 : left - 9000 * (pieces - 1);
    script.set(key, 'x'.repeat(Math.max(1, size - key.length)));
  });
  return () => {
    for (const key of keys) script.delete(key);
  };
}

/** WhatsApp sends again what it was asked to, the trigger runs, and all is as it should be. */
function expectGoodEnd({ shop, cast }: ReturnType<typeof staged>): void {
  shop.wait(5 * MINUTE);
  settle(shop);
  expectWhole(shop);
  expectEveryoneTold(shop);
  expect(shop.row(cast.ben)['Invited by']).toBe(cast.anna.phone);
}

describe.each([
  ['is refused', true],
  ['throws', 'throws'],
] as const)('the lock %s', (_, lockRefused) => {
  test('the event is kept, and handled when there is a lock again', () => {
    const here = staged(stage);
    here.shop.script.faults = { lockRefused };
    expect(benComes(here)).toBe(200);
    here.shop.sleeps(5 * MINUTE);
    expect(here.shop.rows('Clients')).toHaveLength(1);
    here.shop.script.faults = {};
    expectGoodEnd(here);
  });

  test('and the store is full: the answer is 302, and the event is handled when it comes again', () => {
    const here = staged(stage);
    const makeRoom = fill(here.shop);
    here.shop.script.faults = { lockRefused };
    expect(benComes(here)).toBe(302);
    here.shop.script.faults = {};
    expectGoodEnd(here);
    makeRoom();
    expectGoodEnd(here);
  });

  test('and the text is one that no property can hold: 302 as well', () => {
    const here = staged(stage);
    here.shop.script.faults = { lockRefused };
    expect(benComes(here, '\u0001'.repeat(1900))).toBe(302);
    here.shop.script.faults = {};
    expectGoodEnd(here);
  });
});

describe('the store is full', () => {
  test('everything goes on', () => {
    const here = staged(stage);
    fill(here.shop);
    expect(benComes(here)).toBe(200);
    expectGoodEnd(here);
    expect(here.shop.heard(here.cast.ben).join()).toMatch(/Welcome, Ben!/);
  });

  test('while WhatsApp does not answer: what may have gone is not tried again, and the row says so', () => {
    const here = staged(stage);
    fill(here.shop);
    here.shop.whatsapp.weather = 'answerLost';
    expect(benComes(here)).toBe(302);
    expect(here.shop.row(here.cast.ben).Notice).toMatch(/^not sent: .*no answer/);
    here.shop.whatsapp.weather = 'fine';
    here.shop.wait(5 * MINUTE);
    settle(here.shop);
    expectWhole(here.shop);
    expect(here.shop.heard(here.cast.anna).filter(isNotice)).toHaveLength(1);
  });

  test.each(['rateLimited', 'error500', 'tokenRejected'] as const)(
    'while WhatsApp is %s: what could not go is told as soon as the event comes again',
    (weather) => {
      const here = staged(stage);
      fill(here.shop);
      here.shop.whatsapp.weather = weather;
      expect(benComes(here)).toBe(302);
      expect(here.shop.row(here.cast.ben).Notice).toMatch(/^not yet: /);
      here.shop.whatsapp.weather = 'fine';
      expectGoodEnd(here);
    },
  );

  test('of events that wait: all of them are handled in the end, in spite of the settings’ renewal', () => {
    const { shop, cast } = staged(stage);
    shop.script.faults = { lockRefused: true };
    const statuses: (number | undefined)[] = [];
    for (let n = 0; n < 140; n++) {
      const friend = shop.person(`Fan${n}`, `4477019${10000 + n}`);
      const text = `${invitation(cast.anna)} ${'и'.repeat(1950)}`;
      statuses.push(shop.whatsapp.write(friend.key, { text })[0]?.status);
    }
    expect(statuses).toEqual(expect.arrayContaining([200, 302]));
    shop.script.faults = {};
    shop.sleeps(20 * MINUTE);
    for (let i = 0; i < 60; i++) shop.wait(MINUTE);
    settle(shop);
    expect(shop.rows('Clients')).toHaveLength(141);
    expectEveryoneTold(shop);
  });
});

test('the cache forgets whenever an execution begins: nobody is told or registered twice', () => {
  const { shop, cast } = staged(stage);
  shop.script.faults = { cacheForgets: true };
  shop.whatsapp.delivery.times = 2;
  benComes({ shop, cast });
  settle(shop);
  expectWhole(shop);
  expectEveryoneTold(shop);
});

describe.each(storiesInPart(STORIES))('every call throws once: $name', (story) => {
  test('in the end all is as if nothing had happened', () => {
    const quiet = staged(story);
    const before = quiet.shop.script.executions.length;
    story.act(quiet.shop, quiet.cast);
    const calls = quiet.shop.script.executions[before]?.trace ?? [];
    for (const { n, what } of casesInPart(calls)) {
      thrown++;
      const { shop, cast } = staged(story);
      shop.script.faults.throwAt = { call: n, message: 'Service error: try again later' };
      story.act(shop, cast);
      const ownerHeard = shop.script.executions.filter(({ as, error }) => as !== 'webApp' && error);
      shop.wait(2 * MINUTE);
      settle(shop);
      try {
        if (!ownerHeard.length) expectWhole(shop);
        for (const [invitee, inviter] of story.referrals(cast)) {
          expect([inviter.phone, inviter.userId]).toContain(shop.row(invitee)['Invited by']);
        }
        expectEveryoneTold(shop);
        story.after?.(shop, cast);
      } catch (error) {
        throw new Error(`when call ${n} throws (${what}): ${(error as Error).message}`);
      }
    }
  });
});
