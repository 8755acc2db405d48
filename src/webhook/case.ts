/** An update on its way through: what it wants, what is known of its handling, and what it comes to. */
import type { Planned } from '../program/decision';
import { type Intent, readIntent } from '../program/intent';
import type { Client, Contact, Update } from '../program/model';
import type { Settings } from '../program/settings';
import type { Sent } from '../script/sent';
import type { Kept } from './journal';
import { NO_TICKS, type Ticks } from './ticks';

/** An update to be handled. */
export interface Case {
  kept: Kept;
  update: Update;
  /** For messages. */
  intent: Intent | null;
  /** Somebody had begun with it before, and was cut off. */
  again: boolean;
  /** Its sender has written so much that nothing is answered any more. */
  muted: boolean;
  /** Its sender got the help within the last hour. */
  helpedLately: boolean;
  /** Somebody of the business has just written to its sender themselves. */
  personTalks: boolean;
  /** The inviter that it names was told of somebody within the last hour. */
  toldLately: boolean;
  /** Its sender has written within the last hours. */
  known: boolean;
  /** Blue ticks that went today, as the cache knew when the case was taken up. */
  ticks: Ticks;
  /** What went this month, as the cache knew then. */
  sent: Sent | null;
}

/** A message to send, under the name that comes back in the provider's reports. */
export interface Sending extends Planned {
  ref: string;
  /** Whose rewards it tells of: their key in the ledger. */
  rewards?: string;
}

/** What a case comes to. */
export interface Outcome {
  one: Case;
  sendings: Sending[];
  /** Whether the help is among them. */
  helped: boolean;
  /** An inviter who is to be told in a little while. */
  tellSoon: Client | null;
  /** Answers that were left out because they would come too late. */
  late: boolean;
  /** The row of whoever it is from. */
  person: Client | null;
  /** People who are to be told of rewards after this, by their keys. */
  rewarded: string[];
  /** Whoever is to be forgotten after this, by all that they are known by. */
  forgets?: { from: Contact; keys: string[] };
}

/** What the cache remembers about people; without it everybody is treated as if it were the first time. */
export interface Memory {
  muted(update: Update): boolean;
  helpedLately(update: Update): boolean;
  personTalks(update: Update): boolean;
  toldLately(intent: Intent | null): boolean;
  known(update: Update): boolean;
  ticks: Ticks;
  sent: Sent | null;
}

/** An update, taken apart. */
export function caseOf(kept: Kept, again: boolean, settings: Settings, memory: Memory): Case {
  const { update } = kept;
  const intent = update.kind === 'message' ? readIntent(update, settings) : null;
  return {
    kept,
    update,
    intent,
    again,
    muted: memory.muted(update),
    helpedLately: memory.helpedLately(update),
    personTalks: memory.personTalks(update),
    toldLately: memory.toldLately(intent),
    known: memory.known(update),
    ticks: memory.ticks,
    sent: memory.sent,
  };
}

/** For updates that were kept by others. */
export const NO_MEMORY: Memory = {
  muted: () => false,
  helpedLately: () => false,
  personTalks: () => false,
  toldLately: () => false,
  known: () => false,
  ticks: NO_TICKS,
  sent: null,
};
