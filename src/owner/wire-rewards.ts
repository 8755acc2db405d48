/** What the pages and the script tell each other about rewards. Types only. */

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
