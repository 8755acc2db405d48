/** What connecting needs to know of a provider: one object per provider, beside this file. */
import type { Settings } from '../../../../program/settings';
import type { Provider } from '../../../../whatsapp/provider';
import type { Request, Values } from '../../../wire';

/** A value that the owner enters. */
export interface Field {
  /** The name of the setting, or of the Script Property. */
  name: string;
  kind: 'setting' | 'noted' | 'secret';
  label: string;
  where: string;
  optional?: boolean;
  /** What is kept of what was typed, where that is something else. */
  kept?(typed: string, values: Values): string;
}

export interface Account {
  name: string;
  /** Digits; '' where the provider does not tell. */
  number: string;
  /** How welcome the number's messages are, or ''. */
  quality: string;
}

/** Asks the provider. @throws with the provider's own reason */
export type Ask = (request: Request) => Promise<Json>;
// biome-ignore lint/suspicious/noExplicitAny: somebody else's JSON; every use reads it defensively
export type Json = any;

export interface ProviderChoice {
  id: string;
  title: string;
  about: string;
  /** What the owner has to know before choosing it. */
  warning?: string;
  fields: Field[];
  /** Where the webhook's address is entered by hand. */
  byHand: string;
  /** The account behind the values: the check that they are right. */
  account(ask: Ask, values: Values): Promise<Account>;
  /** Tells the provider where webhooks go; missing where it has no API for that. */
  register?(ask: Ask, values: Values, address: string, key: string): Promise<void>;
  /** Makes what messages need at the provider. @returns what has to be noted */
  prepare?(ask: Ask, settings: Settings, noted: Values): Promise<Values>;
  /** When the access ends, in milliseconds; 0 for never. */
  expiry?(ask: Ask, values: Values): Promise<number>;
  /** What has become of a template: APPROVED, PENDING, …; '' when there is none. */
  template?(ask: Ask, values: Values, name: string, language: string): Promise<string>;
  /** A template that every account begins with; it reaches a phone whose 24-hour window is closed. */
  sample?: { name: string; language: string };
  /** The provider as the program uses it; secrets are `{name}`, which the script fills in. */
  provider(settings: Settings, noted: Values, webhook: string): Provider;
}

/** For providers who do not tell the number themselves. */
export const OWN_NUMBER: Field = {
  name: 'WhatsApp number',
  kind: 'setting',
  label: 'Your WhatsApp number, with country code',
  where: 'The number that clients write to: referral links lead to it.',
};
