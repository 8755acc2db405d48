/** Google's services as the webhook uses them, in one object that a test can put something else into. */
import type { Client, Contact } from '../program/model';
import type { Database } from '../sql/database';
import { SPREADSHEET_ID, WINDOW_NEWS } from './properties';
import { boundSpreadsheet } from './spreadsheet';

/** The time-out keeps an execution below the time after which others take up its work. */
export const FETCH_OPTIONS = { muteHttpExceptions: true, timeoutSeconds: 20 };

/** Longer than it ever takes until the trigger looks. */
const NEWS_SECONDS = 21_600;

export interface Services {
  properties: GoogleAppsScript.Properties.Properties;
  cache: GoogleAppsScript.Cache.Cache;
  lock: GoogleAppsScript.Lock.Lock;
  /** Whether the lock was asked for in this execution. */
  readonly askedForLock: boolean;
  /** Inviters who are to be told of what waits for them, once the owner's call is done. */
  readonly toTell: Client[];
  /** People who are to be forgotten, once the owner's call is done. */
  readonly toForget: Contact[];
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet;
  jdbc: GoogleAppsScript.JDBC.Jdbc;
  /** The database of this execution, once it was opened. */
  database?: Database & { isNews: boolean; close(): void };
  flush(): void;
  /** @param ms milliseconds */
  sleep(ms: number): void;
  fetchAll(
    requests: GoogleAppsScript.URL_Fetch.URLFetchRequest[],
  ): GoogleAppsScript.URL_Fetch.HTTPResponse[];
  formatDate(at: number, timeZone: string, format: string): string;
  now(): number;
  random(): number;
  /** A text's HMAC by SHA-256, as Apps Script has it: bytes from -128 to 127. */
  sign(text: string, secret: string): number[];
  /** A text's MD5, of its UTF-8, in hexadecimal digits. */
  digest(text: string): string;
  uuid(): string;
}

/** The services of the script that runs. Each is asked for when it is used: a simple trigger may not have them all. */
export function googleServices(): Services {
  let spreadsheet: Services['spreadsheet'] | undefined;
  let askedForLock = false;
  return {
    get properties() {
      return PropertiesService.getScriptProperties();
    },
    get cache() {
      return CacheService.getScriptCache() as GoogleAppsScript.Cache.Cache;
    },
    get askedForLock() {
      return askedForLock;
    },
    toTell: [],
    toForget: [],
    get jdbc() {
      return Jdbc;
    },
    get lock() {
      askedForLock = true;
      return LockService.getScriptLock();
    },
    get spreadsheet() {
      spreadsheet ??= boundSpreadsheet(
        () => PropertiesService.getScriptProperties().getProperty(SPREADSHEET_ID) ?? '',
      );
      return spreadsheet;
    },
    flush: () => SpreadsheetApp.flush(),
    sleep: (ms) => Utilities.sleep(ms),
    fetchAll: (requests) => UrlFetchApp.fetchAll(requests),
    formatDate: (at, timeZone, format) => Utilities.formatDate(new Date(at), timeZone, format),
    now: () => Date.now(),
    random: () => Math.random(),
    sign: (text, secret) => Utilities.computeHmacSha256Signature(text, secret),
    digest: (text) =>
      Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, text, Utilities.Charset.UTF_8)
        .map((byte) => (byte & 255).toString(16).padStart(2, '0'))
        .join(''),
    uuid: () => Utilities.getUuid(),
  };
}

/** Leaves word for the trigger that there is something new in the database. */
function leaveNews({ cache, now, random }: Services): void {
  try {
    cache.put(WINDOW_NEWS, `${now()}.${random()}`, NEWS_SECONDS);
  } catch {
    // The trigger looks every ten minutes anyway.
  }
}

/** Does the work of an execution, and closes behind it what it has opened. */
export function withServices<T>(work: (services: Services) => T): T {
  const services = googleServices();
  try {
    return work(services);
  } finally {
    if (services.database?.isNews) leaveNews(services);
    services.database?.close();
  }
}
