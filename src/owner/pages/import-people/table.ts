/** A list of people as a table of texts: what was pasted, a file, a tab of the spreadsheet. */
import Papa from 'papaparse';
import type { OtherTab } from '../../wire';
import type { Step } from '../components/progress';
import { server } from '../shared/server';

/** Rows of cells; no row is empty. */
export type Table = string[][];

/** Rows of one call. */
const ROWS = 5000;

/** Reads CSV, with whatever separates its columns; what is copied out of a spreadsheet has tabs. */
export function tableOf(text: string): Table {
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' });
  return data.map((row) => row.map((cell) => cell.trim()));
}

/** A file's text, also where an older Excel wrote it. */
export async function textOfFile(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** A tab's rows, some at a time. */
export async function tableOfTab({ name, rows }: OtherTab, step: Step): Promise<Table> {
  const table: Table = [];
  for (let from = 1; from <= rows; from += ROWS) {
    if (!step(from - 1, rows, `${(from - 1).toLocaleString()} of ${rows.toLocaleString()} rows`)) {
      break;
    }
    table.push(...(await server.tabRows(name, from, ROWS)));
  }
  return table.filter((row) => row.some((cell) => cell.trim()));
}
