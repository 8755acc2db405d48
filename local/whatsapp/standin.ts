/** What every provider's stand-in looks like to the playground and to the tests. */
import type { OutsideAnswer, OutsideRequest } from './outside';

/** A person with a phone who may chat with the business. */
export interface PersonOnPhone {
  /** Stays the same when the number changes. */
  key: string;
  name: string;
  /** The number as it is dialled: digits with the country code. */
  phone?: string;
  /** WhatsApp's own form of the number where it is another (Brazil, Mexico, Argentina). */
  waId?: string;
  /** The business-scoped id, such as `US.13491208655302741918`. */
  userId: string;
  username?: string;
  /** False for people with a username who keep their number to themselves. */
  showsPhone: boolean;
  /** While the chat is open, what arrives is read at once. */
  chatOpen: boolean;
  /** The person pressed *Stop* for this business's marketing messages. */
  optedOut: boolean;
  /** Every message to this person is accepted and then fails with this error code. */
  failsWith?: number;
  /** The same for marketing templates only: WhatsApp limits what one person gets of them. */
  limitedBy?: number;
}

/** What is needed to add a person: a phone, a business-scoped id, or both. */
export type NewPerson = Partial<Omit<PersonOnPhone, 'key' | 'optedOut'>> & { name: string };

/** One message on a phone's screen. What failed is kept too, marked so: the person never saw it. */
export interface Bubble {
  id: string;
  from: 'person' | 'business';
  at: number;
  kind: 'text' | 'card' | 'choices' | 'list' | 'template' | 'media' | 'reaction';
  text: string;
  header?: string;
  footer?: string;
  buttons?: { id: string; title: string; description?: string }[];
  link?: { title: string; url: string };
  status?: 'accepted' | 'sent' | 'delivered' | 'read' | 'failed';
  error?: { code: number; title: string };
}

/** A contact card: somebody out of the phone's address book; with their key where the phone knows that they are here. */
export interface SharedCard {
  name: string;
  /** Digits. */
  phone?: string;
  key?: string;
}

/** What a person does in the chat: writes, presses a button, or sends something of another kind. */
export interface Writing {
  /** The text; the caption of media; the emoji of a reaction; the new text of an edit. */
  text?: string;
  /** The id of a button or list row that the business sent. */
  buttonId?: string;
  kind?:
    | 'image'
    | 'audio'
    | 'video'
    | 'document'
    | 'sticker'
    | 'location'
    | 'contacts'
    | 'reaction'
    | 'order'
    | 'unsupported'
    | 'edit'
    | 'revoke'
    | 'request_welcome';
  /** Whose card `contacts` shares. */
  card?: SharedCard;
  /** The message that is reacted to, edited or revoked; the newest one that fits unless given. */
  about?: string;
}

/** One webhook that was sent, and the status it was answered with. */
export interface Delivery {
  at: number;
  /** 1 for the first time, more when it is sent again. */
  attempt: number;
  body: string;
  status: number;
}

/** One request that the script made, secrets masked. `status` 0 means that no answer came. */
export interface OutboundRecord {
  at: number;
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
  status: number;
  answer: string;
}

/** A provider, played locally: its API, the phones behind it, and its webhooks. */
export interface ProviderStandIn {
  readonly name: string;
  /** Is this address mine? */
  handles(url: string): boolean;
  /** The provider's API. Never calls a webhook: what follows from it waits for `pump()`. */
  answer(request: OutsideRequest): OutsideAnswer;
  people(): PersonOnPhone[];
  addPerson(person: NewPerson): PersonOnPhone;
  /** What is on that person's phone, oldest first. People are found by key, phone or id. */
  chat(person: string): Bubble[];
  /** The person writes; the webhook gets it at once, unless deliveries are held. */
  write(person: string, writing: Writing): Delivery[];
  /** Delivers what waits and what is due to be sent again. */
  pump(): Delivery[];
  /** Delivers what was held. */
  flush(): Delivery[];
  readonly outbound: OutboundRecord[];
  /** Everything that must survive a restart, as plain JSON. */
  save(): unknown;
}
