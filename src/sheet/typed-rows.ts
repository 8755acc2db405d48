/** Rows of the Clients tab that the owner types: how they are found, completed, and told what is wrong with them. */
import { isOurNote } from '../program/typed';
import { type Cell, places, writeColumn } from './blocks';
import { headerOf } from './header';
import { linkColumn } from './link-column';
import { CLIENT_HEADINGS, type ClientHeading, columnsOf, letters } from './tabs';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export class TypedRows {
  private readonly columns: Map<ClientHeading, number>;

  /** Reads the header: one call. */
  constructor(private readonly sheet: Sheet) {
    this.columns = columnsOf(headerOf(sheet), CLIENT_HEADINGS);
  }

  /** The last row in use: one call. */
  last(): number {
    return this.sheet.getLastRow();
  }

  /** The first row without a date in *Joined*, which everybody has whom the program has added; 0 for none. One search. */
  firstNotJoined(from: number, last: number): number {
    const column = letters(this.columns.get('Joined') ?? 0);
    if (!column || from > last) return 0;
    const finder = this.sheet.getRange(`${column}${from}:${column}${last}`).createTextFinder('^$');
    return finder.useRegularExpression(true).matchEntireCell(true).findNext()?.getRow() ?? 0;
  }

  /** Writes cells below a heading, by their rows; nothing where the heading is missing. */
  write(heading: ClientHeading, cells: Map<number, Cell>): void {
    const column = this.columns.get(heading);
    if (column && cells.size) writeColumn(this.sheet, column, cells);
  }

  /** Writes links into the column *Link*. */
  writeLinks(links: Map<number, Cell>): void {
    if (!links.size) return;
    const column = linkColumn(this.sheet);
    for (const place of places(column, [...links.keys()])) {
      this.sheet.getRange(place).setNumberFormat('@');
    }
    writeColumn(this.sheet, column, links);
  }

  /** Puts notes on cells below a heading, by their rows, '' for none. A note of the owner's own stays. */
  note(heading: ClientHeading, texts: Map<number, string>): void {
    const column = this.columns.get(heading);
    if (!column || !texts.size) return;
    const rows = [...texts.keys()];
    const top = Math.min(...rows);
    const before = this.sheet.getRange(top, column, Math.max(...rows) - top + 1, 1).getNotes();
    const byText = new Map<string, number[]>();
    for (const [row, text] of texts) {
      const now = before[row - top]?.[0] ?? '';
      if (now !== text && isOurNote(now)) byText.set(text, [...(byText.get(text) ?? []), row]);
    }
    for (const [text, same] of byText) {
      this.sheet.getRangeList(places(column, same)).setNote(text);
    }
  }
}
