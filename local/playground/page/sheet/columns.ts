/** Columns: their letters, and how wide they are drawn. */
import type { SheetTab } from '../../view';

/** In pixels. */
const NARROW = 76;
const WIDE = 250;
/** However wide a column has been made: its neighbours should be seen too. */
const WIDEST = 300;
/** As wide as a column gets that is fitted to what is in it. */
const FITTED = 900;
const PADDING = 16;

/** 1 → `A`, 27 → `AA`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/**
 * How wide columns are drawn, in pixels: wide enough for what is seen, but not wider than they have been made.
 *
 * @param before the widths so far: a column never gets narrower under one's eyes
 * @param fitted columns that are to be as wide as what is seen of them
 */
export function columnWidths(
  { columnWidths: made }: SheetTab,
  columns: number,
  seen: readonly (readonly string[])[],
  before: readonly number[],
  fitted: ReadonlySet<number>,
): number[] {
  return Array.from({ length: columns }, (_, index) => {
    const most = fitted.has(index + 1) ? FITTED : Math.min(WIDEST, made[index + 1] ?? WIDE);
    const widest = Math.max(0, ...seen.map((texts) => textWidth(texts[index] ?? '')));
    return Math.max(before[index] ?? NARROW, Math.min(most, Math.ceil(widest) + PADDING));
  });
}

const ruler = document.createElement('canvas').getContext('2d');
const measured = new Map<string, number>();

/** As the grid's bold headings would have it; long texts are cut anyway. */
function textWidth(text: string): number {
  const start = text.slice(0, 160);
  let width = measured.get(start);
  if (width === undefined) {
    if (ruler) ruler.font = `650 13px ${getComputedStyle(document.body).fontFamily}`;
    width = ruler?.measureText(start).width ?? 0;
    if (measured.size > 20_000) measured.clear();
    measured.set(start, width);
  }
  return width;
}
