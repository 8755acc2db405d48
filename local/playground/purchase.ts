/** A purchase as a till or an app notes it: a row at the end of the tab *Purchases*, of which no edit tells. */
import { type Fields, nothingElse, optionalText, text } from './fields';
import { digits, find } from './people';
import type { Playground } from './playground';
import { orRefuse, Refusal } from './refusal';

const TAB = 'Purchases';

/** `POST /local/purchase` `{from, amount?, what?}`: somebody buys something. The one-minute trigger looks at it. */
export function addPurchase(playground: Playground, fields: Fields): { row: number } {
  nothingElse(fields, 'from', 'amount', 'what');
  const hand = playground.script.spreadsheet;
  if (!hand.sheetNames().includes(TAB)) {
    throw new Refusal(
      `There is no tab ${TAB} yet. Write into the tab Settings what friend or inviter get: a minute later it is there.`,
    );
  }
  const who = text(fields, 'from');
  const buyer = find(playground, who);
  const purchase = {
    Phone: buyer ? (buyer.phone ?? buyer.userId) : digits(who),
    Amount: optionalText(fields, 'amount') ?? '',
    What: optionalText(fields, 'what') ?? '',
  };
  playground.act('A purchase', () => orRefuse(() => hand.fill(TAB, [purchase])));
  return { row: hand.rows(TAB).length };
}
