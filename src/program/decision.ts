/** What the rules decide: rows to write, messages to send. */
import type { Address, Body, Client, Contact, Message } from './model';
import { idsOf } from './people';

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
  };
}

/** Adds an answer to the sender of a message. */
export function answer(decision: Decision, message: Message, body: Body): void {
  decision.messages.push({
    to: toSender(message.from),
    body,
    kind: 'answer',
    about: [],
    inviter: null,
  });
}

/** An answer goes to the id that came in. */
function toSender(from: Contact): Address {
  return from.waId ? { waId: from.waId } : { userId: idsOf(from)[0] ?? '' };
}
