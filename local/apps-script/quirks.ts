/**
 * What nobody knows of the real service for sure, as a table: what the stand-in does, and what is known. When Google has
 * been asked (`npm run conformance -- --live`), correcting the stand-in is editing a row. A test runs both ways.
 */
import type { RunAs } from './types';

/** Each switch, with what it means when it is on. */
export interface Quirks {
  /** `appendRow` leaves the '@' format of a column in force. */
  appendRowKeepsText: boolean;
  /** `getValue` shows the apostrophe that made a cell text. */
  apostropheShown: boolean;
  /** TextFinder passes over hidden rows. */
  textFinderSkipsHidden: boolean;
  /** TextFinder passes over rows that a filter hides. */
  textFinderSkipsFiltered: boolean;
  /** TextFinder sees what the same execution has written and not flushed. */
  textFinderSeesUnflushed: boolean;
  /** `matchEntireCell` holds for a regular expression too: it has to match the whole text. */
  regexMatchesEntireCell: boolean;
  /** Simple triggers may use PropertiesService. */
  simpleTriggersMayUseProperties: boolean;
  /** Numbers from here on are shown in scientific form when the cell has no number format. */
  scientificFrom: number;
  /** A request of the web app, and a call from a page that it served, are given the document by `getActiveSpreadsheet`; null otherwise. */
  activeInWebApp: boolean;
  /** So is an installed trigger. */
  activeInTrigger: boolean;
  /** A sidebar or dialog may open its own document by id though the scopes do not allow `openById`. */
  pageMayOpenOwn: boolean;
  /** How Google begins when a scope is missing; both are seen. A simple trigger always meets the first. */
  missingScopeWords:
    | 'You do not have permission to call'
    | 'Specified permissions are not sufficient to call';
  /** What `getProperties` and `setProperties` take from the day's reads and writes. */
  getPropertiesCounts: 'once' | 'each key';
  /** What a request of the web app gets while as many executions run as may: Google's error page with 200, or 429. */
  tooManyAtOnce: 200 | 429;
  /** A menu item may name a function that ends in `_`. */
  menusCallUnderscored: boolean;
  /** So may an installed trigger. */
  triggersCallUnderscored: boolean;
  /** A page that `doPost` returns carries `google.script.run` like one of `doGet`. */
  postPagesCallScript: boolean;
  /** A validation rule that rejects other values rejects them from a script too. */
  validationBindsScripts: boolean;
  /** Jdbc takes `ssl=true` in the address of a PostgreSQL database; a property that it does not take like any other. */
  jdbcTakesSsl: boolean;
  /** A script may make code of text: `eval`, `new Function`. */
  textBecomesCode: boolean;
  /** What `ScriptApp.getService().getUrl()` tells whom: null, the /dev address, another deployment's. The web app's own address when left out. */
  webAppUrlTold?: (as: RunAs) => string | null;
}

/** One row of the table. */
export interface Quirk<T> {
  /** What the stand-in does unless a test says otherwise. */
  value: T;
  /** Whether Google's own answer is known; then `value` is it. */
  google: 'known' | 'unknown';
  /** Where `value` comes from. */
  source: string;
}

const STRICTER = 'nobody has asked; the stricter reading';
const KINDER = 'nobody has asked; the reading that the documentation suggests';

/** The table. `webAppUrlTold` is a test's to set: what has been seen differs from account to account. */
export const QUIRKS: { [K in keyof Required<Omit<Quirks, 'webAppUrlTold'>>]: Quirk<Quirks[K]> } = {
  appendRowKeepsText: {
    value: false,
    google: 'unknown',
    source: 'told by several projects: appendRow may override the format',
  },
  apostropheShown: { value: false, google: 'unknown', source: KINDER },
  textFinderSkipsHidden: { value: false, google: 'unknown', source: KINDER },
  textFinderSkipsFiltered: { value: false, google: 'unknown', source: KINDER },
  textFinderSeesUnflushed: { value: true, google: 'unknown', source: KINDER },
  regexMatchesEntireCell: {
    value: true,
    google: 'unknown',
    source: 'both are used together in public code',
  },
  simpleTriggersMayUseProperties: {
    value: true,
    google: 'unknown',
    source: 'the documentation forbids what needs authorization, and names no scope for properties',
  },
  scientificFrom: {
    value: 1e15,
    google: 'unknown',
    source: 'told by several projects: long runs of digits are shown in scientific form',
  },
  activeInWebApp: {
    value: true,
    google: 'unknown',
    source: 'seen in live runs; the guide says otherwise, and one project got null',
  },
  activeInTrigger: { value: true, google: 'unknown', source: 'documented; one project got null' },
  pageMayOpenOwn: { value: true, google: 'unknown', source: 'seen in one project' },
  missingScopeWords: {
    value: 'You do not have permission to call',
    google: 'unknown',
    source: 'seen; so is the other',
  },
  getPropertiesCounts: { value: 'once', google: 'unknown', source: KINDER },
  tooManyAtOnce: { value: 200, google: 'unknown', source: STRICTER },
  menusCallUnderscored: { value: true, google: 'unknown', source: 'seen in ten public projects' },
  triggersCallUnderscored: {
    value: true,
    google: 'unknown',
    source: 'seen in ten public projects',
  },
  postPagesCallScript: {
    value: true,
    google: 'unknown',
    source: `documented for pages of doGet; of doPost: ${STRICTER}`,
  },
  validationBindsScripts: {
    value: true,
    google: 'unknown',
    source: 'told both ways; the stricter reading',
  },
  jdbcTakesSsl: {
    value: true,
    google: 'unknown',
    source: 'told both ways: used in a published guide; refused with a database of Google Cloud',
  },
  textBecomesCode: { value: true, google: 'unknown', source: 'no source found' },
};

/** The table's values. */
export const DEFAULT_QUIRKS = Object.fromEntries(
  Object.entries(QUIRKS).map(([name, { value }]) => [name, value]),
) as unknown as Quirks;
