/** In which order formulas are computed: each after those that it leans on, and again only where one of them has changed since. */
import { type Area, parseA1 } from '../a1';
import type { SheetData } from '../sheet-data';
import type { Node } from './parse';

/** A cell with a formula. */
export interface Place {
  sheet: SheetData;
  row: number;
  column: number;
}

/** A rectangle of one tab. */
export interface Spot {
  sheet: SheetData;
  area: Area;
}

/** Open sides of an area end here: what is filled may become more meanwhile. */
const WHOLE_GRID = { maxRows: 10_000_000, maxColumns: 18_278 };

/** What a formula's tree names, with the name of the tab where there is one. */
export function areasIn(node: Node | null): { sheet?: string; area: string }[] {
  switch (node?.kind) {
    case 'range':
      return [node];
    case 'call':
      return node.args.flatMap(areasIn);
    case 'operation':
      return [...areasIn(node.left), ...areasIn(node.right)];
    case 'negative':
    case 'percent':
      return areasIn(node.of);
    default:
      return [];
  }
}

/** As far as it may ever reach; undefined where the text names none. */
export function spotOf(sheet: SheetData, area: string): Spot | undefined {
  const whole = parseA1(area, WHOLE_GRID);
  return whole ? { sheet, area: whole } : undefined;
}

export function meet(one: Spot, other: Spot): boolean {
  const [a, b] = [one.area, other.area];
  return (
    one.sheet === other.sheet &&
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

/**
 * Each behind those whose cells it names; in a circle the first stays the first.
 *
 * @param named the spots that a formula names
 */
export function inOrder<P extends Place>(places: P[], named: (place: P) => Spot[]): P[] {
  const cells = new Map(places.map((place) => [keyOf(place.sheet, place), place]));
  const before = (place: P) => named(place).flatMap((spot) => within(spot, cells, places));
  const seen = new Set<P>();
  const ordered: P[] = [];
  for (const first of places) {
    const path = seen.has(first) ? [] : [{ place: first, left: before(first) }];
    seen.add(first);
    for (let last = path.at(-1); last; last = path.at(-1)) {
      const next = last.left.pop();
      if (!next) {
        ordered.push(last.place);
        path.pop();
      } else if (!seen.has(next)) {
        seen.add(next);
        path.push({ place: next, left: before(next) });
      }
    }
  }
  return ordered;
}

function within<P extends Place>({ sheet, area }: Spot, cells: Map<string, P>, places: P[]): P[] {
  if (area.rows * area.columns === 1) {
    const place = cells.get(keyOf(sheet, area));
    return place ? [place] : [];
  }
  return places.filter((place) => meet({ sheet, area }, cellOf(place)));
}

/** The cell in which a formula stands. */
function cellOf({ sheet, row, column }: Place): Spot {
  return { sheet, area: { row, column, rows: 1, columns: 1 } };
}

function keyOf(sheet: SheetData, { row, column }: { row: number; column: number }): string {
  return `${sheet.id}!${row}:${column}`;
}
