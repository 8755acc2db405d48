/**
 * The tab Numbers: how the program does, as formulas and charts of the sheet's own, so that the owner can change them.
 * Whatever is written here is written once.
 */
import { type Block, LINES, type Part, partsOfNumbers, TABLES, WEEKS } from './numbers-parts';
import type { Region } from './numbers-values';
import { columnsOf, findTab, letters, MissingTab } from './tabs';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const NUMBERS_HINT =
  'Everything here is a formula or a chart: change what you like. Nothing is ever written over it.';

const ROWS = 60;
const HEAD_COLOUR = '#e8f0ea';
const BAR_COLOUR = '#1b7f5c';
const WIDTHS = [210, 100, 30, 170, 140, 90, 90, 90, 30, 200, 90];

/** Makes the empty tab, behind the others; the owner goes on seeing the tab that they see. */
export function insertNumbers(spreadsheet: Spreadsheet): Sheet {
  const seen = spreadsheet.getActiveSheet();
  const sheet = spreadsheet.insertSheet('Numbers', spreadsheet.getSheets().length);
  spreadsheet.setActiveSheet(seen);
  // Empty cells count towards Google's limit: they would take room from clients.
  sheet.deleteRows(ROWS + 1, sheet.getMaxRows() - ROWS);
  WIDTHS.forEach((width, index) => {
    sheet.setColumnWidth(index + 1, width);
  });
  sheet.getRange(TABLES + 1, 1, WEEKS, 1).setNumberFormat('d mmm yyyy');
  sheet.getRange('A1').setNote(NUMBERS_HINT);
  return sheet;
}

/**
 * Writes what is not there yet and can be by now. Where the owner has put something into its place, it is left out.
 *
 * @param written what was written before
 * @param word what a referral is called that counts
 * @returns what is written by now
 */
export function writeNumbers(
  sheet: Sheet,
  spreadsheet: Spreadsheet,
  tabIds: Record<string, number>,
  written: readonly string[],
  word: string,
): string[] {
  const fresh = partsOfNumbers(word).filter((part) => {
    if (written.includes(part.name)) return false;
    const columns = columnsFor(part, spreadsheet, tabIds);
    if (!columns) return false;
    if (part.blocks.every((block) => isFree(sheet, block))) {
      for (const block of part.blocks) write(sheet, block, columns);
      if (part.name === 'clients') insertCharts(sheet);
    }
    return true;
  });
  return [...written, ...fresh.map(({ name }) => name)];
}

/**
 * Writes formulas in the place of figures, as {@link writeNumbers} wrote them.
 *
 * @param regions where the figures stand
 */
export function rewriteFormulas(
  sheet: Sheet,
  spreadsheet: Spreadsheet,
  tabIds: Record<string, number>,
  regions: readonly Region[],
  word: string,
): void {
  for (const part of partsOfNumbers(word)) {
    const columns = columnsFor(part, spreadsheet, tabIds);
    if (!columns) continue;
    for (const region of regions) {
      const block = part.blocks.find((one) => isWithin(region, one));
      if (!block) continue;
      const cells = Array.from({ length: region.rows }, (_, line) =>
        Array.from({ length: region.columns }, (__, at) => {
          const row = block.cells[region.row + line - block.row];
          return withColumns(row?.[region.column + at - block.column] ?? '', columns);
        }),
      );
      sheet.getRange(region.row, region.column, region.rows, region.columns).setValues(cells);
    }
  }
}

/** Whether a region begins in a block; the rest of it may be what a formula there spills over. */
function isWithin({ row, column }: Region, block: Block): boolean {
  const [down, right] = [row - block.row, column - block.column];
  return down >= 0 && right >= 0 && block.cells[down]?.[right] !== undefined;
}

/** Where each column stands, as formulas have it, by `Tab.Heading`; null where one is not there. */
function columnsFor(
  { reads }: Part,
  spreadsheet: Spreadsheet,
  tabIds: Record<string, number>,
): Map<string, string> | null {
  const found = new Map<string, string>();
  try {
    for (const [name, headings] of reads) {
      const tab = findTab(spreadsheet, name, tabIds);
      const columns = columnsOf(tab.getRange('1:1').getValues()[0] ?? [], headings);
      for (const heading of headings) {
        const column = columns.get(heading);
        if (!column) return null;
        const at = letters(column);
        found.set(`${name}.${heading}`, `'${tab.getName().replace(/'/g, "''")}'!${at}:${at}`);
      }
    }
    return found;
  } catch (error) {
    if (error instanceof MissingTab) return null;
    throw error;
  }
}

function rangeOf(sheet: Sheet, { row, column, cells }: Block) {
  return sheet.getRange(row, column, cells.length, cells[0]?.length ?? 1);
}

function isFree(sheet: Sheet, block: Block): boolean {
  return rangeOf(sheet, block)
    .getValues()
    .every((row) => row.every((cell) => cell === ''));
}

function write(sheet: Sheet, block: Block, columns: Map<string, string>): void {
  const range = rangeOf(sheet, block);
  range.setValues(block.cells.map((row) => row.map((cell) => withColumns(cell, columns))));
  if (block.format) range.setNumberFormat(block.format);
  if (block.cells.length === 1) return;
  sheet
    .getRange(block.row, block.column, 1, block.cells[0]?.length ?? 1)
    .setFontWeight('bold')
    .setBackground(HEAD_COLOUR);
}

function withColumns(cell: string, columns: Map<string, string>): string {
  return cell.replace(/\{([^}]+\.[^}]+)\}/g, (_, at) => columns.get(at) ?? '');
}

/** Beside the glance, above the tables. */
function insertCharts(sheet: Sheet): void {
  const column = (at: number, rows: number) => sheet.getRange(TABLES, at, rows + 1, 1);
  const size = { width: 540, height: 370 };
  const charts = [
    {
      bars: sheet.newChart().asColumnChart(),
      title: 'Referrals by week',
      ranges: [column(1, WEEKS), column(2, WEEKS)],
      at: 4,
    },
    {
      bars: sheet.newChart().asBarChart(),
      title: 'Best inviters',
      ranges: [column(4, LINES), column(6, LINES)],
      at: 10,
    },
  ];
  for (const { bars, title, ranges, at } of charts) {
    const [names, counts] = ranges;
    if (!names || !counts) continue;
    sheet.insertChart(
      bars
        .setTitle(title)
        .setColors([BAR_COLOUR])
        .addRange(names)
        .addRange(counts)
        .setNumHeaders(1)
        .setOption('legend.position', 'none')
        .setOption('width', size.width)
        .setOption('height', size.height)
        .setPosition(1, at, 0, 0)
        .build(),
    );
  }
}
