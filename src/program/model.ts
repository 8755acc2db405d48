/** The words of the program as types: who writes, what arrived, what is known, what goes out. */

/** Someone on WhatsApp as a provider names them; at least one of the two ids is there. */
export interface Contact {
  /** The number in WhatsApp's own form, digits only. Missing for people who hide it behind a username. */
  waId?: string;
  /** The business-scoped id, for example `US.13491208655302741918`; at Telegram `tg:` and the user's number. */
  userId?: string;
  name?: string;
}

/** A contact card with somebody whom a row may stand for. */
export interface Card {
  /** Their number, digits, or their id. */
  key: string;
  name: string;
}

/** A message that a client wrote. */
export interface Message {
  kind: 'message';
  /** The provider's id: the same for every redelivery. */
  key: string;
  /** When it was written, in milliseconds. */
  at: number;
  from: Contact;
  /** What was written; the caption of a picture; '' where there is none. */
  text: string;
  /** The contact card that was shared. */
  card?: Card;
  /** The id of the reply button that was pressed. */
  button?: string;
  /** What the link that opened the chat carried out of sight; '' when it carried nothing. Only where links can. */
  start?: string;
  /** False for what wants no answer: reactions, edits, stickers that were taken back. */
  answerable: boolean;
}

/** The provider's word that a message of ours will not arrive. */
export interface Failure {
  kind: 'failure';
  key: string;
  at: number;
  /** What {@link Outgoing.ref} was. */
  ref: string;
  reason: Reason;
}

/** A client's wish about messages that the business begins, told by WhatsApp itself. */
export interface Preference {
  kind: 'preference';
  key: string;
  at: number;
  from: Contact;
  wants: 'stop' | 'start';
}

/** A client changed number or business-scoped id. */
export interface Moved {
  kind: 'moved';
  key: string;
  at: number;
  from: Contact;
  to: Contact;
}

/** It is time to tell an inviter of the referrals that wait for them: our own doing, kept like what arrives. */
export interface Telling {
  kind: 'telling';
  key: string;
  at: number;
  /** The inviter. */
  from: Contact;
}

/** It is time to tell somebody of their rewards: our own doing as well. */
interface Rewarding {
  kind: 'rewarding';
  key: string;
  at: number;
  /** Whose rewards they are. */
  from: Contact;
}

/** Somebody is to be forgotten: our own doing, kept until nothing tells of them any more. */
export interface Forgetting {
  kind: 'forgetting';
  key: string;
  at: number;
  from: Contact;
  /** Other numbers and ids that they were known by. */
  keys: string[];
  /** By which their row tells that this very wish was fulfilled. */
  token: string;
  /** A second look a little later, for what was under way at the time of the first. */
  again?: true;
}

/** What can arrive and has to be handled. */
export type Update = Message | Failure | Preference | Moved | Telling | Rewarding | Forgetting;

/** Something that the provider tells the owner, and that no message is about. */
export interface Trouble {
  kind: 'trouble';
  problem: { what: string; toDo: string; unpaid?: true };
}

/** The provider's word that a message of ours was sent, delivered or read. */
export interface Receipt {
  kind: 'receipt';
  ref: string;
  /** It was delivered or read, not only sent on its way. */
  arrived?: boolean;
}

/** Somebody of the business has written to a person themselves, on the phone: no message of the program's. */
export interface Echo {
  kind: 'echo';
  /** When, in milliseconds. */
  at: number;
  to: Contact;
}

/** All that a webhook can hold. */
export type Received = Update | Receipt | Trouble | Echo;

/** Why a message did not go, by what can be done about it. */
export interface Reason {
  meaning:
    | 'later' // the provider is busy or out of reach: try again
    | 'broken' // the set-up is broken: the owner has to act
    | 'refused' // this message will never go
    | 'window' // the 24-hour window is closed
    | 'stopped' // the person wants no such messages
    | 'template' // the approved template does not work now, or not for this person: the notice waits
    | 'unknown'; // it may have gone: nobody answered
  /** For the owner, with the provider's code. */
  text: string;
  /**
   * What the owner can do about it, where the program knows. With `template` it tells a template that does not work
   * (the owner is told, once) from one that WhatsApp holds back from this person only, about which nobody can do
   * anything.
   */
  toDo?: string;
  /** The provider wants to be paid first: nothing goes, or arrives, until it is. */
  unpaid?: true;
  /** How long to wait at least, in milliseconds. */
  waitMs?: number;
}

/** One row of the base. Times are in milliseconds, null where the cell holds no date. */
export interface Client {
  /** Canonical digits, or '' for someone whose number is not visible. */
  phone: string;
  name: string;
  /** The inviter's phone, or id where the inviter has none; '' for nobody. */
  invitedBy: string;
  inviterName: string;
  joined: number | null;
  lastMessage: number | null;
  notice: string;
  note: string;
  code: string;
  /** What the provider calls this person: a number in WhatsApp's form, a business-scoped id, or both. */
  ids: string[];
  stopped: number | null;
  /** Whether the referral counts for rewards: see rewards/counts.ts. '' where there are none. */
  counts: string;
  /** What is unusual about the referral, for the owner. */
  check: string;
}

/** Where a message goes. */
export type Address = Pick<Contact, 'waId' | 'userId'>;

export type Body =
  | { kind: 'text'; text: string }
  /** A card with one button that opens a link. */
  | { kind: 'card'; text: string; button: string; url: string }
  /** A text with reply buttons. */
  | { kind: 'choices'; text: string; buttons: { id: string; title: string }[] }
  /** The approved message that may also go outside the 24-hour window. */
  | { kind: 'template'; name: string; language: string; values: string[] };

/** A message to send. */
export interface Outgoing {
  to: Address;
  body: Body;
  /** Comes back in the provider's reports: `<token of the update>.<n notice | a answer><number>`. */
  ref: string;
}

/** How long a text may be with the provider in use, in characters. */
export interface Limits {
  /** How long after a person's last message they may be written to without a template, in milliseconds. */
  window: number;
  text: number;
  card: number;
  button: number;
}
