/** What a service call costs in milliseconds, after published measurements of the real service: unstable there, fixed here. */
import type { Kind } from './types';

/** First touch of the spreadsheet in an execution, and every later one. */
const FIRST_SHEET_CALL_MS = 300;
const LATER_SHEET_CALL_MS = 30;
/** From 300 ms for a hit in the first cell to 15 s after ten million cells. */
const SEARCHED_CELL_MS = 14_700 / 10_000_000;
/** Reading all of ten million cells took 85 s: 5.7 times a search over them. */
const READ_CELL_MS = 84_700 / 10_000_000;
const WRITE_FLUSHED_MS = 200;
const WRITTEN_CELL_MS = 0.01;

/** How long the far end takes when the outside world does not say. */
export const DEFAULT_FETCH_MS = 250;
/** One execution may last this long; a simple trigger 30 seconds. */
export const EXECUTION_LIMIT_MS = 6 * 60_000;
export const SIMPLE_TRIGGER_LIMIT_MS = 30_000;

/** Calls whose price depends on nothing. */
export const FLAT_MS: Record<Kind, number> = {
  'spreadsheet.read': LATER_SHEET_CALL_MS,
  'spreadsheet.write': 2,
  'spreadsheet.search': LATER_SHEET_CALL_MS,
  'spreadsheet.flush': 10,
  lock: 20,
  cache: 32,
  properties: 40,
  fetch: DEFAULT_FETCH_MS,
  mail: 200,
  jdbc: 5,
  triggers: 100,
  ui: 50,
};

/** Jdbc, as measured in February 2026: a connection, a statement that gives columns, any other one, each row over the bridge. Closing costs the flat price. */
export const JDBC_MS = { connect: 248, read: 120, write: 116, row: 51 };

/** Price of a read or a search of so many cells. */
export function sheetCallMs(kind: Kind, cells: number, first: boolean): number {
  const perCell = kind === 'spreadsheet.search' ? SEARCHED_CELL_MS : READ_CELL_MS;
  return (first ? FIRST_SHEET_CALL_MS : LATER_SHEET_CALL_MS) + cells * perCell;
}

/** Price of applying buffered writes of so many cells; nothing when there is nothing to write. */
export function flushMs(writes: number, cells: number): number {
  return writes === 0 ? 0 : WRITE_FLUSHED_MS + cells * WRITTEN_CELL_MS;
}
