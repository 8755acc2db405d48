/** What a run has come to, as text for whoever sits at the terminal. */
import type { Exchange } from './internet';

/** What happened, as plain JSON. */
export interface Happened {
  /** What the function returned, or the web app answered. */
  result?: unknown;
  answer?: { status: number; text: string };
  error?: string;
  stack?: string;
  log: string[];
  fetched: Exchange[];
  alerts: string[];
  toasts: string[];
  /** What the script asked for and the stand-in does not have. */
  missing: string[];
  properties: Record<string, string>;
  triggers: string[];
  /** Functions that ran later, by triggers. */
  later: string[];
  sheets: Record<string, string[][]>;
}

const WIDEST = 40;

/** The report, with a heading for each thing that there is something to tell of. */
export function report(happened: Happened): string {
  const { result, answer, error, stack, missing } = happened;
  const parts: [string, string[]][] = [
    ['result', result === undefined ? [] : [shown(result)]],
    ['answer', answer ? [`${answer.status}${answer.text && `\n${answer.text}`}`] : []],
    ['error', error === undefined ? [] : [error, ...places(stack)]],
    ['not part of the local Apps Script', [...new Set(missing)]],
    ['log', happened.log],
    ['dialogs', [...happened.alerts, ...happened.toasts]],
    ['fetched', happened.fetched.flatMap(exchange)],
    ['script properties', Object.entries(happened.properties).map(([k, v]) => `${k} = ${v}`)],
    ['triggers', happened.triggers],
    ['ran later', happened.later],
    ...Object.entries(happened.sheets).map(([name, rows]): [string, string[]] => [
      `tab ${name}`,
      rows.length ? table(rows) : ['(empty)'],
    ]),
  ];
  return parts
    .filter(([, lines]) => lines.length > 0)
    .map(([heading, lines]) => `${heading}\n${lines.map(indented).join('\n')}`)
    .join('\n\n');
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value, null, 2) ?? String(value));
}

/** Where in the script it happened. */
function places(stack = ''): string[] {
  const lines = stack.split('\n').filter((line) => /\.(?:gs|js):\d+/.test(line));
  return lines
    .filter((line) => !/node_modules|node:internal/.test(line))
    .map((line) => line.trim());
}

function exchange({ method, url, body, answer }: Exchange): string[] {
  return [`${method} ${url}`, ...(body ? [`  ${body}`] : []), `  → ${answer}`];
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}

/** A table in plain letters; a long text is cut, a line break shown as ⏎. */
function table(rows: string[][]): string[] {
  const cells = rows.map((row) => row.map(short));
  const widths = (cells[0] ?? []).map((_, c) =>
    Math.max(...cells.map((row) => [...(row[c] ?? '')].length)),
  );
  return cells.map((row) =>
    row
      .map((text, c) => text + ' '.repeat((widths[c] ?? 0) - [...text].length))
      .join(' | ')
      .trimEnd(),
  );
}

function short(text: string): string {
  const letters = [...text.replace(/\r?\n/g, '⏎')];
  return letters.length > WIDEST ? `${letters.slice(0, WIDEST - 1).join('')}…` : letters.join('');
}
