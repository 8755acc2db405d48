/** What the rules decide: rows to write, messages to send. */
import type { Address, Body, Client } from './model';

/** A message to send. */
export interface Planned {
  to: Address;
  body: Body;
  /** An answer to the sender, the notice of a new referral, the telling of those that waited, or news of rewards. */
  kind: 'answer' | 'notice' | 'telling' | 'rewards';
  /** The invitees that a notice tells of. Their *Notice* cells follow what becomes of it. */
  about: Client[];
  /** Who is told by a notice. */
  inviter: Client | null;
}

export interface Decision {
  changes: { client: Client; set: Partial<Client> }[];
  /** A new row. */
  added: Client | null;
  messages: Planned[];
  /** What becomes of the notices that wait (or of those that failed), one text for all of them; null leaves them. */
  waiting: string | null;
  /** An inviter to whom the notices that wait are to be told together, in a little while. */
  tellSoon: Client | null;
  /** Whether the help was sent, which happens at most once an hour. */
  helped: boolean;
  /** Whether the sender has confirmed that they want to be forgotten. */
  forget: boolean;
}

/** A decision with nothing in it yet. */
export function nothing(): Decision {
  return {
    changes: [],
    added: null,
    messages: [],
    waiting: null,
    tellSoon: null,
    helped: false,
    forget: false,
  };
}
