/** All cases, by what is done and where. */
import type { Case, Claim, Context } from './case';
import { ARGUMENTS } from './cases/arguments';
import { CONTEXTS } from './cases/contexts';
import { DATABASE } from './cases/database';
import { FIGURES } from './cases/figures';
import { FORMULAS } from './cases/formulas';
import { FROM_MENU, FROM_TRIGGER } from './cases/hands';
import { LOOKS } from './cases/looks';
import { PAGE_CALLS, PAGE_NAMES } from './cases/page-calls';
import { ROWS } from './cases/rows';
import { RUNTIME } from './cases/runtime';
import { SERVICES } from './cases/services';
import { STORES } from './cases/stores';
import { TEXT_FINDER } from './cases/text-finder';
import { TYPED_VALUES } from './cases/typed-values';
import { UTILITIES } from './cases/utilities';

/** What the script does, by subject. */
export const SUBJECTS: Record<string, Case[]> = {
  'Text written into cells': TYPED_VALUES,
  TextFinder: TEXT_FINDER,
  'Rows and ranges': ROWS,
  Looks: LOOKS,
  'Formulas and charts': FORMULAS,
  'Properties and cache': STORES,
  'Locks, fetches, triggers': SERVICES,
  'Who may do what from where': CONTEXTS,
  'Jdbc and a database': DATABASE,
  Utilities: UTILITIES,
  'The engine': RUNTIME,
  'Wrong arguments': ARGUMENTS,
  Figures: FIGURES,
};

const CASES: Case[] = Object.values(SUBJECTS).flat();

/** What pages, menus and triggers tell by having run. */
export const PAGE_CLAIMS: Claim[] = [...PAGE_CALLS, ...PAGE_NAMES];
export const MARKS = [FROM_MENU, FROM_TRIGGER];

/** The cases that need a database. */
export const WITH_DATABASE = DATABASE;

/** The cases that belong to one context. */
export const casesIn = (context: Context) => CASES.filter((one) => one.in === context);

/** The cases that can be run wherever the script sees its spreadsheet. */
export const ANYWHERE = CASES.filter((one) => one.in === undefined);
