/** What a tab keeps by its rows' or columns' numbers, as lists in which they can be moved about. */

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

/** Moves items, counted from 1, so that they come to stand before the item that is now number `to`. */
export function moveWithin<T>(
  list: T[],
  empty: T,
  { from, count, to }: { from: number; count: number; to: number },
): void {
  while (list.length < Math.max(from + count - 1, to - 1)) list.push(empty);
  const moved = list.splice(from - 1, count);
  list.splice(to > from ? to - count - 1 : to - 1, 0, ...moved);
}
