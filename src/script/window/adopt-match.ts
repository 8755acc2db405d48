/** Finds out whose each row of a tab is, when the base has just moved: by marks, by what stands there, and by its keys. */
import type { Value, WindowForm } from '../../sheet/window-form';
import { movedValue } from '../../sheet/window-form';
import type { WindowRow } from '../../sheet/window-tab';
import type { Moved } from '../../sql/window-adopt';
import { keysIn } from './edits';
import { marksOf } from './match';

/** So many rows are compared with everybody who is left. */
const STRANGERS = 200;

/** What a row and one that has moved may have in common. */
type Likeness = (row: WindowRow, moved: Moved) => boolean;

/** @returns by the rows; those without one were typed, or are found later */
export function foundIn(
  rows: WindowRow[],
  moved: Moved[],
  form: WindowForm,
  isLast: boolean,
): Map<number, Moved> {
  const found = new Map<number, Moved>();
  const search = new Search(rows, moved, form, found);
  const marks = marksOf(rows, form);
  search.by(
    (row) => [String(marks.get(row.row)?.id ?? '')],
    ({ id }) => [String(id)],
  );
  search.by(
    ({ cells }) => [search.said((column) => cells[column] ?? null)],
    (one) => [search.said((column) => search.valueOf(one, column))],
  );
  search.by(
    ({ cells }) => keysOf(cells, form),
    (one) => keysOf(one as unknown as WindowRow['cells'], form),
  );
  if (isLast) search.among(STRANGERS, (row, one) => search.isMostlySame(row, one));
  return found;
}

/** What a row is found by: of clients their number, ids and code. */
export function keysOf(cells: WindowRow['cells'], { table }: WindowForm): string[] {
  if (table === 'rewards') return [String(cells.key ?? '')].filter(Boolean);
  return [...keysIn(cells), String(cells.code ?? '')].filter(Boolean);
}

class Search {
  private readonly taken = new Set<number>();

  constructor(
    private readonly rows: WindowRow[],
    private readonly moved: Moved[],
    private readonly form: WindowForm,
    private readonly found: Map<number, Moved>,
  ) {}

  /** Rows that share a sign: of several the one with most in common. */
  by(signsOfRow: (row: WindowRow) => string[], signsOf: (one: Moved) => string[]): void {
    const bySign = new Map<string, Moved[]>();
    for (const one of this.moved) {
      if (this.taken.has(one.id)) continue;
      for (const sign of signsOf(one)) bySign.set(sign, [...(bySign.get(sign) ?? []), one]);
    }
    for (const row of this.rest()) {
      const some = signsOfRow(row).flatMap((sign) => bySign.get(sign) ?? []);
      this.take(row, some);
    }
  }

  /** Some of those that are left, compared with everybody. */
  among(most: number, isLike: Likeness): void {
    const left = this.moved.filter(({ id }) => !this.taken.has(id));
    for (const row of this.rest().slice(0, most)) {
      this.take(
        row,
        left.filter((one) => isLike(row, one)),
      );
    }
  }

  valueOf(moved: Moved, column: string): Value {
    const field = this.form.fields.find((one) => one.column === column);
    return field ? movedValue(moved[column], field) : null;
  }

  said(value: (column: string) => Value): string {
    return JSON.stringify(this.form.fields.map(({ column }) => value(column)));
  }

  /** Whether as much is the same as is otherwise. */
  isMostlySame(row: WindowRow, moved: Moved): boolean {
    const isFilled = ({ column }: { column: string }) =>
      !!row.cells[column] || !!this.valueOf(moved, column);
    const common = this.common(row, moved);
    return common > 0 && common >= this.form.fields.filter(isFilled).length / 2;
  }

  private rest(): WindowRow[] {
    return this.rows.filter(({ row, isEmpty }) => !isEmpty && !this.found.has(row));
  }

  private take(row: WindowRow, some: Moved[]): void {
    let best: Moved | undefined;
    let most = -1;
    for (const one of some) {
      if (this.taken.has(one.id)) continue;
      const common = some.length > 1 ? this.common(row, one) : 0;
      if (common > most) [best, most] = [one, common];
    }
    if (!best) return;
    this.found.set(row.row, best);
    this.taken.add(best.id);
  }

  private common({ cells }: WindowRow, moved: Moved): number {
    const isSame = ({ column }: { column: string }) =>
      !!cells[column] && cells[column] === this.valueOf(moved, column);
    return this.form.fields.filter(isSame).length;
  }
}
