/** What the owner's pages ask of the ledger: a list of rewards, changes of their states, a purchase noted at the counter. */
import { readPhone } from '../../program/phone';
import { ownersChange } from '../../program/rewards/changes';
import type { ChangedReward, Reward, RewardFilter } from '../../program/rewards/model';
import { NOT_A_NUMBER } from '../../program/rewards/purchases';
import { hasRewards } from '../../program/rewards/terms';
import { locked } from '../lock';
import { freshMark } from '../notes';
import { openProgram, type Script } from '../program';
import { REWARDS_EDITED } from '../properties';
import type { Services } from '../services';
import { giveCoupons } from './coupons';
import { LedgerDesk } from './desk';
import { notePurchase as note } from './sale';
import { withTabs } from './set-up';

/** Rewards are read in pieces of so many rows. */
const ROWS_READ = 20_000;

/** The rewards of the ledger that fit, the newest first; none where no reward is set. It takes no lock. */
export function listRewards(services: Services, filter: RewardFilter = {}): Reward[] {
  const script = open(services);
  if (!hasRewards(script.program.settings.terms)) return [];
  return withTabs(script, () => {
    const { rewards } = new LedgerDesk(script);
    const last = rewards.lastRow();
    for (let top = 2; top <= last; top += ROWS_READ) {
      const height = Math.min(ROWS_READ, last - top + 1);
      rewards.read(Array.from({ length: height }, (_, index) => top + index));
    }
    const fitting = rewards.known().filter((one) => one.key !== '' && fits(one, filter));
    return fitting.sort((a, b) => (b.since ?? 0) - (a.since ?? 0));
  });
}

/**
 * Sends rewards to another state, as the owner does in the sheet; whoever has to hear of it does so within two minutes.
 *
 * @param why is added to *Why*; a refusal needs one
 * @throws {Busy} when others hold the lock too long
 */
export function changeRewards(
  services: Services,
  keys: string[],
  state: string,
  why: string,
): ChangedReward[] {
  const script = open(services);
  const changed = locked(services, () =>
    withTabs(script, () => {
      const desk = new LedgerDesk(script);
      const rewards = desk.rewards.findRewards(keys, []);
      const done = keys.map((key) => {
        const reward = rewards.find((one) => one.key === key);
        return reward ? change(reward, state, why, desk) : { key, state: '', problem: GONE };
      });
      giveCoupons(desk);
      desk.save();
      return done.map((one) => ({
        ...one,
        state: rewards.find(({ key }) => key === one.key)?.state ?? '',
      }));
    }),
  );
  lookSoon(services);
  return changed;
}

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
  const script = open(services);
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

const GONE = 'It is not in the tab Rewards any more.';

function change(reward: Reward, state: string, why: string, desk: LedgerDesk): ChangedReward {
  const { key, known } = reward;
  const wish = { ...reward, state, why: state === 'refused' ? why : reward.why };
  const { set, note: problem } = ownersChange(wish, desk.clock) ?? { set: {}, note: '' };
  if (problem) return { key, state: known, problem };
  const reasons = [reward.why, why.trim()].filter(Boolean).join('; ');
  desk.rewards.change(reward, { ...set, why: reasons });
  return { key, state: reward.state, problem: '' };
}

function fits({ state, who, since }: Reward, filter: RewardFilter): boolean {
  const { states, from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = filter;
  if (states && !states.includes(state)) return false;
  if (filter.who !== undefined && who !== filter.who) return false;
  return (since ?? 0) >= from && (since ?? 0) < to;
}

function open(services: Services): Script {
  const store = services.properties.getProperties();
  return { program: openProgram(store, services), services, store };
}

/** The trigger looks at everything, and tells whoever is to be told. */
function lookSoon(services: Services): void {
  services.properties.setProperty(REWARDS_EDITED, freshMark(services));
}
