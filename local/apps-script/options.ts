/** What a stand-in of Apps Script is made with, and how the world is where that says nothing. */
import type { Book } from './book';
import { timeZoneOf } from './manifest';
import type { SavedState } from './saved-state';
import type { SheetData } from './sheet-data';
import type { Outside } from './types';
import type { WorldOptions } from './world';
import { type DatabaseOptions, DEFAULT_DATABASE } from './world-database';

export interface LocalAppsScriptOptions {
  /** A folder of Apps Script code: .js and .html, as clasp would push it. */
  folder: string;
  /** Answers UrlFetchApp; nobody is reachable unless given. */
  outside?: Outside;
  /** The clock's start in milliseconds; the present when left out. */
  now?: number;
  /** Of the script and the spreadsheet; the manifest's when left out. */
  timeZone?: string;
  locale?: string;
  /** The owner's e-mail address. */
  user?: string;
  webAppUrl?: string;
  /** The script's own id. */
  scriptId?: string;
  /** The spreadsheet's own id. */
  spreadsheetId?: string;
  /** The scopes that the owner has approved, in full; those of the folder's manifest, else those that its code needs, when left out. */
  scopes?: string[];
  /** Where the code of the manifest's libraries lies, by their symbols; in folders of these names beside the script's when left out. */
  libraries?: Record<string, string>;
  /** `compute` of `formulas/compute.ts`: formulas are computed, as far as it goes; kept as text when left out. */
  formulas?: (book: Book, sheet: SheetData) => void;
  /** Where Jdbc finds its PostgreSQL database, and who may connect; `DEFAULT_DATABASE` of `world-database.ts` where left out. */
  database?: Partial<DatabaseOptions>;
  /**
   * An execution may have the context of one that has ended, which saves two thirds of an execution's time. For scripts
   * whose top level has only functions and variables with a value; one that leaves something behind throws.
   */
  reusesContexts?: boolean;
  /** What `save()` gave, to go on from there. */
  state?: SavedState;
}

/** The options of its world. */
export function worldOptions(options: LocalAppsScriptOptions): WorldOptions {
  return {
    folder: options.folder,
    outside: options.outside ?? (() => ({ fault: 'dns' })),
    now: options.now ?? Date.now(),
    timeZone: options.timeZone ?? timeZoneOf(options.folder) ?? 'Etc/UTC',
    locale: options.locale ?? 'en_US',
    user: options.user ?? 'owner@example.com',
    webAppUrl: options.webAppUrl ?? 'https://script.google.com/macros/s/local-deployment/exec',
    scriptId: options.scriptId ?? 'local-script-000000000000000000000000000000000000000000000',
    libraries: options.libraries ?? {},
    reusesContexts: options.reusesContexts ?? false,
    spreadsheetId: options.spreadsheetId ?? 'local-spreadsheet-0000000000000000000000000000',
    database: { ...DEFAULT_DATABASE, ...options.database },
    ...(options.scopes ? { scopes: options.scopes } : {}),
    ...(options.formulas ? { formulas: options.formulas } : {}),
  };
}
