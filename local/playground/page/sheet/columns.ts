/** Columns: their letters, and how wide they are drawn. */

const NARROW = 76;
const WIDE = 250;
const LETTER = 7.3;
const PADDING = 18;

/** 1 → `A`, 27 → `AA`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

let widestOf = '';

/** Wide enough for what is seen, within reason; a column never gets narrower under one's eyes. */
export function columnWidths(
  columns: number,
  seen: readonly string[][],
  before: readonly number[],
  tab: string,
): number[] {
  const kept = tab === widestOf ? before : [];
  widestOf = tab;
  return Array.from({ length: columns }, (_, index) => {
    const longest = Math.max(0, ...seen.map((row) => (row[index] ?? '').length));
    const wanted = Math.round(longest * LETTER + PADDING);
    return Math.max(kept[index] ?? NARROW, Math.min(WIDE, wanted));
  });
}
