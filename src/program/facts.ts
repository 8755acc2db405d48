/** What has to be known about a message before the rules can decide. */
import type { Client, Limits } from './model';
import type { Shown } from './own-columns';
import type { Reward } from './rewards/model';
import type { TopLine } from './top';

/** The time, as the owner's spreadsheet shows it. */
export interface Clock {
  /** Milliseconds. */
  now: number;
  /** A date as the owner writes dates. */
  day(at: number): string;
  /** A date and time for the sheet's own remarks. */
  minute(at: number): string;
}

/** Some rows, and how many there are in all. */
export interface Some {
  count: number;
  /** The newest of them. */
  rows: Client[];
}

export interface Facts {
  clock: Clock;
  limits: Limits;
  sender: Client | null;
  /** Whom the invitation names. */
  inviter: Client | null;
  /** Whether the invitation names somebody who was forgotten. */
  inviterForgotten: boolean;
  /** Whether the inviter was invited by the sender, directly or through others. */
  senderIsAncestor: boolean;
  /** Invitees whose notice waits for the sender to write. */
  waiting: Some;
  /** Whether the inviter has had a notice within the last hour: further ones are told together. */
  toldLately: boolean;
  /** For *My referrals* and *My data*. */
  referrals: Some;
  /** For *My rewards* and *My data*: all of the sender's. */
  rewards: Reward[];
  /** For *Top*: who brought the most friends this month, the best first. */
  top: TopLine[];
  /** What came of a purchase that the sender, one of the staff, has written. */
  saleResult: string;
  /** Whether the sender got the help within the last hour. */
  helpedLately: boolean;
  /** Whether somebody of the business has just written to the sender themselves. */
  personTalks: boolean;
  /** What columns of the owner's show of a client. */
  shown: Shown;
  /** A code for the sender's row, should it be new. */
  newCode: string;
}
