/** What connecting a provider takes: what the owner enters, and the questions that are asked with it. One object per provider. */
import type { Settings } from '../program/settings';
import type { HttpAnswer, HttpRequest, Verdict } from './provider';

/** Texts by the name of a setting or of a Script Property; secrets are among them. */
export type Values = Record<string, string>;

/** What the provider knows of the number. */
export interface Account {
  name: string;
  /** Digits; '' where the provider does not tell. */
  number: string;
  /** How welcome the number's messages are, or ''. */
  quality: string;
  /** Settings that the account tells by itself. */
  settings?: Values;
}

/** Where the provider is to deliver what clients write. */
export interface Hook {
  /** The web app's address with its key. */
  address: string;
  /** What the handshake has to bring along. */
  key: string;
}

/** Asks the provider. @throws with the provider's own reason */
export type Ask = (request: HttpRequest) => Json;
// biome-ignore lint/suspicious/noExplicitAny: somebody else's JSON; every use reads it defensively
export type Json = any;

export interface ProviderSetUp {
  title: string;
  /** Names of what the owner enters: settings, and Script Properties that may be shown, and those that may not. */
  enters: { settings: string[]; noted: string[]; secrets: string[] };
  /** The setting by which one account is told from another. */
  identity: string;
  /** What is kept of what was typed, where that is something else. */
  kept?(name: string, typed: string, values: Values, base64: (text: string) => string): string;
  /** Reads a refusal. */
  judge(answer: HttpAnswer, values: Values): Verdict;
  /** The account behind the values: the check that they are right. */
  account(ask: Ask, values: Values): Account;
  /** Tells the provider where webhooks go; missing where it has no API for that. */
  register?(ask: Ask, values: Values, hook: Hook): void;
  /** The same for the app as a whole, with a secret of its own that is not kept. */
  registerApp?(ask: Ask, values: Values, hook: Hook, secret: string): void;
  /** Makes what messages need at the provider. @returns the Script Properties to note */
  prepare?(ask: Ask, values: Values, settings: Settings): Values;
  /** When the access ends, in milliseconds; 0 for never. */
  expiry?(ask: Ask, values: Values): number;
  /** What has become of a template: APPROVED, PENDING, …; '' when there is none. */
  template?(ask: Ask, values: Values, name: string, language: string): string;
  /** What the owner entered is all that it takes: the webhook is registered with it. */
  registersAtOnce?: true;
  /** It does not tell when a message has arrived on the phone. */
  tellsNoArrival?: true;
  /** A template that every account begins with; it reaches a phone whose 24-hour window is closed. */
  sample?: { name: string; language: string };
}
