/** What a provider is to the program: its name, how its webhooks are known, and how it is made. */
import type { Received } from '../program/model';
import type { Settings } from '../program/settings';
import type { Provider, WebhookRequest } from './provider';

/** The script as the owner has connected it. */
interface Connected {
  settings: Settings;
  /** Script Properties: secrets, and what was noted of the account. */
  stored: Record<string, string>;
  /** The webhook's address with its key; '' while it is not known. */
  webhookUrl: string;
  now(): number;
}

/**
 * Meta bills answers within 24 hours since October 2026, the first so many a month of a number aside: as several of its
 * providers report.
 */
export const FREE_A_MONTH = 1000;

export interface ProviderEntry {
  /** As the setting *Provider* has it. */
  id: string;
  /** For the owner. */
  name: string;
  /** How many messages a month WhatsApp carries for nothing, templates aside. Missing where it bills none at all. */
  freeAMonth?: number;
  /** Whether a request looks like its webhooks. Missing where they are word for word another provider's. */
  posts?(request: WebhookRequest): boolean;
  /** What such a request holds, whosever account it is for: read before the settings are known. */
  peek?(request: WebhookRequest): Received[];
  create(connected: Connected): Provider;
}
