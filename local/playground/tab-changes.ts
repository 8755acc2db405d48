/** Counts, tab by tab, how often something that stands in it has changed. */
import type { SavedState } from '../apps-script';

type Book = SavedState['book'];
type SavedSheet = Book['sheets'][number];
type Row = SavedSheet['rows'][number];

export class TabChanges {
  private readonly counts = new Map<number, number>();
  private before: Book | undefined;

  /**
   * Looks at the spreadsheet as it is now.
   *
   * @returns how often a tab has changed since the first look, by the tab's id
   */
  counted(book: Book): ReadonlyMap<number, number> {
    if (book === this.before) return this.counts;
    const known = new Map(this.before?.sheets.map((sheet) => [sheet.id, sheet]));
    for (const sheet of book.sheets) {
      const was = known.get(sheet.id);
      const news = this.before !== undefined && !(was && sameCells(was, sheet));
      this.counts.set(sheet.id, (this.counts.get(sheet.id) ?? 0) + (news ? 1 : 0));
    }
    this.before = book;
    return this.counts;
  }
}

function sameCells({ rows: some }: SavedSheet, { rows: others }: SavedSheet): boolean {
  const most = Math.max(some.length, others.length);
  for (let row = 0; row < most; row++) if (!sameRow(some[row], others[row])) return false;
  return true;
}

function sameRow(one: Row | undefined, other: Row | undefined): boolean {
  const [some, others] = [one?.v ?? [], other?.v ?? []];
  const most = Math.max(some.length, others.length);
  for (let at = 0; at < most; at++) {
    if (!Object.is(some[at] ?? '', others[at] ?? '')) return false;
  }
  return true;
}
