/** What is known and what is decided so far while one update is looked at: all that a rule needs, in one object. */
import type { Decision } from './decision';
import type { Facts } from './facts';
import type { Address, Body, Contact, Message } from './model';
import { idsOf } from './people';
import type { Settings } from './settings';
import { clip } from './wording';

export interface Deciding {
  facts: Facts;
  /** With the texts as whoever is written to gets them. */
  settings: Settings;
  /** Grows as rule after rule is applied. */
  decision: Decision;
}

/** A message's turn. */
export interface Turn extends Deciding {
  message: Message;
  /** The number behind a command that has to be confirmed; '' where there is none. */
  confirmation: string;
}

/** Adds an answer to the sender. */
export function answer({ decision, message }: Turn, body: Body): void {
  decision.messages.push({
    to: toSender(message.from),
    body,
    kind: 'answer',
    about: [],
    inviter: null,
  });
}

/** Adds an answer that is a text, cut where the provider takes no more. */
export function answerText(turn: Turn, text: string): void {
  answer(turn, { kind: 'text', text: clip(text, turn.facts.limits.text) });
}

/** An answer goes to the id that came in. */
function toSender(from: Contact): Address {
  return from.waId ? { waId: from.waId } : { userId: idsOf(from)[0] ?? '' };
}
