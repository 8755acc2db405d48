/** How a range is sorted: by columns of the sheet, each up or down. */
import type { Book } from './book';
import type { SheetData } from './sheet-data';

/** A column, negative for downwards, or a column with its direction. */
export type SortOrder = number | { column: number; ascending?: boolean };

/** The order of two rows of a tab: by the first of the columns in which they differ, else as they stand. */
export function rowOrder(
  book: Book,
  sheet: SheetData,
  orders: SortOrder[],
): (a: number, b: number) => number {
  const comparisons = orders.map((order) => {
    if (typeof order === 'number') return book.comparison(sheet, Math.abs(order), order > 0);
    return book.comparison(sheet, order.column, order.ascending !== false);
  });
  return (a, b) => {
    for (const compare of comparisons) {
      const difference = compare(a, b);
      if (difference !== 0) return difference;
    }
    return a - b;
  };
}
