/** Makes one tab, or repairs it: headings that are missing are added, with their formats and widths. */
import { formatColumns, isUnformatted } from './column-formats';
import { deleteEmptyColumns } from './grow';
import { headerOf } from './header';
import { columnsOf, HEADER_COLOUR, letters, type TabName, tabNamed } from './tabs';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const DATE_FORMAT = 'yyyy-mm-dd hh:mm';
const DATE_COLUMNS = [
  ...['Joined', 'Last message', 'Stopped', 'Last time'],
  ...['Since', 'Ready on', 'Given on', 'When', 'Date'],
];
const NUMBER_COLUMNS = ['How often', 'Amount', 'Referrals'];
/** Where the owner has chosen no format: 12.50 is shown as 12.50. */
const AMOUNT_FORMAT = '#,##0.00';
const WIDTHS: Record<string, number> = {
  Phone: 130,
  Name: 150,
  Joined: 130,
  'Last message': 130,
  "Inviter's name": 120,
  'Invited by': 120,
  Notice: 200,
  Note: 220,
  'Messenger id': 170,
  Value: 340,
  'What it does': 400,
  Problem: 380,
  'What to do': 380,
  Check: 220,
  Result: 260,
  Reward: 160,
  Why: 260,
  Told: 230,
  Words: 260,
  Answer: 420,
  Buttons: 260,
  Link: 420,
};
const DEFAULT_WIDTH = 140;
/** Columns of whole sentences, which go on in further lines. */
const SENTENCES = ['Problem', 'What to do', 'Words', 'Answer', 'Buttons'];
const CUT_OFF = ['Notice', 'Told'];
const PROTECTION = 'The program finds its columns by these headings.';

/** One tab: it is made where it is missing, and headings that are missing are added behind the others. */
export function setUpTab(
  spreadsheet: Spreadsheet,
  name: TabName,
  headings: readonly string[],
  tabIds: Record<string, number>,
): Sheet {
  const found = tabNamed(spreadsheet, name, tabIds);
  const sheet = found ?? spreadsheet.insertSheet(name);
  const before = headerOf(sheet);
  renameFormer(sheet, headings, before);
  const added = addMissingHeadings(sheet, headings, before);
  if (!found) deleteEmptyColumns(sheet);
  const columns = columnsOf(added.length ? headerOf(sheet) : before, headings);
  formatColumns(sheet, formatsOf(columns));
  for (const [heading, column] of columns) {
    const range = sheet.getRange(`${letters(column)}2:${letters(column)}`);
    // The program's mark behind the sentence stays out of sight.
    if (CUT_OFF.includes(heading) && overflows(sheet, column)) {
      range.setWrapStrategy(SpreadsheetApp.WrapStrategy.CLIP);
    }
    if (heading === 'Amount' && isUnformatted(sheet, column)) range.setNumberFormat(AMOUNT_FORMAT);
    if (!added.includes(heading)) continue;
    sheet.setColumnWidth(column, WIDTHS[heading] ?? DEFAULT_WIDTH);
    if (SENTENCES.includes(heading)) range.setWrap(true).setVerticalAlignment('top');
  }
  setUpHeader(sheet);
  return sheet;
}

/** The first row stays in sight, is marked, and warns whoever changes it. What is so already is not written again. */
function setUpHeader(sheet: Sheet): void {
  if (sheet.getFrozenRows() !== 1) sheet.setFrozenRows(1);
  const header = sheet.getRange('1:1');
  const isMarked =
    header
      .getFontWeights()
      .flat()
      .every((weight) => weight === 'bold') &&
    header
      .getBackgrounds()
      .flat()
      .every((colour) => colour === HEADER_COLOUR);
  if (!isMarked) header.setFontWeight('bold').setBackground(HEADER_COLOUR);
  if (!protectedBefore(sheet)) {
    header.protect().setDescription(PROTECTION).setWarningOnly(true);
  }
}

/** Whether nobody, the owner included, has said what becomes of texts that are too long. */
function overflows(sheet: Sheet, column: number): boolean {
  return sheet.getRange(2, column).getWrapStrategy() === SpreadsheetApp.WrapStrategy.OVERFLOW;
}

function protectedBefore(sheet: Sheet): boolean {
  return sheet
    .getProtections(SpreadsheetApp.ProtectionType.RANGE)
    .some((protection) => protection.getDescription() === PROTECTION);
}

/** A heading of an earlier version gets the name of today; what stands below it, and how it looks, stays. */
function renameFormer(sheet: Sheet, headings: readonly string[], row: unknown[]): void {
  const header = row.map((cell) => String(cell).trim().toLowerCase());
  for (const [heading, column] of columnsOf(header, headings)) {
    if (!header.includes(heading.toLowerCase())) sheet.getRange(1, column).setValue(heading);
  }
}

/** A heading that is missing goes behind the last column in use, never over one of the owner's. */
function addMissingHeadings(
  sheet: Sheet,
  headings: readonly string[],
  header: unknown[],
): string[] {
  const present = columnsOf(header, headings);
  const missing = headings.filter((heading) => !present.has(heading));
  if (!missing.length) return [];
  const start = sheet.getLastColumn() + 1;
  const lacking = start + missing.length - 1 - sheet.getMaxColumns();
  if (lacking > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), lacking);
  sheet.getRange(1, start, 1, missing.length).setValues([missing]);
  return missing;
}

/** By column: dates, and text where there are no numbers. */
function formatsOf(columns: ReadonlyMap<string, number>): Map<number, string> {
  const own = [...columns].filter(([heading]) => !NUMBER_COLUMNS.includes(heading));
  return new Map(
    own.map(([heading, column]) => [column, DATE_COLUMNS.includes(heading) ? DATE_FORMAT : '@']),
  );
}
