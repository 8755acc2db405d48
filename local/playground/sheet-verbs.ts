/** What the owner sees of the sheet and does to it with mouse and keyboard. */
import { anyText, type Fields, oneOf, text, wholeNumber, yesOrNo } from './fields';
import type { Playground } from './playground';
import { orRefuse, Refusal } from './refusal';
import type { SheetRow, SheetRows } from './view';

type Hand = Playground['script']['spreadsheet'];
type Verb = (hand: Hand, sheet: string, fields: Fields) => void;

const LAST_ROW = 10_000_000;
const LAST_COLUMN = 18_278;
const MOST_ROWS_AT_ONCE = 500;

const row = (fields: Fields) => wholeNumber(fields, 'row', 1, LAST_ROW);
const column = (fields: Fields) => wholeNumber(fields, 'column', 1, LAST_COLUMN);

const VERBS = {
  type: (hand, sheet, fields) =>
    hand.type(sheet, row(fields), column(fields), anyText(fields, 'text')),
  paste: (hand, sheet, fields) =>
    hand.paste(sheet, row(fields), column(fields), pasted(text(fields, 'text'))),
  sort: (hand, sheet, fields) => hand.sort(sheet, column(fields), yesOrNo(fields, 'ascending')),
  insertRow: (hand, sheet, fields) => hand.insertRow(sheet, row(fields)),
  deleteRow: (hand, sheet, fields) => hand.deleteRow(sheet, row(fields)),
  insertColumn: (hand, sheet, fields) => hand.insertColumn(sheet, column(fields)),
  deleteColumn: (hand, sheet, fields) => hand.deleteColumn(sheet, column(fields)),
  moveColumn: (hand, sheet, fields) => {
    const { columns } = hand.size(sheet);
    hand.moveColumn(sheet, column(fields), wholeNumber(fields, 'to', 1, columns));
  },
  rename: (hand, sheet, fields) => hand.rename(sheet, text(fields, 'to')),
  addSheet: (hand, sheet) => hand.addSheet(sheet),
  deleteSheet: (hand, sheet) => hand.deleteSheet(sheet),
} satisfies Record<string, Verb>;

/** `POST /local/sheet` `{do, sheet, …}`: one of the verbs, or `select`. */
export function changeSheet(playground: Playground, fields: Fields): object {
  const sheet = text(fields, 'sheet');
  const hand = playground.script.spreadsheet;
  if (fields.do === 'select') {
    orRefuse(() => playground.select(sheet, row(fields), column(fields)));
    return {};
  }
  const verb = oneOf(fields, 'do', Object.keys(VERBS) as (keyof typeof VERBS)[]);
  playground.act('The owner at the sheet', () => orRefuse(() => VERBS[verb](hand, sheet, fields)));
  return {};
}

/** `GET /local/sheet.json?name=…&from=…&to=…`: rows as displayed, with the notes on their cells. */
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
  return { name, from, rows };
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

/** A block of cells as tables are copied: tabs between cells, lines between rows. */
function pasted(block: string): string[][] {
  return block
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t'));
}
