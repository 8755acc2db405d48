/** What the owner sees of the sheet and does to it with mouse and keyboard. */
import { parse, unparse } from 'papaparse';
import { chartsOf } from './charts';
import { anyText, type Fields, oneOf, text, wholeNumber, yesOrNo } from './fields';
import type { Playground } from './playground';
import { orRefuse, Refusal } from './refusal';
import type { SheetRow, SheetRows } from './view';

type Hand = Playground['script']['spreadsheet'];
type Area = Parameters<Hand['copyCells']>[1];
type Verb = (hand: Hand, sheet: string, fields: Fields) => void;

const LAST_ROW = 10_000_000;
const LAST_COLUMN = 18_278;
const MOST_ROWS_AT_ONCE = 500;

const row = (fields: Fields) => wholeNumber(fields, 'row', 1, LAST_ROW);
const column = (fields: Fields) => wholeNumber(fields, 'column', 1, LAST_COLUMN);

/** What is typed into cells: it is undone cell by cell. */
const TYPED: Record<string, (fields: Fields) => { area: Area; act: Verb }> = {
  type: (fields) => ({
    area: { row: row(fields), column: column(fields), rows: 1, columns: 1 },
    act: (hand, sheet) => hand.type(sheet, row(fields), column(fields), anyText(fields, 'text')),
  }),
  paste: (fields) => {
    const texts = rowsOf(text(fields, 'text'));
    const columns = Math.max(1, ...texts.map((line) => line.length));
    return {
      area: { row: row(fields), column: column(fields), rows: texts.length, columns },
      act: (hand, sheet) => hand.paste(sheet, row(fields), column(fields), texts),
    };
  },
  clear: (fields) => {
    const area = areaIn(fields);
    const nothing = Array.from({ length: area.rows }, () => Array(area.columns).fill(''));
    return { area, act: (hand, sheet) => hand.paste(sheet, area.row, area.column, nothing) };
  },
};

/** What makes another tab of it: it is undone as a whole. */
const RESHAPED: Record<string, Verb> = {
  sort: (hand, sheet, fields) => hand.sort(sheet, column(fields), yesOrNo(fields, 'ascending')),
  filter: (hand, sheet, fields) =>
    hand.filter(sheet, column(fields), hand.shown(sheet, row(fields), column(fields))),
  endFilter: (hand, sheet) => hand.filter(sheet, 1, null),
  insertRow: (hand, sheet, fields) => hand.insertRow(sheet, row(fields)),
  deleteRow: (hand, sheet, fields) => hand.deleteRow(sheet, row(fields)),
  insertColumn: (hand, sheet, fields) => hand.insertColumn(sheet, column(fields)),
  deleteColumn: (hand, sheet, fields) => hand.deleteColumn(sheet, column(fields)),
  moveColumn: (hand, sheet, fields) => {
    const { columns } = hand.size(sheet);
    hand.moveColumn(sheet, column(fields), wholeNumber(fields, 'to', 1, columns));
  },
};

const TABS: Record<string, Verb> = {
  rename: (hand, sheet, fields) => hand.rename(sheet, text(fields, 'to')),
  addSheet: (hand, sheet) => hand.addSheet(sheet),
  deleteSheet: (hand, sheet) => hand.deleteSheet(sheet),
};

const VERBS = ['select', 'undo', 'redo'].concat(...[TYPED, RESHAPED, TABS].map(Object.keys));

/** `POST /local/sheet` `{do, sheet, …}`: one of the verbs. */
export function changeSheet(playground: Playground, fields: Fields): object {
  const sheet = text(fields, 'sheet');
  const verb = oneOf(fields, 'do', VERBS);
  if (verb !== 'select') {
    return playground.act('The owner at the sheet', () =>
      orRefuse(() => change(playground, verb, sheet, fields)),
    );
  }
  orRefuse(() => playground.select(sheet, row(fields), column(fields)));
  return {};
}

function change({ script, undo }: Playground, verb: string, sheet: string, fields: Fields): object {
  const hand = script.spreadsheet;
  if (verb === 'undo') return { sheet: undo.undo(hand) };
  if (verb === 'redo') return { sheet: undo.redo(hand) };
  const typed = TYPED[verb]?.(fields);
  const reshape = RESHAPED[verb];
  if (typed) undo.cells(hand, sheet, typed.area, () => typed.act(hand, sheet, fields));
  else if (reshape) undo.tab(hand, sheet, () => reshape(hand, sheet, fields));
  else TABS[verb]?.(hand, sheet, fields);
  return { sheet };
}

/** `GET /local/block.json?name=…&row=…&column=…&rows=…&columns=…`: cells as they are copied into other programs. */
export function shownBlock(playground: Playground, query: URLSearchParams): { text: string } {
  const name = query.get('name') ?? '';
  const hand = playground.script.spreadsheet;
  const {
    row: top,
    column: left,
    rows,
    columns,
  } = areaIn(
    Object.fromEntries(
      ['row', 'column', 'rows', 'columns'].map((one) => [one, Number(query.get(one))]),
    ),
  );
  const cells = orRefuse(() =>
    Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (_, c) => hand.shown(name, top + r, left + c)),
    ),
  );
  return { text: unparse(cells, { delimiter: '\t', newline: '\n' }) };
}

/** `GET /local/sheet.json?name=…&from=…&to=…`: rows as displayed, with the notes on their cells; and the tab's charts. */
export function shownRows(playground: Playground, query: URLSearchParams): SheetRows {
  const name = query.get('name') ?? '';
  const tab = playground.tabs().find((one) => one.name === name);
  if (!tab) throw new Refusal(`There is no tab “${name}”.`);
  const from = fromQuery(query, 'from');
  const to = Math.min(fromQuery(query, 'to'), tab.maxRows, from + MOST_ROWS_AT_ONCE - 1);
  const hand = playground.script.spreadsheet;
  const rows = Array.from({ length: to - from + 1 }, (_, index) => {
    const at = from + index;
    return shownRow(hand, name, at, at > tab.rows ? 0 : tab.columns);
  });
  return { name, from, rows, charts: chartsOf(hand, name) };
}

function shownRow(hand: Hand, name: string, at: number, width: number): SheetRow {
  const row: SheetRow = {
    ...{ texts: [], notes: {}, wrapped: [], bold: [], fills: {}, choices: {} },
    hidden: hand.isRowHidden(name, at),
  };
  for (let index = 1; index <= width; index++) {
    row.texts.push(hand.shown(name, at, index));
    const note = hand.note(name, at, index);
    if (note) row.notes[index] = note;
    if (hand.wraps(name, at, index)) row.wrapped.push(index);
    if (hand.isBold(name, at, index)) row.bold.push(index);
    const fill = hand.background(name, at, index);
    if (fill !== '#ffffff') row.fills[index] = fill;
    const choices = hand.choices(name, at, index);
    if (choices.length > 0) row.choices[index] = choices;
  }
  return row;
}

/** `GET /local/cell.json?name=…&row=…&column=…`: what stands in the cell when one opens it to type. */
export function shownCell(playground: Playground, query: URLSearchParams): { text: string } {
  const name = query.get('name') ?? '';
  const hand = playground.script.spreadsheet;
  const at = [fromQuery(query, 'row'), fromQuery(query, 'column')] as const;
  return orRefuse(() => ({ text: hand.formula(name, ...at) || hand.shown(name, ...at) }));
}

function fromQuery(query: URLSearchParams, name: string): number {
  return wholeNumber({ [name]: Number(query.get(name) ?? Number.NaN) }, name, 1, LAST_ROW);
}

/** A block of cells as tables are copied: tabs between cells, lines between rows, quotes around what has lines of its own. */
function rowsOf(block: string): string[][] {
  return parse<string[]>(block.replace(/\r?\n$/, ''), { delimiter: '\t' }).data;
}

function areaIn(fields: Fields): Area {
  return {
    row: row(fields),
    column: column(fields),
    rows: wholeNumber(fields, 'rows', 1, LAST_ROW),
    columns: wholeNumber(fields, 'columns', 1, LAST_COLUMN),
  };
}
