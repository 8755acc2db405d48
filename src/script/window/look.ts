/**
 * One look at a window: the owner's edits go to the database, and what is newer there comes into the cells that nobody has
 * edited. Wherever it is cut off the next look goes on: an edit is safe as long as its cell differs from its mark.
 */
import { tableOf, type WindowForm } from '../../sheet/window-form';
import type { Mark } from '../../sheet/window-mark';
import { isUnfinished, type WindowRow, WindowTab } from '../../sheet/window-tab';
import type { Database } from '../../sql/database';
import { type News, newsOf, type WindowTable } from '../../sql/window';
import { databaseOf } from '../books';
import type { Script } from '../program';
import { sheetOf } from '../tabs';
import { marksOf } from './match';
import { pinnedIn } from './pins';

export class Look {
  readonly database: Database;
  readonly tab: WindowTab;
  readonly table: WindowTable;
  readonly news: News;
  readonly rows: WindowRow[];
  /** Whose each row is. */
  readonly marks: Map<number, Mark>;
  /** Ids of rows that are to come from the database besides what is new. */
  readonly also = new Set<number>();
  /** Ids that were added to the tab. */
  readonly added = new Set<number>();

  /**
   * Asks for the news, then reads the tab: between reading and writing there is as little as possible. The caller has the
   * lock.
   *
   * @throws {MissingTab} and {DatabaseDown}
   */
  constructor(
    readonly form: WindowForm,
    readonly script: Script,
  ) {
    this.database = databaseOf(script);
    this.table = tableOf(form);
    this.news = newsOf(this.table, pinnedIn(form, script.store), this.database);
    this.tab = new WindowTab(sheetOf(form.name, script), form, namedIn(script));
    this.rows = this.tab.read();
    this.marks = marksOf(this.rows, form);
    for (const mark of this.marks.values()) {
      if (isUnfinished(mark, this.tab)) this.also.add(mark.id);
    }
  }

  /** Where each id stands among the rows that were read. */
  places(): Map<number, WindowRow> {
    return new Map(
      this.rows.flatMap((row): [number, WindowRow][] => {
        const mark = this.marks.get(row.row);
        return mark ? [[mark.id, row]] : [];
      }),
    );
  }

  /** These belong into the window from now on. */
  welcome(ids: number[]): void {
    this.news.there.push(...ids);
    this.news.wanted.push(...ids);
  }

  /** Rows of the tab that are nobody's yet. */
  typed(): WindowRow[] {
    return this.rows.filter(({ row, isEmpty }) => !isEmpty && !this.marks.has(row));
  }
}

/** The owner's headings that texts and answers name. */
function namedIn({ program }: Script): Set<string> {
  const { columns, answers } = program.settings;
  const named = [...Object.values(columns).flat(), ...answers.flatMap((one) => one.columns)];
  return new Set(named.map((heading) => heading.trim().toLowerCase()));
}
