/** A shop where Anna has a link and Ben is about to come by it, for the limits of the spreadsheet. */
import type { Business } from '../support/business';
import { expectEveryoneTold, expectWhole, settle } from './invariants';
import { type Cast, invitation, staged } from './stories';

const stage = {
  name: 'limits: Anna has a link',
  before: (shop: Business, { anna }: Cast) => void shop.writes(anna, 'Link'),
};

export function here() {
  const { shop, cast } = staged(stage);
  return { shop, ...cast, sheet: shop.script.spreadsheet };
}

/** Somebody comes by an inviter's link; the status that WhatsApp gets. */
export function comes(shop: Business, who: Cast['ben'], inviter: Cast['anna']): number | undefined {
  return shop.whatsapp.write(who.key, { text: invitation(inviter) })[0]?.status;
}

/** What the owner finds in Problems. */
export function problems(shop: Business): string {
  return shop
    .rows('Problems')
    .map((row) => row.Problem)
    .join('\n');
}

/** All that was kept is handled, and Ben is Anna's referral as if nothing had happened. */
export function expectGoodEnd(shop: Business, ben: Cast['ben'], anna: Cast['anna']): void {
  settle(shop);
  expectWhole(shop);
  expectEveryoneTold(shop);
  expect(shop.row(ben)['Invited by']).toBe(anna.phone);
}
