/** What has to be known about a message before the rules can decide. */
import type { Client, Limits } from './model';

/** The time, as the owner's spreadsheet shows it. */
export interface Clock {
  /** Milliseconds. */
  now: number;
  /** A date as the owner writes dates. */
  day(at: number): string;
  /** A date and time for the sheet's own remarks. */
  minute(at: number): string;
}

export interface Facts {
  clock: Clock;
  limits: Limits;
  sender: Client | null;
  /** Whom the invitation names. */
  inviter: Client | null;
  /** Whether the inviter was invited by the sender, directly or through others. */
  senderIsAncestor: boolean;
  /** Rows whose notice waits for the sender to write. */
  waiting: Client[];
  /** Rows whose notice this very message was about to send when it was cut off. */
  unfinished: Client[];
  /** Refs of what this message has sent already, as far as the provider is known to have accepted it. */
  accepted: readonly string[];
  /** For *My referrals*: how many there are, and the newest of them. */
  referrals: { count: number; newest: Client[] };
  /** Whether the sender has written so much lately that nothing is answered any more. */
  muted: boolean;
  /** Whether the sender got the help within the last hour. */
  helpedLately: boolean;
  /** Whether the message comes out of the pending store. */
  resumed: boolean;
  /** A code for the sender's row, should it be new. */
  newCode: string;
}
