/** What a script is allowed to do: the scopes of its manifest, else those that its code needs, as Google finds them out. */
import { codeFiles } from './folder-code';
import type { Manifest } from './manifest';

const AUTH = 'https://www.googleapis.com/auth/';
const SPREADSHEETS = `${AUTH}spreadsheets`;
const CURRENT_ONLY = `${AUTH}spreadsheets.currentonly`;
const EXTERNAL_REQUEST = `${AUTH}script.external_request`;
const CONTAINER_UI = `${AUTH}script.container.ui`;
const SCRIPT_APP = `${AUTH}script.scriptapp`;
const SEND_MAIL = `${AUTH}script.send_mail`;
const EMAIL = `${AUTH}userinfo.email`;

const BOUND = [CURRENT_ONLY, SPREADSHEETS];

/** The methods that need a scope: any one of those named, after Google's reference. */
const NEEDED: Record<string, Record<string, string[]>> = {
  SpreadsheetApp: {
    getActive: BOUND,
    getActiveSpreadsheet: BOUND,
    getActiveSheet: BOUND,
    getActiveRange: BOUND,
    getCurrentCell: BOUND,
    setActiveSheet: BOUND,
    setActiveRange: BOUND,
    openById: [SPREADSHEETS],
    openByUrl: [SPREADSHEETS],
  },
  UrlFetchApp: {
    fetch: [EXTERNAL_REQUEST],
    fetchAll: [EXTERNAL_REQUEST],
    getRequest: [EXTERNAL_REQUEST],
  },
  Jdbc: { getConnection: [EXTERNAL_REQUEST] },
  Ui: {
    showSidebar: [CONTAINER_UI],
    showModalDialog: [CONTAINER_UI],
    showModelessDialog: [CONTAINER_UI],
  },
  ScriptApp: {
    newTrigger: [SCRIPT_APP],
    getProjectTriggers: [SCRIPT_APP],
    deleteTrigger: [SCRIPT_APP],
  },
  MailApp: { getRemainingDailyQuota: [SEND_MAIL], sendEmail: [SEND_MAIL] },
  Session: { getActiveUser: [EMAIL], getEffectiveUser: [EMAIL] },
};

/** A simple trigger may use them all the same: it works on the document that it belongs to. */
const FREE_FOR_SIMPLE = new Set([CURRENT_ONLY, EMAIL]);

/** The scopes that a method needs, one of them; undefined when it needs none. */
export function scopesOf(service: string, method: string): string[] | undefined {
  return NEEDED[service]?.[method];
}

/** Whether a simple trigger, which nobody has authorized, may call what needs these scopes. */
export function isFreeForSimple(needed: string[]): boolean {
  return needed.some((scope) => FREE_FOR_SIMPLE.has(scope));
}

/** How Google lists them in its refusals. */
export function listed(needed: string[]): string {
  return needed.length === 1 ? String(needed[0]) : `(${needed.join(' || ')})`;
}

/** The scopes that the owner has approved for a script, whose code and libraries lie in these folders. */
export function grantedScopes(folders: string[], { oauthScopes }: Manifest): ReadonlySet<string> {
  return new Set(oauthScopes ?? namedIn(folders.flatMap(codeFiles).map(({ text }) => text)));
}

/** What Google finds out by looking for the names of services and methods. */
function namedIn(texts: string[]): string[] {
  const names = (pattern: RegExp) => texts.some((text) => pattern.test(text));
  const spreadsheets = names(/@OnlyCurrentDoc\b/) ? CURRENT_ONLY : SPREADSHEETS;
  const found: [string, RegExp][] = [
    [spreadsheets, /\bSpreadsheetApp\b/],
    [EXTERNAL_REQUEST, /\b(?:UrlFetchApp|Jdbc)\b/],
    [CONTAINER_UI, /\.show(?:Sidebar|ModalDialog|ModelessDialog)\b/],
    [SCRIPT_APP, /\bScriptApp\s*\.\s*(?:newTrigger|getProjectTriggers|deleteTrigger)\b/],
    [SEND_MAIL, /\bMailApp\b/],
    [EMAIL, /\bSession\s*\.\s*get(?:Active|Effective)User\b/],
  ];
  return found.filter(([, pattern]) => names(pattern)).map(([scope]) => scope);
}
