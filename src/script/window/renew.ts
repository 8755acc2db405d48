/** Writes what is newer in the database into the window: into cells that nobody has edited, and below the last row. */
import { storedValue, type Value } from '../../sheet/window-form';
import { hashOf, hashOfOwn, type Mark } from '../../sheet/window-mark';
import type { NewRow, WindowRow } from '../../sheet/window-tab';
import type { WindowCells } from '../../sql/window';
import type { EditedRow } from './edits';
import type { Look } from './look';

/**
 * First the marks say what the cells are going to be, then the cells are written: one that was cut off in between is nobody's
 * edit. The caller writes the marks once more.
 *
 * @param edited what the owner has edited stays
 */
export function renew(fresh: WindowCells[], edited: EditedRow[], look: Look): void {
  const { tab, marks } = look;
  const places = look.places();
  const wanted = new Set(look.news.wanted);
  const kept = new Map(edited.map(({ mark, columns }) => [mark.id, columns]));
  const writes = new Writes();
  const added: NewRow[] = [];
  for (const cells of fresh) {
    const row = places.get(cells.id);
    const mark = row && marks.get(row.row);
    if (row && mark) renewRow(row, mark, cells, kept.get(cells.id) ?? [], writes, look);
    else if (wanted.has(cells.id)) added.push(newRow(cells, look));
  }
  tab.writeMarks(marks);
  for (const [column, values] of writes.columns) tab.write(column, values);
  for (const [row, text] of writes.remarks) tab.note(row, 'state', text);
  tab.append(added.sort((a, b) => a.mark.id - b.mark.id));
  for (const { mark } of added) look.added.add(mark.id);
  for (const mark of marks.values()) {
    if (mark.next) mark.written = mark.next;
    delete mark.next;
  }
}

/** What is to be written, by columns and rows. */
class Writes {
  readonly columns = new Map<string, Map<number, Value>>();
  readonly remarks = new Map<number, string>();

  cell(column: string, row: number, value: Value): void {
    this.columns.set(column, (this.columns.get(column) ?? new Map()).set(row, value));
  }
}

function renewRow(
  row: WindowRow,
  mark: Mark,
  cells: WindowCells,
  kept: string[],
  writes: Writes,
  { form, tab }: Look,
): void {
  const next = new Map(mark.written);
  for (const field of form.fields) {
    const { column } = field;
    if (!tab.has(column) || kept.includes(column)) continue;
    const value = storedValue(cells[column], field);
    next.set(column, hashOf(value));
    const isOther = value !== row.cells[column] || !mark.written.has(column);
    if (isOther) writes.cell(column, row.row, value);
  }
  if (!next.has('own')) next.set('own', hashOfOwn(row.own));
  if (form.table === 'rewards') {
    const remark = String(cells.remark);
    if (hashOf(remark) !== (next.get('remark') ?? hashOf(''))) writes.remarks.set(row.row, remark);
    next.set('remark', hashOf(remark));
  }
  mark.next = next;
}

function newRow(cells: WindowCells, { form, tab }: Look): NewRow {
  const values = Object.fromEntries(
    form.fields.map((field) => [field.column, storedValue(cells[field.column], field)]),
  );
  const own = tab.ownOf(cells.own);
  const written = new Map(
    Object.entries(values).flatMap(([column, value]): [string, string][] =>
      tab.has(column) ? [[column, hashOf(value)]] : [],
    ),
  );
  written.set('own', hashOfOwn(own));
  // A remark is put beside a new row with the next look.
  if (!cells.remark) written.set('remark', hashOf(''));
  const mark: Mark = { id: cells.id, written };
  return { mark, cells: values, own };
}
