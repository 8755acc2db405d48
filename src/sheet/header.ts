/** Row 1 of a tab: where the columns of the program stand, and whether the owner has others beside them. */
import { columnsOf, headingTexts, MissingTab, type TabName } from './tabs';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A tab's row 1, understood. */
export interface Header<Heading extends string> {
  /** What stands in it, in the form in which headings are compared. */
  texts: string[];
  columns: Map<Heading, number>;
  /** From the first to the last of the program's columns. */
  first: number;
  width: number;
  /** Whether the owner has columns of their own here. */
  shared: boolean;
}

/** Which headings the program knows in a tab. */
interface Headings<Heading extends string> {
  ours: readonly Heading[];
  /** Those that must be there, once. */
  needed: readonly Heading[];
  /** Others that are none of the owner's. */
  besides?: readonly string[];
}

/** The cells of row 1: one call. */
export function headerOf(sheet: Sheet): unknown[] {
  return sheet.getRange('1:1').getValues()[0] ?? [];
}

/**
 * Reads row 1: one call.
 *
 * @throws {MissingTab} when a needed heading is not there, or there twice
 */
export function readHeader<Heading extends string>(
  sheet: Sheet,
  name: TabName,
  { ours, needed, besides = [] }: Headings<Heading>,
): Header<Heading> {
  const cells = headerOf(sheet);
  const texts = headingTexts(cells);
  const columns = columnsOf(texts, ours);
  const missing = needed.filter((heading) => !columns.has(heading));
  if (missing.length) {
    throw new MissingTab(
      `The tab “${name}” has no column “${missing.join('”, “')}”. Write the heading back into row 1, or use Referrals → Check set-up.`,
    );
  }
  const twice = needed.find(
    (heading) => columnsOf(texts.slice(columns.get(heading)), [heading]).size > 0,
  );
  if (twice) {
    const same = cells.filter((_, index) => texts[index] === twice.toLowerCase());
    throw new MissingTab(
      `The tab “${name}” has two columns called ${quoted(same)}. Give the one that is yours another heading.`,
    );
  }
  const known = new Set(['', ...[...ours, ...besides].map((heading) => heading.toLowerCase())]);
  const first = Math.min(...columns.values());
  const width = Math.max(...columns.values()) - first + 1;
  return { texts, columns, first, width, shared: texts.some((text) => !known.has(text)) };
}

/** One of an earlier version means the same and may stand beside that of today. */
function quoted(headings: unknown[]): string {
  return [...new Set(headings.map((one) => `“${String(one).trim()}”`))].join(' and ');
}
