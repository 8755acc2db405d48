/** Columns: their letters, and how wide they are drawn. */

const NARROW = 76;
const WIDE = 250;
const PADDING = 16;

/** 1 → `A`, 27 → `AA`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

const ruler = document.createElement('canvas').getContext('2d');
const measured = new Map<string, number>();

/** In pixels, as the grid's bold headings would have it; long texts are cut anyway. */
function textWidth(text: string): number {
  const start = text.slice(0, 60);
  let width = measured.get(start);
  if (width === undefined) {
    if (ruler) ruler.font = `650 13px ${getComputedStyle(document.body).fontFamily}`;
    width = ruler?.measureText(start).width ?? 0;
    if (measured.size > 20_000) measured.clear();
    measured.set(start, width);
  }
  return width;
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
    const widest = Math.max(0, ...seen.map((row) => textWidth(row[index] ?? '')));
    const wanted = Math.ceil(widest) + PADDING;
    return Math.max(kept[index] ?? NARROW, Math.min(WIDE, wanted));
  });
}
