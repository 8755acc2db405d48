/** What a tab keeps by its columns' numbers, as lists in which columns can be moved about. */

/** Widths in pixels by column; columns are counted from 1. */
type Widths = Record<number, number>;

/** Changes lists whose first item belongs to the first column. */
export type ListChange = <T>(list: T[], empty: T) => void;

/** The widths after a change. */
export function changedWidths(widths: Widths, change: ListChange): Widths {
  const length = Math.max(0, ...Object.keys(widths).map(Number));
  const list = Array.from({ length }, (_, i) => widths[i + 1] ?? null);
  change<number | null>(list, null);
  return Object.fromEntries(list.flatMap((width, i) => (width === null ? [] : [[i + 1, width]])));
}

/** The numbers of the columns that are hidden, after a change. */
export function changedNumbers(numbers: Set<number>, change: ListChange): Set<number> {
  const list = Array.from({ length: Math.max(0, ...numbers) }, (_, i) => numbers.has(i + 1));
  change(list, false);
  return new Set(list.flatMap((is, i) => (is ? [i + 1] : [])));
}
