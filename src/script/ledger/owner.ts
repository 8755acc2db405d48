/** A purchase that is noted on a page, at the counter. */
import { readPhone } from '../../program/phone';
import { NOT_A_NUMBER } from '../../program/rewards/purchases';
import { hasRewards } from '../../program/rewards/terms';
import { locked } from '../lock';
import { freshMark } from '../notes';
import { openScript } from '../program';
import { REWARDS_EDITED } from '../properties';
import type { Services } from '../services';
import { notePurchase as note } from './sale';

/**
 * Notes a purchase and counts it.
 *
 * @param amount as written; '' where there is none
 * @returns what it comes to, in the words of the column *Result*
 * @throws {Busy} when others hold the lock too long, and an Error when no reward is set
 */
export function notePurchase(
  services: Services,
  phone: string,
  amount: string,
  what: string,
): string {
  const digits = readPhone(phone);
  if (!digits) return NOT_A_NUMBER;
  const script = openScript(services);
  if (!hasRewards(script.program.settings.terms)) {
    throw new Error(
      'No reward is set: write what a friend or an inviter gets into the tab Settings.',
    );
  }
  const sold = { phone: digits, amount, what, date: services.now() };
  const { result, toTell } = locked(services, () => note(sold, script));
  if (toTell.length) lookSoon(services);
  return result;
}

/** The trigger looks at everything, and tells whoever is to be told. */
function lookSoon(services: Services): void {
  services.properties.setProperty(REWARDS_EDITED, freshMark(services));
}
