/** Rows of *Clients* and *Rewards* with everything in them: the program's fields, and what stands in the owner's columns. */
import type { Client } from '../program/model';
import type { Reward } from '../program/rewards/model';
import { textOf, timeOf } from './cells';
import { readClient } from './client-row';
import { type Header, readHeader } from './header';
import { REWARDS } from './rewards';
import { CLIENT_HEADINGS, type ClientHeading, letters, REWARD_HEADINGS } from './tabs';
import { MARK_HEADING } from './window-form';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A row in which anything stands. */
interface WholeRow<T> {
  row: number;
  record: T;
  /** Texts of the owner's columns by their headings; formulas and unticked boxes are left out. */
  own: Record<string, string>;
  /** The note on the first field that has notes; '' where there are none. */
  note: string;
}

/** What makes many cells of one: those below are results. */
const SPILLS =
  /arrayformula|\{|\b(?:map|byrow|filter|query|unique|sort|sequence|importrange|split)\(/i;

abstract class WholeRows<T> {
  /** The last row with content in any column. */
  readonly last: number;
  private readonly width: number;

  constructor(
    protected readonly sheet: Sheet,
    protected readonly header: Header<string>,
    private readonly noted?: string,
  ) {
    this.last = sheet.getLastRow();
    this.width = Math.max(sheet.getLastColumn(), 1);
  }

  /** Reads rows that stand together: one call, and another for what the owner has beside them. */
  read(from: number, count: number): WholeRow<T>[] {
    const height = Math.min(count, this.last - from + 1);
    if (height < 1) return [];
    const range = this.sheet.getRange(from, 1, height, this.width);
    const values = range.getValues();
    const owns = this.ownIn(range, values);
    const column = this.header.columns.get(this.noted ?? '');
    const notes = column ? this.sheet.getRange(from, column, height, 1).getNotes() : [];
    const ours = [...this.header.columns.values()];
    return values.flatMap((cells, index) => {
      const own = owns[index] ?? {};
      const note = notes[index]?.[0] ?? '';
      const isEmpty = ours.every((one) => !isFilled(cells[one - 1]));
      if (isEmpty) return [];
      return [{ row: from + index, record: this.recordOf(cells), own, note }];
    });
  }

  protected abstract recordOf(cells: unknown[]): T;

  private ownIn(range: GoogleAppsScript.Spreadsheet.Range, values: unknown[][]) {
    const columns = this.ownColumns().filter((column) =>
      values.some((cells) => isFilled(cells[column - 1])),
    );
    if (!columns.length) return [];
    const formulas = range.getFormulas();
    const shown = range.getDisplayValues();
    const headings = this.ownHeadings();
    return values.map((cells, index) =>
      Object.fromEntries(
        columns.flatMap((column) => {
          const cell = cells[column - 1];
          if (!isFilled(cell) || formulas[index]?.[column - 1]) return [];
          return [[headings.get(column), shown[index]?.[column - 1] ?? '']];
        }),
      ),
    );
  }

  /** Columns that are none of the program's, but for those of which one formula makes everything. */
  private ownColumns(): number[] {
    const ours = new Set(this.header.columns.values());
    const all = Array.from({ length: this.width }, (_, index) => index + 1);
    const names = this.header.texts;
    const others = all.filter(
      (column) => !ours.has(column) && names[column - 1] !== MARK_HEADING.toLowerCase(),
    );
    if (!others.length) return [];
    const formulas = this.sheet.getRange(1, 1, 2, this.width).getFormulas();
    return others.filter((column) => !formulas.some((row) => SPILLS.test(row[column - 1] ?? '')));
  }

  /** What each column is called; one without a heading of its own by its letters. */
  private ownHeadings(): Map<number, string> {
    const texts = this.sheet.getRange(1, 1, 1, this.width).getDisplayValues()[0] ?? [];
    const names = texts.map((text) => text.trim());
    return new Map(
      names.map((name, index) => [
        index + 1,
        name && names.indexOf(name) === index ? name : `column ${letters(index + 1)}`,
      ]),
    );
  }
}

export class WholeClients extends WholeRows<Client> {
  /** @throws {MissingTab} when a heading is not there, or there twice */
  constructor(sheet: Sheet) {
    const ours: ClientHeading[] = [...CLIENT_HEADINGS, ...REWARD_HEADINGS];
    super(sheet, readHeader(sheet, 'Clients', { ours, needed: CLIENT_HEADINGS }));
  }

  protected recordOf(cells: unknown[]): Client {
    return readClient(cells, this.header.columns as Map<ClientHeading, number>, 1);
  }
}

export class WholeRewards extends WholeRows<Reward> {
  /** @throws {MissingTab} when a heading is not there, or there twice */
  constructor(sheet: Sheet) {
    const ours = REWARDS.fields.map(({ heading }) => heading);
    super(sheet, readHeader(sheet, 'Rewards', { ours, needed: ours }), 'State');
  }

  protected recordOf(cells: unknown[]): Reward {
    const fields = REWARDS.fields.map(({ heading, field, kind }) => {
      const cell = cells[(this.header.columns.get(heading) ?? 0) - 1];
      return [field, kind === 'time' ? timeOf(cell) : textOf(cell).trim()];
    });
    return Object.fromEntries(fields) as Reward;
  }
}

/** An unticked check-box is nothing. */
function isFilled(cell: unknown): boolean {
  return cell !== '' && cell !== false && cell !== null && cell !== undefined;
}
