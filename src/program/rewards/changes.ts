/** How a reward goes from state to state: as time passes, by the owner's hand, and when a coupon is there. */
import type { Clock } from '../facts';
import type { Client } from '../model';
import { NEVER_WROTE, neverWroteAgain } from './evidence';
import { inState, isCoupon, isDue } from './ledger';
import { type Coupon, type FlagLimits, type Reward, STATES, type State } from './model';

/** Where the owner may send a reward from each state; what was given stays given. */
export const MAY_BECOME: Record<State, readonly State[]> = {
  waiting: ['ready', 'given', 'flagged', 'refused', 'expired'],
  ready: ['waiting', 'given', 'flagged', 'refused', 'expired'],
  flagged: ['waiting', 'ready', 'given', 'refused', 'expired'],
  refused: ['waiting', 'ready', 'given', 'expired'],
  expired: ['waiting', 'ready', 'given', 'refused'],
  given: [],
};

/** What the program writes into *Why* when a reward arises. */
const ORIGIN = /^(?:joined|you said so|bought (?:for \S.* )?on \d{4}-\d\d-\d\d(?:, [^;]*)?)$/;

const REASON_WANTED =
  'Write the reason into Why, in front of what is there or instead of it: until then it is not refused.';

/** Why *Why* of a reward without a coupon says so. */
export const NO_COUPON = 'no coupon left: add codes to the tab Coupons';

/** What becomes of a change that the owner made by hand. */
interface OwnersChange {
  set: Partial<Reward>;
  /** For the note of the *State* cell; '' takes an older one away. */
  note: string;
}

/**
 * The owner has written another state into the cell.
 *
 * @returns null when nothing was changed
 */
export function ownersChange(reward: Reward, clock: Clock): OwnersChange | null {
  const wish = reward.state.trim().toLowerCase();
  const { known } = reward;
  if (wish === known || !isState(known)) return null;
  if (!isState(wish)) {
    const words = STATES.join(', ');
    return putBack(known, `“${reward.state}” is not a state. Use one of: ${words}.`);
  }
  if (!MAY_BECOME[known].includes(wish)) {
    return putBack(known, `A reward that is ${known} cannot become ${wish}.`);
  }
  if (wish === 'refused' && !hasReason(reward)) return { set: {}, note: REASON_WANTED };
  return { set: inState(reward, wish, clock), note: '' };
}

/** Whether *Why* tells more than what the reward arose from: what looked unusual, or words of the owner's. */
function hasReason({ why }: Reward): boolean {
  return why.trim() !== '' && !ORIGIN.test(why.trim());
}

function putBack(state: State, note: string): OwnersChange {
  return { set: { state }, note };
}

function isState(text: string): text is State {
  return (STATES as readonly string[]).includes(text);
}

/**
 * The day has come.
 *
 * @param friend whoever the reward is for; null when their row is gone or was not asked for
 * @returns null when nothing changes
 */
export function passTime(
  reward: Reward,
  friend: Client | null,
  flags: FlagLimits,
  clock: Clock,
): Partial<Reward> | null {
  const { state, known, readyOn } = reward;
  if (state !== 'waiting' || known !== 'waiting' || readyOn === null) return null;
  if (!isDue(readyOn, clock)) return null;
  if (reward.why === 'joined' && friend && neverWroteAgain(friend, clock.now, flags)) {
    return { ...inState(reward, 'flagged', clock), why: `${reward.why}; look: ${NEVER_WROTE}` };
  }
  return inState(reward, 'ready', clock);
}

/** A reward that is ready for a coupon: what changes in its row, and the coupon, if there was one. */
interface HandedOut {
  reward: Reward;
  set: Partial<Reward>;
  coupon: Coupon | null;
}

/**
 * Coupons for the rewards that are ready for one, the oldest first. A coupon that was marked for a reward before is that
 * reward's, whether or not it has reached its row.
 *
 * @param coupons the stock, and whatever is marked for one of these rewards
 * @returns what changes, in pairs; a reward without a coupon says so
 */
export function handOut(rewards: Reward[], coupons: Coupon[], clock: Clock): HandedOut[] {
  const stock = coupons.filter((one) => one.for === '' && one.code !== '');
  const waiting = rewards.filter((one) => isCoupon(one) && one.known === 'ready');
  return waiting
    .sort((a, b) => (a.since ?? 0) - (b.since ?? 0))
    .flatMap((reward): HandedOut[] => {
      const marked = coupons.find((one) => one.for === reward.key);
      // A code that nobody marked is the owner's doing.
      const isOwners = reward.coupon !== '' && !marked;
      const coupon = isOwners ? null : (marked ?? stock.shift() ?? null);
      if (!coupon) {
        const said = isOwners || reward.why.includes(NO_COUPON);
        const why = [reward.why, NO_COUPON].filter(Boolean).join('; ');
        return said ? [] : [{ reward, set: { why }, coupon: null }];
      }
      const with_ = { ...reward, coupon: coupon.code };
      const why = reward.why.replace(`; ${NO_COUPON}`, '').replace(NO_COUPON, '');
      const set = { ...inState(with_, 'given', clock), coupon: coupon.code, why };
      return [{ reward, set, coupon }];
    });
}
