/** One row of the grid. It is drawn again only when something in it has changed. */
// biome-ignore-all lint/a11y/useSemanticElements: rows of a table cannot be placed one by one
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active cell
import type { SheetRow } from '../../view';
import { Icon } from '../icon';
import { memo } from '../memo';
import { Editor } from './editor';
import type { Editing, Sheet } from './sheet';
import { cellId } from './spot';

interface RowProps {
  sheet: Sheet;
  row: number;
  cells: SheetRow;
  columns: number;
  /** The chosen column; 0 when another row's cell is chosen. */
  chosen: number;
  /** The first and the last column that are chosen, as `2-5`; '' when at most one cell is. */
  selected: string;
  /** See Glow.of. */
  glow: string;
  /** The cell of this row that is being typed into. */
  editing: Editing | null;
}

export const Row = memo((props: RowProps) => {
  const { row, columns, chosen, cells } = props;
  return (
    <div class="grid-row" role="row" aria-rowindex={row} hidden={cells.hidden}>
      <div
        class={chosen ? 'number chosen' : 'number'}
        role="rowheader"
        data-row={row}
        data-column={0}
      >
        {row}
      </div>
      {Array.from({ length: columns }, (_, index) => (
        <Cell key={index} {...props} column={index + 1} />
      ))}
    </div>
  );
});

function Cell({
  sheet,
  row,
  column,
  cells,
  chosen,
  selected,
  glow,
  editing,
}: RowProps & { column: number }) {
  const here = chosen === column;
  const note = cells.notes[column];
  const fill = cells.fills[column];
  const drops = cells.choices[column] !== undefined;
  const [first = 1, last = 0] = selected === '' ? [] : selected.split('-').map(Number);
  const within = column >= first && column <= last;
  const look = [
    'cell',
    here && 'here',
    within && 'selected',
    note && 'noted',
    drops && 'drops',
    cells.wrapped.includes(column) && 'wrapped',
    cells.bold.includes(column) && 'bold',
    fill && 'filled',
    glow.includes(`,${column},`) && 'glow',
  ];
  const typedInto = editing?.column === column ? editing : null;
  return (
    <div
      class={look.filter(Boolean).join(' ')}
      id={cellId({ row, column })}
      role="gridcell"
      data-row={row}
      data-column={column}
      aria-selected={here || within ? 'true' : undefined}
      aria-haspopup={drops ? 'menu' : undefined}
      title={note}
      style={fill && `--fill: ${fill}`}
    >
      {typedInto ? <Editor sheet={sheet} editing={typedInto} /> : cells.texts[column - 1]}
      {drops && !typedInto && <Icon name="down" />}
    </div>
  );
}
