/** What is set so far. */
import type { Source } from '../program/sources';
import type { Account, Values } from '../whatsapp/set-up';

export interface State {
  /** The Settings tab. */
  settings: Values;
  /** Those of the tab Clients, where a text names any. */
  headings: string[];
  /** What the owner entered beside the settings: no secrets. */
  noted: Values;
  /** Which secrets are stored; they never leave the script. */
  secrets: string[];
  /** The web app's address, '' when it is not known, and what is wrong with it, or ''. */
  address: string;
  addressProblem: string;
  /** Where the script is edited. */
  editor: string;
  /** The webhook's key. */
  key: string;
  /** False in a new sheet, in a copy of one, and where the trigger is missing: set-up comes first. */
  ready: boolean;
  progress: Progress;
  proofs: Proofs;
  /** What the owner should know and the sheet could not take yet, newest first. */
  problems: { what: string; toDo: string; at: number; count: number }[];
  /** The provider wants to be paid first, and what to do. */
  unpaid: { what: string; toDo: string; at: number } | null;
  /** What the last poster looked like; null before the first. */
  poster: PosterLook | null;
  /** The script's clock. */
  now: number;
}

/** The words on a poster, above and below the code, and the colour of frame and headline. */
export interface PosterLook {
  headline: string;
  line: string;
  colour: string;
}

/** How far the owner has come: when the values were confirmed, the webhook was registered, a test was accepted. */
export interface Progress {
  connected?: number;
  registered?: number;
  /** The provider's API registered it last, so it can do so once more. */
  byApi?: boolean;
  tested?: number;
  /** The owner's own phone, digits. */
  phone?: string;
}

/** What the first minutes on a real account show, in their order. */
export type ProofName =
  | 'address'
  | 'webAppSheet'
  | 'triggerSheet'
  | 'handshake'
  | 'registered'
  | 'published'
  | 'subscribed'
  | 'message'
  | 'once'
  | 'answer';

export interface Proof {
  at: number;
  result: 'pass' | 'warn' | 'fail';
  found: string;
}

export type Proofs = { [Name in ProofName]?: Proof };

/** What only the owner can know of Meta's dashboard. */
export type OwnersWord = 'published' | 'subscribed';

/** What the owner typed, by the names of settings and properties. @see ProviderSetUp.enters */
export interface Entered {
  provider: string;
  values: Values;
}

export interface Connected {
  account: Account;
  /** Why the templates for buttons could not be made; '' when all is well. */
  buttons: string;
  state: State;
}

/** A text that is to change: only if it still is what it was when the page was filled. */
export interface TextChange {
  from: string;
  to: string;
}

/** What has become of changes: the names of the settings that were changed, and of those that somebody else has changed. */
export interface TextsWritten {
  changed: string[];
  kept: string[];
  state: State;
}

/** Whether a client's link was sent, or why not: they asked for no messages, or their 24-hour window is closed. */
export type LinkSent = 'sent' | 'stopped' | 'window';

/** About how the script is connected, and what clients read. */
export interface StateApi {
  /** The source with this name, made where there is none; the look is remembered. @throws when there is no name, or no tab */
  makePoster(name: string, look: PosterLook): Source;
  state(): State;
  /** Makes or repairs tabs, key and trigger. */
  setUp(): State;
  /** Checks the values with the provider, and stores them when they are right. @throws with the provider's reason */
  connect(entered: Entered): Connected;
  /** Has the provider deliver to this web app. @throws with the provider's reason */
  register(): State;
  /** The same for Meta's app as a whole. @param secret the app's own; it is not kept */
  registerApp(secret: string): State;
  /** The owner has entered the address at the provider. */
  registeredByHand(): State;
  ownerSays(what: OwnersWord): State;
  /** Makes a new webhook key. @param honourOld whether the old one is taken for another day */
  newWebhookKey(honourOld: boolean): State;
  /** Uses another address of the web app. @throws with what is wrong with it */
  useAddress(address: string): State;
  /** A test to the owner's own phone. @throws with the provider's reason */
  sendTest(phone: string): State;
  /** Sends a client their own link. @throws with the provider's reason */
  sendLink(key: string): LinkSent;
  /** Changes texts, words and the invitation, by their settings' names. @throws with what is wrong with one */
  writeTexts(changes: Record<string, TextChange>): TextsWritten;
}
