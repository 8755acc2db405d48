/** A day's fetches: blue ticks leave them to answers and notices, and what happens when there are none left. */
import { metaWebhook, textMessage } from '../../local/whatsapp/meta/webhooks';
import type { PersonOnPhone } from '../../local/whatsapp/standin';
import { Business, HOUR, invitationIn, MINUTE } from '../support/business';
import { isNotice } from '../support/told';

const DAY = 24 * HOUR;

/** As many as have blue ticks on one day. */
const TICKS = 500;

/** How many fetches something takes. */
function fetchesOf(shop: Business, action: () => void): number {
  const before = shop.script.usedToday.fetches;
  action();
  return shop.script.usedToday.fetches - before;
}

/** So many strangers write, twenty in one webhook, a second apart: WhatsApp takes eighty messages in one. */
function strangersWrite(shop: Business, count: number, after = 0): void {
  const at = shop.script.clock.now;
  const from = (n: number) => String(447_800_000_000 + after + n);
  for (let first = 0; first < count; first += 20) {
    const messages = Array.from({ length: Math.min(20, count - first) }, (_, n) =>
      textMessage({ from: from(first + n), name: `Guest ${first + n}`, text: 'Help', at }),
    );
    shop.post(JSON.stringify(metaWebhook(messages)));
    shop.script.clock.now += 1000;
  }
}

function shopWithAnna(settings: Record<string, string> = {}) {
  const shop = new Business({ settings });
  const anna = shop.person('Anna', '447700900001');
  shop.writes(anna, 'Link');
  return { shop, anna };
}

/** Google lets only so many more requests out today. */
function leaveFetches(shop: Business, count: number): void {
  shop.script.limits.fetches = shop.script.usedToday.fetches + count;
}

/** Somebody new comes by Anna's link. */
function comes(shop: Business, anna: PersonOnPhone, n: number): PersonOnPhone {
  const friend = shop.person(`Friend ${n}`, `4477009010${10 + n}`);
  shop.writes(friend, invitationIn(shop.link(anna)));
  return friend;
}

const problems = (shop: Business) => shop.rows('Problems').map(({ Problem }) => Problem);

/** *Link* is answered by two cards. */
const CARDS = 2;

/** So many ticks are left today. */
const LEFT = 3;

/** Anna has a link, and many have written since. */
const busyDay = (() => {
  const { shop } = shopWithAnna();
  strangersWrite(shop, TICKS - LEFT - 1);
  shop.whatsapp.delivery.batch = true;
  shop.whatsapp.flush();
  shop.whatsapp.delivery.batch = false;
  return shop.save();
})();

function shopOnBusyDay() {
  const shop = new Business({ saved: busyDay });
  return { shop, anna: shop.known('Anna') };
}

describe('blue ticks', () => {
  test('as long as the day has some; everybody is answered all the same, and tomorrow they are back', () => {
    const { shop, anna } = shopOnBusyDay();
    const asks = () => fetchesOf(shop, () => expect(shop.writes(anna, 'Link')).toHaveLength(CARDS));
    for (let n = 0; n < LEFT; n++) expect(asks()).toBe(CARDS + 1);
    expect(asks()).toBe(CARDS);
    // The cache keeps nothing for longer than six hours, unless it is told again.
    for (let hours = 5; hours < 24; hours += 5) {
      shop.script.clock.now += 5 * HOUR;
      expect(asks()).toBe(CARDS);
    }
    shop.script.clock.now += 5 * HOUR;
    expect(asks()).toBe(CARDS + 1);
  });

  test('a batch has as many as are left', () => {
    const { shop } = shopOnBusyDay();
    expect(fetchesOf(shop, () => strangersWrite(shop, 20, TICKS))).toBe(20 + LEFT);
  });

  test('“typing…” in their place ends with them', () => {
    const { shop, anna } = shopOnBusyDay();
    shop.set({ 'Show typing': 'yes' });
    const fetches = Array.from({ length: LEFT + 2 }, () =>
      fetchesOf(shop, () => shop.writes(anna, 'Link')),
    );
    expect(fetches).toEqual([3, 3, 3, 2, 2]);
  });
});

describe('a day’s last fetches', () => {
  test('without ticks a referral takes two, and what does not go any more waits until tomorrow', () => {
    const { shop, anna } = shopOnBusyDay();
    strangersWrite(shop, LEFT, TICKS);
    leaveFetches(shop, 10);
    const friends = [0, 1, 2, 3, 4].map((n) => {
      // More than an hour, so that each has a notice of its own.
      shop.script.clock.now += 61 * MINUTE;
      return comes(shop, anna, n);
    });
    expect(shop.script.usedToday.fetches).toBe(shop.script.limits.fetches);
    expect(friends.map((friend) => shop.heard(friend).length)).toEqual([1, 1, 1, 1, 1]);
    expect(shop.heard(anna).filter(isNotice)).toHaveLength(5);
    expect(problems(shop)).toEqual([]);

    shop.script.clock.now += 61 * MINUTE;
    const late = comes(shop, anna, 5);
    expect(shop.heard(late)).toEqual([]);
    expect(shop.row(late)['Invited by']).toBe(anna.phone);
    expect(shop.row(late).Notice).toMatch(/^not yet: Google lets no more out today/);
    expect(shop.pending()).toHaveLength(1);
    expect(problems(shop)).toEqual(['Nothing can be sent: Google lets no more out today']);
    expect(shop.rows('Problems')[0]?.['What to do']).toMatch(/^You need not do anything: /);

    shop.script.clock.now += 6 * HOUR;
    shop.wait(2 * MINUTE);
    expect(shop.heard(anna).filter(isNotice)).toHaveLength(6);
    expect(shop.row(late).Notice).toMatch(/^told /);
    expect(shop.pending()).toEqual([]);
  });

  test('nobody tries at every message while there are none', () => {
    const { shop, anna } = shopWithAnna();
    leaveFetches(shop, 0);
    shop.writes(anna, 'Link');
    const before = shop.script.executions.filter(({ calls }) => calls.fetch).length;
    strangersWrite(shop, 20);
    expect(shop.script.executions.filter(({ calls }) => calls.fetch)).toHaveLength(before);
    expect(shop.pending().length).toBeGreaterThan(0);
    shop.script.clock.now += DAY / 2;
    shop.wait(10 * MINUTE);
    expect(shop.pending()).toEqual([]);
  });
});
