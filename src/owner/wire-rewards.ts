/** What the pages and the script tell each other about rewards. Types only. */
import type { Meant, Verdict } from '../program/rewards/verdict';

/** One row of the Rewards tab. */
export type WireReward = [
  row: number,
  key: string,
  who: string,
  name: string,
  forWhat: string,
  side: string,
  reward: string,
  state: string,
  why: string,
  since: number | null,
  readyOn: number | null,
  givenOn: number | null,
  coupon: string,
  told: string,
  known: string,
];

export interface RewardsOverview {
  /** Rows below the header. */
  rows: number;
  /** The rows at the end of the tab. */
  newest: WireReward[];
  /** Rewards that are ready or flagged, wherever they stand: the last ones of them. */
  open: WireReward[];
  /** How many there are of them. */
  openRows: number;
  /** Whether the ledger is too large for the page: it shows the newest rows. */
  large: boolean;
  timeZone: string;
  /** The script's clock. */
  now: number;
}

/** Rewards that were found: how many there are, and the newest of them. */
export interface FoundRewards {
  all: number;
  newest: WireReward[];
}

/** What became of rewards that the owner judged: as they are now, and why some were left as they were. */
export interface JudgedRewards {
  rewards: WireReward[];
  left: string[];
}

/** How the rewards do. */
export interface RewardsState {
  /** Ready and not given, coupons apart; and since when the oldest of them is ready. */
  toGive: number;
  oldest: number | null;
  flagged: number;
  /** Rewards for which there was no coupon. */
  lackCoupon: number;
  /** Codes in stock; null where no reward is a coupon. */
  coupons: number | null;
  /** Purchases that wait to be counted. */
  unanswered: number;
  /** The script's clock. */
  now: number;
}

/** About rewards and purchases. */
export interface RewardsApi {
  rewardsOverview(): RewardsOverview;
  rewardRows(from: number, count: number): WireReward[];
  /**
   * Looks through a ledger that is too large for the page: the newest 500 at most.
   *
   * @param typed parts of name, number, reward or coupon
   * @param state '' for every state
   * @param from the first day, as `2026-12-31`; '' for open
   * @param to the last day; '' for open
   */
  findRewards(typed: string, state: string, from: string, to: string): FoundRewards;
  /** @param keys every number and id of a client */
  rewardsOf(keys: string[]): WireReward[];
  /** Gives, refuses or clears up to 100 rewards. @throws when a refusal has no reason */
  judge(meant: Meant[], verdict: Verdict, why: string): JudgedRewards;
  /** Null where no reward is set. */
  rewardsState(): RewardsState | null;
  /** Notes a purchase and counts it. @returns what stands in its *Result* */
  notePurchase(phone: string, amount: string, what: string): string;
}
