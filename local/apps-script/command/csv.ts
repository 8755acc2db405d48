/** CSV as spreadsheets write it: commas, quotes where needed, doubled quotes within. */

/** The rows of a CSV text. A byte order mark and an empty line at the end do not count. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  const source = text.replace(/^\uFEFF/, '');
  while (cell.lastIndex < source.length) {
    const at = cell.lastIndex;
    const match = cell.exec(source);
    if (!match) throw new Error(`There is a stray quote in line ${lineAt(source, at)}.`);
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') {
      if (cell.lastIndex === source.length) row.push('');
      continue;
    }
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}
