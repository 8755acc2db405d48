/** What the rules decide: rows to write, messages to send. */
import type { Address, Body, Client, Contact, Message } from './model';
import { idsOf } from './people';
import { answerRef, tokenOf } from './token';

/** A message to send, and, for a notice, the row that it tells of. */
export interface Planned {
  to: Address;
  body: Body;
  ref: string;
  /** The invitee whose *Notice* cell this message decides. */
  notice?: Client;
}

export interface Decision {
  changes: { client: Client; set: Partial<Client> }[];
  /** A new row. */
  added: Client | null;
  messages: Planned[];
  /** Whether the help was sent, which happens at most once an hour. */
  helped: boolean;
}

/** Adds an answer to the sender of a message. */
export function answer(decision: Decision, message: Message, body: Body): void {
  const number = decision.messages.filter((planned) => planned.notice === undefined).length;
  const ref = answerRef(tokenOf(message.key), number);
  decision.messages.push({ to: toSender(message.from), body, ref });
}

/** An answer goes to the id that came in. */
function toSender(from: Contact): Address {
  return from.waId ? { waId: from.waId } : { userId: idsOf(from)[0] ?? '' };
}
