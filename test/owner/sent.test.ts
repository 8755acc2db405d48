/** How many messages went this month: counted by kind, and not forgotten with the cache. */
import { Business, HOUR, MINUTE } from '../support/business';
import { FRIEND_JOINED } from '../support/templates';
import { ownerOf } from './owner';

/** Anna has a link by which Ben has come: two cards, a welcome and a notice. */
function shopWithReferral(settings: Record<string, string> = {}) {
  const shop = new Business({ settings });
  const anna = shop.person('Anna', '447700900001');
  const ben = shop.person('Ben', '447700900002');
  shop.invites(anna, ben);
  return { shop, anna, ben, owner: ownerOf(shop) };
}

const REFERRAL = { month: '2026-06', answers: 3, notices: 1, rewards: 0, templates: 0, free: 1000 };

test('by kind, in the sidebar and for Check set-up', () => {
  const { owner } = shopWithReferral();
  expect(owner.sentInMonth()).toEqual(REFERRAL);
  expect(owner.overview().sent).toEqual(REFERRAL);
});

test('a notice by template counts as one', () => {
  const { shop, anna, owner } = shopWithReferral({ 'Notice template': 'friend_joined' });
  shop.whatsapp.business.templates.push(FRIEND_JOINED);
  shop.wait(15 * MINUTE);
  shop.sleeps(25 * HOUR);
  const cleo = shop.person('Cleo', '447700900003');
  shop.taps(cleo, anna);
  expect(owner.sentInMonth()).toEqual({ ...REFERRAL, answers: 4, templates: 1 });
});

test('what was not accepted is not counted', () => {
  const { shop, anna, owner } = shopWithReferral();
  shop.whatsapp.weather = 'error500';
  shop.writes(anna, 'Link');
  expect(owner.sentInMonth()).toEqual(REFERRAL);
  shop.whatsapp.weather = 'fine';
  shop.wait(10 * MINUTE);
  expect(owner.sentInMonth().answers).toBe(5);
});

test('the cache forgets, the count does not: the trigger has noted it', () => {
  const { shop, anna, owner } = shopWithReferral();
  shop.wait(15 * MINUTE);
  shop.script.clock.now += 8 * HOUR;
  expect(owner.sentInMonth()).toEqual(REFERRAL);
  shop.writes(anna, 'My referrals');
  expect(owner.sentInMonth()).toEqual({ ...REFERRAL, answers: 4 });
});

test('a new month begins with nothing, where the spreadsheet is', () => {
  const { shop: inUtc } = shopWithReferral();
  inUtc.wait(15 * MINUTE);
  const saved = inUtc.save();
  saved.script.book.timeZone = 'Pacific/Auckland';
  const shop = new Business({ saved });
  // In Auckland July has begun an hour ago.
  shop.sleeps(Date.UTC(2026, 5, 30, 13) - shop.script.clock.now);
  shop.writes(shop.known('Anna'), 'My referrals');
  expect(ownerOf(shop).sentInMonth()).toEqual({
    ...REFERRAL,
    month: '2026-07',
    answers: 1,
    notices: 0,
  });
});

test('Green-API bills no messages: there is nothing free to count against', () => {
  const shop = new Business({ provider: 'green' });
  shop.writes(shop.person('Anna', '447700900001'), 'Link');
  expect(ownerOf(shop).sentInMonth()).toMatchObject({ answers: 2, free: null });
});
