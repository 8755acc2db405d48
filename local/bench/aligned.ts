/** Cells as aligned text. */

/** @param words so many columns are words, on the left; the others are numbers */
export function aligned(lines: string[][], words: number): string {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((cells) => cells[column]?.length ?? 0)),
  );
  const cell = (text: string, column: number) =>
    column < words ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0);
  return lines.map((cells) => cells.map(cell).join('  ')).join('\n');
}
