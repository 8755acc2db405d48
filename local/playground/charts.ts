/** The charts of a tab as the page draws them: what each bar is called and how long it is, as the cells show it now. */
import type { LocalAppsScript } from '../apps-script';
import { parseA1, splitSheetName } from '../apps-script/a1';
import type { SheetBar, SheetChart } from './view';

type Hand = LocalAppsScript['spreadsheet'];

/** Where a chart does not say: the size that Google gives it, and its blue. */
const SIZE = { width: 600, height: 371 };
const COLOUR = '#4285f4';

/** One cell of the names, and the one beside it of the values. */
interface Cell {
  tab: string;
  row: number;
  column: number;
}

/** Nothing is computed where there is no chart. */
export function chartsOf(hand: Hand, name: string): SheetChart[] {
  return hand.charts(name).map(({ type, title, row, column, shows, options, headers }) => {
    const { width, height, colors } = options as Partial<Record<string, unknown>>;
    const [names = [], values = []] = shows.map((area) => cellsOf(hand, area).slice(headers));
    return {
      ...{ title, row, column, lies: type === 'BAR' },
      width: Number(width ?? SIZE.width),
      height: Number(height ?? SIZE.height),
      color: String((colors as unknown[] | undefined)?.[0] ?? COLOUR),
      bars: names.flatMap((cell, index) => barOf(hand, cell, values[index])),
    };
  });
}

/** The cells of an area such as `Numbers!A20:A32`, down its first column; none where its tab has been deleted. */
function cellsOf(hand: Hand, shown: string): Cell[] {
  const { sheet: tab = '', area } = splitSheetName(shown);
  if (!hand.sheetNames().includes(tab)) return [];
  const { rows, columns } = hand.size(tab);
  const place = parseA1(area, { maxRows: rows, maxColumns: columns });
  if (!place) return [];
  return Array.from({ length: place.rows }, (_, index) => ({
    ...{ tab, row: place.row + index, column: place.column },
  }));
}

/** None where the cells are empty. */
function barOf(hand: Hand, name: Cell, value: Cell | undefined): SheetBar[] {
  const long = value && hand.value(value.tab, value.row, value.column);
  if (!value || typeof long !== 'number') return [];
  const shown = hand.shown(value.tab, value.row, value.column);
  return [{ name: hand.shown(name.tab, name.row, name.column), value: long, shown }];
}
