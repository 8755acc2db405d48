/**
 * What becomes of rewards when somebody is forgotten: they stay in the ledger, so that what was given can still be
 * counted, and nothing is given twice; nothing in them tells who it was.
 */
import type { Purchase, Reward } from './model';

/** What a reward arose from, without what was bought; or that it was forgotten before. */
const ORIGIN = /^(?:forgotten|joined|you said so|bought (?:for \S.*? )?on \d{4}-\d\d-\d\d)/;

const OPEN = ['waiting', 'ready', 'flagged'];

/** Whoever is forgotten. */
export interface Gone {
  /** All that they were known by, and what stands in its place. */
  traces: RegExp;
  by: string;
  /** What they were called. */
  names: string[];
  /** Everybody whom they have invited. */
  friends: Set<string>;
}

/** What changes in a reward that has to do with them. */
export function forgottenReward(reward: Reward, gone: Gone): Partial<Reward> {
  const swap = (text: string) => text.replace(gone.traces, gone.by);
  const [key, who, told] = [reward.key, reward.who, reward.told].map(swap) as [
    string,
    string,
    string,
  ];
  const theirs = who === gone.by;
  const isAboutThem = key.endsWith(`:${gone.by}`) || theirs;
  const [, friend = ''] = /^friend:(.*)$/.exec(key) ?? [];
  const namesThem = gone.names.includes(reward.for) && gone.friends.has(friend);
  const open = theirs && OPEN.includes(reward.known);
  return {
    key,
    who,
    told: theirs && /^waits /.test(told) ? '' : told,
    ...(theirs && { name: '' }),
    ...((key === `inviter:${gone.by}` || namesThem) && { for: '' }),
    ...(isAboutThem && { why: ORIGIN.exec(reward.why)?.[0] ?? '' }),
    ...(open && { state: 'expired', known: 'expired', why: 'forgotten' }),
  };
}

/** What changes in a purchase that was theirs, or that counted for them. */
export function forgottenPurchase(
  purchase: Purchase,
  isTheirs: boolean,
  gone: Gone,
): Partial<Purchase> {
  if (isTheirs) return { phone: gone.by, what: '' };
  const [, name = ''] = /^counts for ([^;#]*)/.exec(purchase.result) ?? [];
  if (!gone.names.includes(name.trim())) return {};
  return { result: purchase.result.replace(name.trim(), 'somebody') };
}
