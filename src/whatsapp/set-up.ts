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
  /** The number has to be registered first. */
  unregistered?: true;
}

/** A template to be approved, with one variable, `{{1}}`, in its text. */
export interface NewTemplate {
  name: string;
  /** Meta's code of it. */
  language: string;
  text: string;
  /** What stands for the variable while it is looked at. */
  example: string;
}

/** What has become of a template. */
export interface TemplateState {
  /** In small letters: pending, approved, rejected, paused, disabled, or the provider's own word. */
  status: string;
  /** Why it was rejected, in the provider's words; '' where it does not say. */
  reason: string;
}

/** What a template is for. */
export type TemplateKind = 'notice' | 'reward';

/** One of the program's own templates. */
export interface TemplateStanding extends TemplateState {
  kind: TemplateKind;
  name: string;
  language: string;
  /** The settings name it: what it is for goes by it. */
  used: boolean;
}

interface Templates {
  /** Hands a template in. @returns what the settings are to name it by */
  create(ask: Ask, values: Values, template: NewTemplate): string;
  /** Null when there is none. */
  state(ask: Ask, values: Values, name: string, language: string): TemplateState | null;
}

/** What the secret is good for. */
export interface Access {
  /** In milliseconds; 0 for never. */
  ends: number;
  /** Permissions that it lacks, by the provider's names. */
  lacks: string[];
}

/** Something that keeps messages from going. */
export interface Hindrance {
  /** There is no way to pay. */
  unpaid?: true;
  /** In the provider's words, and what it says to do. */
  what: string;
  toDo: string;
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
  /** Approved templates; missing where there are none. */
  templates?: Templates;
  /** Lets the number be used by the API, with the PIN of its two-step verification. */
  registerNumber?(ask: Ask, values: Values, pin: string): void;
  /** Has the account's messages go to the owner's app, where they do not yet; an address of its own stays. */
  subscribe?(ask: Ask, values: Values): void;
  /** When the access ends, and what it may not do. Missing where it does not end by itself and may do everything. */
  access?(ask: Ask, values: Values): Access;
  /** What keeps messages from going, as far as the provider tells. */
  hindrances?(ask: Ask, values: Values): Hindrance[];
  /** What the owner entered is all that it takes: the webhook is registered with it. */
  registersAtOnce?: true;
  /** It does not tell when a message has arrived on the phone. */
  tellsNoArrival?: true;
  /** A template that every account begins with; it reaches a phone whose 24-hour window is closed. */
  sample?: { name: string; language: string };
}
