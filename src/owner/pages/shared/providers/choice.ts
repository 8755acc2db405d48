/** What the pages say about a provider: one object per provider, beside this file. What is asked of it is the server's. */

import { type Check, phoneNumber } from './checks';

/** A value that the owner enters. */
export interface Field {
  /** The name of the setting, or of the Script Property. */
  name: string;
  kind: 'setting' | 'noted' | 'secret';
  label: string;
  where: string;
  optional?: boolean;
  /** What is wrong with what was typed, before anybody is asked. */
  check?: Check;
}

/** What a provider's refusal means: which value is to blame, and what to do. */
export interface Meaning {
  field: string;
  says: string;
}

/** What to do, and how the page looks where it is done. */
interface Line {
  text: string;
  /** The name of its picture. */
  picture?: 'webhook' | 'webhookFields';
}

export interface ProviderChoice {
  id: string;
  title: string;
  about: string;
  /** What the owner has to know before choosing it. */
  warning?: string;
  fields: Field[];
  /** Where the webhook's address is entered by hand, step by step. */
  byHand: Line[];
  /** Whether it has an API by which the address is registered. */
  registers: boolean;
  /**
   * What a refusal of the values means; null where it is about none of them.
   *
   * @param refusal the provider's sentence
   * @param values as they were sent, secrets left out
   */
  explain(refusal: string, values: Record<string, string>): Meaning | null;
  /** Whether it has templates that are handed in by its API. */
  templates: boolean;
  /** Whether it sends again what was turned away. */
  sendsAgain: boolean;
}

/** For providers who do not tell the number themselves. */
export const OWN_NUMBER: Field = {
  name: 'WhatsApp number',
  kind: 'setting',
  label: 'Your WhatsApp number, with country code',
  where: 'The number that clients write to: referral links lead to it.',
  check: phoneNumber,
};
