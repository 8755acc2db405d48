/** The instance of Green-API behind the stand-in: its address, state, plan and settings. */

/** How the instance stands with WhatsApp. */
export type GreenInstanceState =
  | 'authorized'
  | 'notAuthorized'
  | 'blocked'
  | 'sleepMode'
  | 'starting'
  | 'yellowCard'
  | 'suspended';

/** What the stand-in plays of Green-API's settings: the switches are 'yes' or 'no'. */
export interface GreenSettings {
  /** Missing: the address was entered in the console. '' : no webhooks. */
  webhookUrl?: string;
  webhookUrlToken: string;
  delaySendMessagesMilliseconds: number;
  incomingWebhook: string;
  outgoingWebhook: string;
  outgoingMessageWebhook: string;
  outgoingAPIMessageWebhook: string;
  stateWebhook: string;
}

export interface GreenInstance {
  now: () => number;
  apiUrl: string;
  /** Digits. */
  idInstance: string;
  token: string;
  /** The phone that the instance is connected with, digits. */
  number: string;
  stateInstance: GreenInstanceState;
  settings: GreenSettings;
  /** Whether WhatsApp names people by `…@lid` instead of their numbers: everybody is moved until the end of 2026. */
  usesLids?: boolean;
  /** How many chats a month the plan allows; 3 with the free one. */
  chats?: number;
}

export const EXAMPLE_INSTANCE = {
  apiUrl: 'https://7103.api.greenapi.com',
  idInstance: '7103000001',
  token: 'd75b3a66374942c5b3c019c698abc2067e151558acbd412345',
  number: '15550783881',
  stateInstance: 'authorized',
} as const;

export const DEFAULT_SETTINGS: GreenSettings = {
  webhookUrlToken: '',
  delaySendMessagesMilliseconds: 500,
  incomingWebhook: 'yes',
  outgoingWebhook: 'no',
  outgoingMessageWebhook: 'no',
  outgoingAPIMessageWebhook: 'no',
  stateWebhook: 'yes',
};
