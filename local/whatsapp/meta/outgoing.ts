/** What a send request comes to once it has been read, and the templates that it may name. */
import type { Bubble } from '../standin';

/** A valid outgoing message: what the person would see, and what decides whether it goes. */
export interface OutgoingMessage {
  bubble: Pick<Bubble, 'kind' | 'text' | 'header' | 'footer' | 'buttons' | 'link'>;
  /** Absent for free-form messages. */
  template?: MetaTemplate;
  /** The message that is reacted to. */
  reactsTo?: string;
}

/** A message template of the account. */
export interface MetaTemplate {
  name: string;
  /** Meta's own form: `en`, `en_US`, `pt_BR`. */
  language: string;
  status: 'APPROVED' | 'PENDING' | 'REJECTED' | 'PAUSED' | 'DISABLED';
  /** When it was handed in, in milliseconds. */
  since?: number;
  /** Why it was rejected, in Meta's own word. */
  rejectedReason?: string;
  /** MARKETING unless told otherwise, as Meta files referral notices. */
  category?: 'MARKETING' | 'UTILITY' | 'AUTHENTICATION';
  /** How many `{{n}}` the body has. */
  bodyParameters: number;
  /** Whether it has a link button with a variable at the end of its address. */
  urlButton?: boolean;
  /** The text with its `{{1}}`, `{{2}}`…, for the phone's screen. */
  body?: string;
}
