/** References in formulas follow what they point to: rows and columns that are inserted, deleted or moved, and renamed tabs. */
import { columnName, columnNumber } from './a1';

/** Where something that stood at a place stands afterwards; null where it is gone. */
type Moved = (place: number) => number | null;

/** What happened to a tab. */
export interface Change {
  axis: 'rows' | 'columns';
  moved: Moved;
}

const CELL = '\\$?[A-Z]{1,3}\\$?\\d+';
const AREA = `${CELL}(?::\\$?[A-Z]{1,3}\\$?\\d*)?|\\$?[A-Z]{1,3}:\\$?[A-Z]{1,3}\\d*|\\$?\\d+:\\$?\\d+`;
/** Texts, which are left alone; references with or without their tab; names of functions and others. */
const TOKEN = new RegExp(
  `"(?:[^"]|"")*"|(?<tab>(?:'(?:[^']|'')+'|[\\p{L}_][\\p{L}\\d_]*)!)?(?<area>${AREA})(?![\\w(.!])|[\\p{L}_][\\p{L}\\d_.]*|\\d[\\w.]*`,
  'giu',
);

/** One end of an area: its column and its row, each with the sign that holds it when the formula is copied. */
const END = /^(\$?)([A-Z]*)(\$?)(\d*)$/i;

/**
 * The formula as it reads after the change.
 *
 * @param home the tab in which it stands
 * @param changed the tab that was changed
 */
export function afterChange(
  formula: string,
  home: string,
  changed: string,
  change: Change,
): string {
  return formula.replace(TOKEN, (token, ...rest) => {
    const { tab, area } = rest.at(-1) as { tab?: string; area?: string };
    if (area === undefined || nameOf(tab, home) !== changed) return token;
    const after = areaAfter(area, change);
    return after === null ? '#REF!' : `${tab ?? ''}${after}`;
  });
}

/** The formula as it reads when a tab is called otherwise. */
export function afterRename(formula: string, from: string, to: string): string {
  return formula.replace(TOKEN, (token, ...rest) => {
    const { tab, area } = rest.at(-1) as { tab?: string; area?: string };
    return area && tab && nameOf(tab, '') === from ? `${quoted(to)}!${area}` : token;
  });
}

/** A tab's name as formulas have it. */
function quoted(name: string): string {
  return /^[A-Za-z_][A-Za-z\d_]*$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

function nameOf(tab: string | undefined, home: string): string {
  if (tab === undefined) return home;
  return tab
    .slice(0, -1)
    .replace(/^'(.*)'$/s, '$1')
    .replaceAll("''", "'");
}

function areaAfter(area: string, { axis, moved }: Change): string | null {
  const ends = area.split(':').map((end) => END.exec(end)?.slice(1) ?? []);
  const places = ends.map(([, letters = '', , digits = '']) =>
    axis === 'columns' ? (letters ? columnNumber(letters) : 0) : Number(digits),
  );
  const [first = 0, last = first] = places;
  const after = span(first, last, moved);
  if (after === null) return null;
  return ends
    .map(([held = '', letters = '', heldRow = '', digits = ''], i) => {
      const place = after[i] ?? 0;
      const column = axis === 'columns' && letters ? columnName(place) : letters;
      return `${held}${column}${heldRow}${axis === 'rows' && digits ? place : digits}`;
    })
    .join(':');
}

/** An end that is open has the place 0. An area of several keeps what is left of it between its ends. */
function span(first: number, last: number, moved: Moved): [number, number] | null {
  if (first === 0) return [0, last === 0 ? 0 : (moved(last) ?? last)];
  if (last === 0) return [moved(first) ?? first, 0];
  const [from, to] = [moved(first), moved(last)];
  if (first === last) return from === null ? null : [from, from];
  if (from !== null && to !== null) {
    // A column that is dragged out of a wider area, or within it, leaves the area where it is: nobody has said.
    return to - from === last - first || isShift(first, last, moved) ? [from, to] : [first, last];
  }
  const left = Array.from({ length: last - first + 1 }, (_, i) => moved(first + i)).filter(
    (place) => place !== null,
  );
  return left.length > 0 ? [Math.min(...left), Math.max(...left)] : null;
}

/** Whether everything in the area stays in its order. */
function isShift(first: number, last: number, moved: Moved): boolean {
  let highest = 0;
  for (let place = first; place <= last; place++) {
    const now = moved(place);
    if (now !== null && now <= highest) return false;
    highest = now ?? highest;
  }
  return true;
}
