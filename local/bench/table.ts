/** The benchmark's result as text. */
import type { Kind } from '../apps-script';
import { aligned } from './aligned';
import type { Report, Row } from './bench';
import { crowdsAsText, dayAsText, oneInviterAsText } from './crowd-table';
import { databaseAsText } from './database';
import { EVENTS } from './events';

const COLUMNS: Record<Kind, string> = {
  'spreadsheet.read': 'read',
  'spreadsheet.search': 'search',
  'spreadsheet.write': 'write',
  'spreadsheet.flush': 'flush',
  lock: 'lock',
  cache: 'cache',
  properties: 'props',
  fetch: 'fetch',
  mail: 'mail',
  jdbc: 'jdbc',
  triggers: 'triggers',
  ui: 'ui',
};

const NOTES = `Times are medians of the runs. The smallest base has 31 rows: the clients whom the events are about.
read, search, write, flush: calls to the spreadsheet, together “sheet”. fetch: one request, or many at once by fetchAll.
cells: how many of the spreadsheet were looked at.
modelled ms: what the calls would take at Google's, after published measurements; its own start is not in it.
load ms: processor time to read, compile and evaluate the code in a fresh context, as every message pays it again.
run ms: processor time in the script's own code, without the stand-in of Google's services.
plain: the original bot's steps. Whole columns are read, one fetch goes after another, nothing is locked or remembered:
what was handled before is answered again, two messages at once lose rows, and what fails is gone.`;

/** Aligned tables, one for each size; then crowds and a day. */
export function asText(report: Report): string {
  const { machine, bundles, rows } = report;
  const kinds = (Object.keys(COLUMNS) as Kind[]).filter((kind) =>
    rows.some((row) => row.calls[kind]),
  );
  const sizes = [...new Set(rows.map(({ size }) => size))];
  return [
    `Node ${machine.node}, ${machine.system}, ${machine.cores} × ${machine.processor}`,
    `Code: ours ${kilobytes(bundles.ours)}, plain ${kilobytes(bundles.plain)}`,
    ...sizes.map((size) => {
      const shown = rows.filter((row) => row.size === size);
      return `\n${size.toLocaleString('en')} rows\n${table(shown, kinds)}`;
    }),
    `\n${NOTES}`,
    ...(report.crowds.length
      ? [crowdsAsText(report.crowds), dayAsText(report.day), oneInviterAsText(report)]
      : []),
    ...(report.database ? [databaseAsText(report.database)] : []),
  ].join('\n');
}

function table(rows: Row[], kinds: Kind[]): string {
  const head = [
    'event',
    'script',
    ...kinds.map((kind) => COLUMNS[kind]),
    'calls',
    'sheet',
    'cells',
    'modelled ms',
    'load ms',
    'run ms',
    'runs',
  ];
  const body = rows.map((row, n) => [
    rows[n - 1]?.event === row.event ? '' : (EVENTS[row.event]?.title ?? row.event),
    row.script,
    ...kinds.map((kind) => String(row.calls[kind] ?? '·')),
    String(row.callsInAll),
    String(row.sheetCalls),
    row.cells.toLocaleString('en'),
    Math.round(row.modelledMs).toLocaleString('en'),
    row.loadMs.toFixed(1),
    row.runMs.toFixed(1),
    String(row.runs),
  ]);
  return aligned([head, ...body], 2);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
