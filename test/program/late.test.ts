/** Messages that arrive out of order: a new one is answered, an old one that was followed up is taken for a second delivery. */
import { textMessage } from '../../local/whatsapp/meta/webhooks';
import { Business, HOUR, MINUTE } from '../support/business';

/** Anna's *Link*, delivered so long after she wrote it, and what she gets; in between she may have written again. */
function linkAfter(ms: number, { followedUp }: { followedUp: boolean }) {
  const shop = new Business();
  const anna = shop.person('Anna', '447700900001');
  shop.writes(anna, 'Link');
  shop.sleeps(HOUR);
  const first = textMessage({
    from: anna.phone ?? '',
    id: 'wamid.first',
    text: 'Link',
    at: shop.script.clock.now,
  });
  shop.sleeps(MINUTE);
  if (followedUp) shop.writes(anna, 'My referrals');
  shop.sleeps(ms - MINUTE);
  const before = shop.heard(anna).length;
  shop.whatsapp.happen(first);
  shop.whatsapp.pump();
  return shop.heard(anna).slice(before);
}

const LINK = /^Your referral link, /;

test.each([
  ['within five minutes it is answered, whatever came before it', 5 * MINUTE - 1000, true, true],
  ['after five minutes it is not, when a later one was there', 5 * MINUTE + 1000, true, false],
  ['after five minutes it is, when none was', 5 * MINUTE + 1000, false, true],
  ['within six hours it is, when none was', 6 * HOUR - 1000, false, true],
  ['after six hours it is not', 6 * HOUR + 1000, false, false],
])('%s', (_name, ms, followedUp, answered) => {
  const [answer] = linkAfter(ms, { followedUp });
  if (answered) expect(answer).toMatch(LINK);
  else expect(answer).toBeUndefined();
});
