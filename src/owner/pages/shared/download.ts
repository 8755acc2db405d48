/** Files that the browser saves. */

/** Has the browser save a file. */
export function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.target = '_self';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** What a spreadsheet would take for a formula. */
const FORMULA_START = /^[=+\-@\t\r]/;

/** A table that spreadsheets open as it is: in UTF-8 with its mark, and with no cell that would be calculated. */
export function csvFile(rows: (string | number)[][]): Blob {
  const lines = rows.map((cells) => cells.map(csvCell).join(','));
  return new Blob([`\uFEFF${lines.join('\r\n')}\r\n`], { type: 'text/csv' });
}

function csvCell(value: string | number): string {
  const text = String(value);
  const safe = FORMULA_START.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
