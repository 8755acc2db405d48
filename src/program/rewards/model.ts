/** The words of the rewards as types: what the owner promises, what was bought, what somebody gets. */
import type { Client } from '../model';

/** When a referral counts: as the friend joins, with their first purchase, or when the owner says so. */
export type CountsWhen = 'joined' | 'bought' | 'said';

/** What an inviter gets for the n-th friend that counts. */
export interface Milestone {
  friends: number;
  reward: string;
}

/** What makes the owner look at a referral first; 0 for never. */
export interface FlagLimits {
  /** More friends of one inviter than this in an hour, or in a day. */
  perHour: number;
  perDay: number;
  /** How many of the last digits of neighbouring numbers differ. */
  digits: number;
  sameName: boolean;
  hidden: boolean;
  /** Joined so soon after a message of the inviter. */
  seconds: number;
  /** Never wrote again for so long. */
  silentDays: number;
}

/** The owner's terms. Without a reward in them nothing of all this happens. */
export interface Terms {
  countsWhen: CountsWhen;
  /** '' for nothing; `coupon` for a code out of the tab *Coupons*. */
  friendGets: string;
  inviterGets: string;
  milestones: Milestone[];
  /** Days between counting and being ready. */
  waitDays: number;
  smallestPurchase: number;
  /** Per inviter; null for no limit. */
  atMostAMonth: number | null;
  atMostInAll: number | null;
  /** Days as `2026-12-31`, in the spreadsheet's time zone; '' for open. */
  runsFrom: string;
  runsUntil: string;
  paused: boolean;
  /** Canonical numbers of those who may write purchases. */
  staff: string[];
  flags: FlagLimits;
}

export const STATES = ['waiting', 'ready', 'given', 'flagged', 'refused', 'expired'] as const;

export type State = (typeof STATES)[number];

type Side = 'inviter' | 'friend' | 'milestone';

/** One row of the tab *Rewards*. Times in milliseconds, null where the cell holds no date. */
export interface Reward {
  /** `inviter:<friend>`, `friend:<friend>`, `milestone:<inviter>:<friends>`: there is never a second one. */
  key: string;
  /** Who gets it: the key of a client. */
  who: string;
  name: string;
  /** What for: the friend's name for the inviter, the inviter's for the friend, “3 friends” for a milestone. */
  for: string;
  side: Side;
  reward: string;
  /** As the cell says: the owner may have changed it. */
  state: string;
  why: string;
  since: number | null;
  /** The day from which it is ready; null while it waits for the owner's word. */
  readyOn: number | null;
  givenOn: number | null;
  coupon: string;
  /** Whether its person was told of it; written like a *Notice*. */
  told: string;
  /** The state as the program wrote it last: where `state` differs the owner has changed it. '' for a row of the owner's. */
  known: string;
}

/** One row of the tab *Purchases*, as it stands there. */
export interface Purchase {
  phone: string;
  amount: string;
  /** Milliseconds; null where there is none. */
  date: number | null;
  what: string;
  result: string;
}

/** What is known about a referral and its two people when it is looked at. */
export interface Standing {
  friend: Client;
  /** Null when the inviter's row is gone. */
  inviter: Client | null;
  /** Rewards of both, as far as they are in the ledger; those that were just decided are among them. */
  rewards: Reward[];
  /** How many direct friends of the inviter counted, this one apart. */
  countedBefore: number;
  /** The inviter's newest other friends, as far as they were read; for the evidence. */
  siblings: Client[];
}

/** What becomes of a referral, a purchase, or both. */
export interface Settled {
  /** For the purchase's *Result*; '' where there is none. */
  result: string;
  /** For the friend's row. */
  set: Partial<Client>;
  added: Reward[];
  changed: { reward: Reward; set: Partial<Reward> }[];
}

/** One row of the tab *Coupons*. */
export interface Coupon {
  code: string;
  /** The key of the reward it was given for; '' while it is in stock. */
  for: string;
  usedBy: string;
  when: number | null;
}

/** One row of the tab *Coupons*. */
export interface Coupon {
  code: string;
  /** The key of the reward it was given for; '' while it is in stock. */
  for: string;
  usedBy: string;
  when: number | null;
}
