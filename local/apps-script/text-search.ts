/** Looks through cells for a text, as TextFinder does: by what the grid shows, row by row. */
import type { Area } from './a1';
import type { Book } from './book';
import { isFormula } from './cell';
import { escapeRegex, fromJava } from './java-regex';
import type { SheetData } from './sheet-data';

export interface SearchOptions {
  text: string;
  matchCase: boolean;
  matchEntireCell: boolean;
  matchFormulaText: boolean;
  ignoreDiacritics: boolean;
  useRegularExpression: boolean;
  /** `matchEntireCell` does not bind a regular expression. */
  regexFree: boolean;
}

/** One cell; rows and columns from 1. */
export interface Spot {
  sheetId: number;
  row: number;
  column: number;
}

export interface Scope {
  sheetId: number;
  area: Area;
}

interface Found {
  spots: Spot[];
  /** How many cells were looked through. */
  looked: number;
}

/** How to go through the cells. */
interface Walk {
  after?: Spot | undefined;
  backwards?: boolean;
  most: number;
  /** Rows that the owner has hidden are passed over. */
  skipHidden: boolean;
  /** So are those that a filter hides. */
  skipFiltered: boolean;
}

type Matches = (text: string) => boolean;

/** The test that a cell's text has to pass. @throws SyntaxError or UnknownRegex for a regular expression that cannot be used */
export function matcher(options: SearchOptions): Matches {
  const { matchCase, matchEntireCell, ignoreDiacritics, useRegularExpression } = options;
  const text = ignoreDiacritics ? withoutDiacritics(options.text) : options.text;
  const prepared = (test: Matches): Matches =>
    ignoreDiacritics ? (shown) => test(withoutDiacritics(shown)) : test;
  if (matchEntireCell && !useRegularExpression) {
    if (matchCase) return prepared((shown) => shown === text);
    const wanted = text.toLowerCase();
    // Lower case never makes a text shorter, and seldom longer: most cells are told apart by their length, and most numbers
    // by their last digit, which no other letter becomes.
    const last = wanted.slice(-1);
    const ends = /[0-9]/.test(last) ? (shown: string) => shown.endsWith(last) : () => true;
    return prepared(
      (shown) => shown.length <= wanted.length && ends(shown) && shown.toLowerCase() === wanted,
    );
  }
  if (matchCase && !useRegularExpression) return prepared((shown) => shown.includes(text));
  return prepared(patternTest({ ...options, text }));
}

/** How many tests by a pattern are remembered: to compile one takes longer than to try it on a small sheet. */
const REMEMBERED = 200;
const tests = new Map<string, Matches>();

function patternTest(options: SearchOptions): Matches {
  const { text, matchCase, matchEntireCell, useRegularExpression, regexFree } = options;
  const key = JSON.stringify([text, matchCase, matchEntireCell, useRegularExpression, regexFree]);
  const known = tests.get(key);
  if (known) return known;
  const pattern = searchPattern(options, matchCase ? '' : 'i');
  const test = foldsLikeAscii(pattern)
    ? quickTest(pattern)
    : (shown: string) => pattern.test(shown);
  tests.set(key, test);
  const oldest = tests.size > REMEMBERED && tests.keys().next().value;
  if (oldest !== undefined && oldest !== false) tests.delete(oldest);
  return test;
}

/** Whether ASCII texts match the pattern alike with and without Unicode's own folding of cases. */
function foldsLikeAscii({ source, flags }: RegExp): boolean {
  return flags === 'iu' && /^[\x20-\x7e]*$/.test(source) && !/\\[uxpPck]/.test(source);
}

/** Unicode's folding of cases is slow to compile, and only a text with ſ, the Kelvin sign or a letter of two units needs it. */
function quickTest(pattern: RegExp): Matches {
  const quick = new RegExp(pattern.source, 'i');
  return (shown) => (/[\u017f\u212a\ud800-\udfff]/.test(shown) ? pattern : quick).test(shown);
}

/** The pattern by which occurrences are found within a cell. */
export function searchPattern(options: SearchOptions, flags: string): RegExp {
  const source = options.useRegularExpression ? options.text : escapeRegex(options.text);
  const whole = options.matchEntireCell && !(options.useRegularExpression && options.regexFree);
  return fromJava(whole ? `^(?:${source})$` : source, flags);
}

function withoutDiacritics(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}

/** The text of a cell that is searched; null where there is none. */
export function searchedText(
  book: Book,
  sheet: SheetData,
  row: number,
  column: number,
  options: Pick<SearchOptions, 'matchFormulaText'>,
): string | null {
  const value = sheet.value(row, column);
  if (value === '') return null;
  if (typeof value === 'string') return value;
  if (isFormula(value) && options.matchFormulaText) return value.formula;
  return book.shown(sheet, row, column) || null;
}

/**
 * Finds cells in reading order, or against it.
 *
 * @param after start beyond this cell; undefined: at the beginning (or at the end, backwards)
 * @param most stop after so many
 */
export function searchCells(
  book: Book,
  scopes: Scope[],
  options: SearchOptions,
  walk: Walk,
): Found {
  const matches = matcher(options);
  const found: Found = { spots: [], looked: 0 };
  if (options.text === '') return found;
  const ordered = walk.backwards ? [...scopes].reverse() : scopes;
  let passedStart = !walk.after;
  for (const scope of ordered) {
    const sheet = book.byId(scope.sheetId);
    if (!sheet) continue;
    const holdsStart = !passedStart && walk.after?.sheetId === scope.sheetId;
    if (!passedStart && !holdsStart) continue;
    passedStart = true;
    const after = holdsStart ? walk.after : undefined;
    searchArea(book, sheet, scope.area, options, matches, { ...walk, after }, found);
    if (found.spots.length >= walk.most) break;
  }
  return found;
}

function searchArea(
  book: Book,
  sheet: SheetData,
  area: Area,
  options: SearchOptions,
  matches: Matches,
  walk: Walk,
  found: Found,
): void {
  const { after, backwards } = walk;
  sheet.ready();
  const step = backwards ? -1 : 1;
  const matchesEmpty = options.useRegularExpression && matches('');
  const end = area.row + area.rows - 1;
  const bottom = matchesEmpty ? end : Math.min(end, sheet.rows.length);
  const right = area.column + area.columns - 1;
  let row = backwards ? bottom : area.row;
  if (after) row = backwards ? Math.min(after.row, bottom) : Math.max(after.row, area.row);
  for (; row >= area.row && row <= bottom; row += step) {
    const kept = sheet.rows[row - 1];
    found.looked += area.columns;
    const passed = (kept?.hidden && walk.skipHidden) || (kept?.filtered && walk.skipFiltered);
    if ((!kept && !matchesEmpty) || passed) continue;
    let column = backwards ? right : area.column;
    if (after?.row === row) {
      column = backwards
        ? Math.min(after.column - 1, right)
        : Math.max(after.column + 1, area.column);
    }
    for (; column >= area.column && column <= right; column += step) {
      const value = kept?.v[column - 1] ?? '';
      if (value === '' && !matchesEmpty) continue;
      const text =
        typeof value === 'string' ? value : searchedText(book, sheet, row, column, options);
      if (text === null || !matches(text)) continue;
      found.spots.push({ sheetId: sheet.id, row, column });
      if (found.spots.length >= walk.most) return;
    }
  }
}
