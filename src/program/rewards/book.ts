/** What the program needs of wherever rewards are kept. The tab *Rewards* is behind it, or a table of a database. */
import type { Row, ShownRows, Told, Traces } from '../base';
import type { Clock } from '../facts';
import type { Reward } from './model';

/** Rewards about which something is to be done because of what the owner wrote, or because a day has come. */
export interface ToLookOver {
  /** The owner has changed their *State*. */
  owners: Reward[];
  /** Their day has come. */
  due: Reward[];
  /** Whether there are more. */
  more: boolean;
}

/** How much waits for the owner. */
export interface Waiting {
  /** Ready and not given, coupons apart; and since when the oldest of them is ready. */
  toGive: number;
  oldest: number | null;
  flagged: number;
  /** Rewards for which there was no coupon. */
  lackCoupon: number;
}

export interface RewardBook {
  /** The last row in use. */
  lastRow(): Row;
  /** Rows that stand together, those that there are: one read. */
  readFrom(row: Row, count: number): Reward[];
  /** Rewards that are ready or flagged: the last ones of them, and how many there are. */
  findOpen(most: number): { rewards: Reward[]; all: number };
  waiting(): Waiting;
  /** Rewards whose *Who* holds a pattern, as the owner sees them. @param timeZone where the book itself does not say it */
  asShown(pattern: string, timeZone: string): ShownRows;
  /** Rewards whose key, *Who* or *For* holds a pattern, or that are for somebody of one of these names. */
  naming(pattern: string, names: string[]): Reward[];
  /** Takes somebody out of *Why*, at once. */
  takeOut(traces: Pick<Traces, 'pattern' | 'by'>): void;
  /** Rewards with one of these keys, and all of these people. */
  findRewards(keys: string[], people: string[]): Reward[];
  /** Rewards whose *Told* is one of those that are meant. */
  findTold(which: Told[]): Reward[];
  /** What the owner or the calendar has changed, at most so many of each; coupons that can be given are known then, too. */
  lookOver(clock: Clock, most: number): ToLookOver;
  /** Whether anybody waits to be told, and the first of those who have not been thought of yet. */
  toBeTold(most: number): { anybody: boolean; soon: Reward[] };
  /** Those that are still in these rows. */
  readThere(rows: Row[]): Reward[];
  /** Where a reward that was read stands; 0 for one that is only to be added. */
  rowOf(reward: Reward): Row;
  /** Everything that was found or added, as it is by now. */
  known(): Reward[];
  /** Adds one; {@link save} writes it. */
  add(reward: Reward): void;
  /** Changes one in memory; {@link save} writes it. */
  change(reward: Reward, set: Partial<Reward>): void;
  /** Writes what was added and changed; the caller flushes. The same once more completes what was cut off. */
  save(): void;
  /** Puts a remark beside the *State* of some; '' takes it away. */
  remark(rewards: Reward[], text: string): void;
  /** Somebody is known by another key from now on: their rewards, and those for their referral, follow them. */
  rename(from: string, to: string): void;
  /** By what {@link isAnyWaitingFor} finds *Told* quickly: noted while somebody waits to be told, never 0. */
  hint(): number;
}
