/** The names in Script Properties, and the snapshot of the settings that saves every message a look at the sheet. */

export { DIALOG360_KEY } from '../whatsapp/dialog360/entry';
export { GREEN_TOKEN } from '../whatsapp/green/entry';
export { META_TOKEN } from '../whatsapp/meta/entry';
export { TELEGRAM_TOKEN } from '../whatsapp/telegram/entry';
export { TWILIO_AUTHORIZATION, TWILIO_TEMPLATES } from '../whatsapp/twilio/entry';

/** Everything in Script Properties, as one read gives it. */
export type Store = Record<string, string>;

/** The secret in the webhook's address. */
export const WEBHOOK_KEY = 'webhookKey';

/** The web app's address in use. */
export const WEB_APP_URL = 'webAppUrl';

/** The key before the last *New key*, where the owner wants it honoured for a day: JSON of {@link EarlierKey}. */
export const EARLIER_KEY = 'earlierKey';

export interface EarlierKey {
  key: string;
  /** Milliseconds. */
  until: number;
}

/** The id of the bound spreadsheet, noted by set-up: where Google does not hand it over, it is opened by it. */
export const SPREADSHEET_ID = 'spreadsheetId';

/** There while a page waits for the trigger to look at the spreadsheet; and what it saw. */
export const TRIGGER_LOOK = 'triggerLook';
export const TRIGGER_SEES = 'triggerSees';

/** Why nothing is sent for a while. */
export const PAUSE = 'paused';

/** Until when the owner watches for messages to come in, in milliseconds; and what came: JSON of {@link Arrived}. */
export const WATCH = 'watch';
export const ARRIVED = 'arrived';

/** What is noted of the messages that came in. */
export interface Arrived {
  /** When the first message ever came, in milliseconds. */
  first: number;
  /** Those that came while the owner watched, newest first. */
  watched: Watched[];
}

export interface Watched {
  token: string;
  /** When it first came, in milliseconds, and how often it was delivered. */
  at: number;
  times: number;
  /** Whether the provider took an answer, and whether that arrived on the phone. */
  answered: boolean;
  delivered: boolean;
}

/** How far the owner has come with connecting: JSON, see `owner/progress.ts`. */
export const PROGRESS = 'connect';

/** Templates that wait for their approval: JSON, see `script/templates.ts`. */
export const TEMPLATES_PENDING = 'templates.pending';

/** What the daily look at the provider's account has seen: JSON, see `webhook/look-at-account.ts`. */
export const ACCOUNT_SEEN = 'account.seen';

/** There when the provider wanted to be paid first: JSON, see `script/unpaid.ts`. */
export const UNPAID = 'unpaid';

/** What the owner was written by e-mail: JSON, see `webhook/mail-owner.ts`. */
export const MAILED = 'mailed';

/** The words and the colour of the last poster: JSON, see `owner/sources.ts`. */
export const POSTER = 'poster';

/** The tabs' ids, by which a renamed tab is found. */
export const TAB_IDS = 'tabIds';

/** The clients' leaderboard of this month: JSON, see `script/top.ts`. */
export const TOP = 'top';

/** Which parts of the tab Numbers have been written: a JSON list of their names. */
export const NUMBERS = 'numbers';

/** What the trigger wrote into the tab Numbers, where the base is a database: JSON, see `numbers-figures.ts`. */
export const NUMBERS_SEEN = 'numbers.seen';

/** Set when the self-check found that the sheet's search overlooks rows: the columns are then read instead. */
export const SEARCH_OVERLOOKS = 'searchOverlooks';

/** The snapshot of the settings; its pieces have a number behind it. */
export const SETTINGS = 'settings';

/** Another value with every referral that has to be looked at for rewards. */
export const REWARDS_NEW = 'rewards.new';

/** Another value whenever the owner has changed something that concerns rewards. */
export const REWARDS_EDITED = 'rewards.edited';

/** Rows of *Clients* that the owner has typed into: JSON of pairs, from row to row; '' when they were looked at. */
export const CLIENTS_EDITED = 'clients.edited';

/** How far the trigger has looked for typed rows: JSON, see `typed.ts`. */
export const CLIENTS_SEEN = 'clients.seen';

/** Another value whenever the tab *Sources* was edited, or a message came with a source's code. */
export const SOURCES_NEWS = 'sources.news';

/** What the trigger last saw of the sources: JSON, see `sources.ts`. */
export const SOURCES_SEEN = 'sources.seen';

/** What the trigger last saw of the rewards: JSON, see `webhook/keep-rewards.ts`. */
export const REWARDS_SEEN = 'rewards.seen';

/** There while somebody's rewards wait to be told until they write: the column of *Rewards* where that stands. */
export const REWARDS_WAIT = 'rewards.wait';

/** Where the base is, when it is a database: JSON, see `script/database.ts`. */
export const DATABASE = 'database';

/** Where a database is that is connected, and in which the base is not or not yet: as {@link DATABASE}. */
export const DATABASE_NEXT = 'database.next';

/** There while the database cannot be reached: JSON, see `script/breaker.ts`. */
export const DATABASE_DOWN = 'database.down';

/** Rows of the database that the owner wants to see in the tab Clients: a JSON list of their ids, the newest first. */
export const WINDOW_PINNED = 'window.pinned';

/** How far the trigger has looked at the windows: JSON, see `window/keep.ts`. */
export const WINDOW_SEEN = 'window.seen';

/** There while everybody comes back out of a database: JSON, see `back/state.ts`. */
export const MOVING_BACK = 'moving.back';

/** Another value whenever somebody has edited a window. */
export const WINDOW_EDITED = 'window.edited';

/** In the cache: another value whenever something was written into the database. */
export const WINDOW_NEWS = 'window.news';

/** The secret by which those who were forgotten are known again; there since the first of them. */
export const FORGET_SECRET = 'forgetSecret';

/** In the cache and in Script Properties: JSON of the messages that went this month. See `script/sent.ts`. */
export const SENT = 'sent';

/** In the cache: the settings were changed, and the snapshot could not be renewed at once. */
export const SETTINGS_STALE = 'settings.stale';

/** In the cache: the webhook's key and the one before, so that a wrong one costs one call. See `webhook/key.ts`. */
export const KEYS = 'keys';

/** In the cache: the owner watches for messages to come in. */
export const WATCHING = 'watching';

/** In the cache: when the trigger last noted that it runs, for the owner's self-check. */
export const TRIGGER_RAN = 'trigger.ran';

/** The tabs' ids as set-up noted them. */
export function tabIdsIn(store: Store): Record<string, number> {
  return parsed<Record<string, number>>(store[TAB_IDS]) ?? {};
}

/** JSON that may not be whole. */
export function parsed<T>(text: string | undefined): T | null {
  try {
    return text === undefined ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}
