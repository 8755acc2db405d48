/** What the pages and the script tell each other about the account at the provider. Types only. */
import type {
  Access,
  Account,
  Hindrance,
  NewTemplate,
  TemplateKind,
  TemplateStanding,
} from '../whatsapp/set-up';
import type { State } from './wire-state';

/** Whether the owner can be written to by e-mail. */
export interface MailState {
  /** '' where they do not want it. */
  to: string;
  /** How many may still go today; null where Google does not tell. */
  left: number | null;
  /** Why not: `permission`, or Google's sentence. */
  why: string;
}

/** About how many messages the program has sent this month, by kind. */
export interface SentInMonth {
  /** As `2026-11`. */
  month: string;
  answers: number;
  notices: number;
  rewards: number;
  /** Approved templates, which are billed always. */
  templates: number;
  /** So many of the others are carried for nothing; null where none is billed by the message. */
  free: number | null;
}

/** About the account at the provider, its templates, and what was sent. */
export interface AccountApi {
  sentInMonth(): SentInMonth;
  mailState(): MailState;
  /** @throws what Google refuses */
  sendTestMail(): MailState;
  /** The owner has paid the provider. */
  ownerPaid(): State;
  /** The number as the provider knows it. @throws with the provider's reason */
  account(): Account;
  /** When the access ends, and what it may not do; null where neither can be. @throws with the provider's reason */
  access(): Access | null;
  /** What keeps messages from going; null where the provider does not tell. @throws with the provider's reason */
  hindrances(): Hindrance[] | null;
  /** Lets the number be used by the API. @param pin it is not kept @throws with the provider's reason */
  registerNumber(pin: string): null;
  /** How the templates stand: one that is approved now is used from now on. Null where the provider has none. */
  templates(): TemplateStanding[] | null;
  /** Hands a template in for approval. @throws with the provider's reason */
  createTemplate(
    kind: TemplateKind,
    template: Omit<NewTemplate, 'name'>,
  ): TemplateStanding[] | null;
}
