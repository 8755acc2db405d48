/** The grid: draws only the rows on the screen, however many there are. */
// biome-ignore-all lint/a11y/useSemanticElements: rows of a table cannot be placed one by one
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active cell
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { useApp } from '../app';
import type { Over } from '../over/over';
import { useShown } from '../shown';
import { choicesAt, openChoices } from './choices';
import { columnLetters } from './columns';
import { readKey } from './keys';
import { ownersMenu } from './owners-menu';
import { Row } from './row';
import { ROW_HEIGHT } from './row-heights';
import type { Sheet } from './sheet';
import { cellId, spotOf } from './spot';

/** The width of the rows' numbers, in pixels. */
const NUMBERS = 46;

export function Grid({ sheet }: { sheet: Sheet }) {
  const { over } = useApp();
  useShown(sheet.drawn);
  useLayoutEffect(() => sheet.settle());
  useEffect(() => {
    const higher = new ResizeObserver(() => sheet.show());
    if (sheet.viewport.grid) higher.observe(sheet.viewport.grid);
    return () => higher.disconnect();
  }, [sheet]);
  const { size, widths, viewport } = sheet;
  const columns = [NUMBERS, ...widths].map((width) => `${width}px`).join(' ');
  return (
    <div
      class="grid"
      role="grid"
      tabIndex={0}
      aria-label="The sheet"
      aria-rowcount={size.rows}
      aria-colcount={size.columns}
      aria-activedescendant={cellId(sheet.spot)}
      style={`--columns: ${columns}`}
      ref={(element) => {
        viewport.grid = element;
      }}
      onScroll={() => sheet.show()}
      onPointerDown={(event) => pointed(event, sheet)}
      onClick={(event) => isOnCell(event.target) && openChoices(sheet, over)}
      onDblClick={() => choicesAt(sheet, sheet.spot).length === 0 && sheet.edit()}
      onKeyDown={(event) => pressed(event, sheet, over)}
      onContextMenu={(event) => {
        event.preventDefault();
        openMenu(sheet, over, { left: event.clientX, top: event.clientY });
      }}
    >
      <Head sheet={sheet} />
      <Body sheet={sheet} />
    </div>
  );
}

/** The columns' letters and the frozen rows, which stay where they are. */
function Head({ sheet }: { sheet: Sheet }) {
  return (
    <div
      class="grid-head"
      role="rowgroup"
      ref={(element) => {
        sheet.viewport.head = element;
      }}
    >
      <div class="grid-row letters" role="row">
        <div class="corner" />
        {Array.from({ length: sheet.size.columns }, (_, index) => (
          <div
            key={index}
            class={index + 1 === sheet.spot.column ? 'letter chosen' : 'letter'}
            role="columnheader"
            data-row={0}
            data-column={index + 1}
          >
            {columnLetters(index + 1)}
          </div>
        ))}
      </div>
      {rowsOf(sheet, 1, sheet.frozen)}
    </div>
  );
}

function Body({ sheet }: { sheet: Sheet }) {
  const { from, to } = sheet.rows;
  const { heights } = sheet.viewport;
  const above = sheet.frozen * ROW_HEIGHT;
  const height = heights.top(sheet.size.rows + 1) - above;
  return (
    <div class="grid-body" role="rowgroup" style={`height: ${height}px`}>
      <div class="grid-window" style={`top: ${heights.top(from) - above}px`}>
        {rowsOf(sheet, from, to)}
      </div>
    </div>
  );
}

function rowsOf(sheet: Sheet, from: number, to: number) {
  const { cells, size, spot, glow, editing } = sheet;
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => {
    const row = from + index;
    return (
      <Row
        key={`${cells.tab} ${row}`}
        sheet={sheet}
        row={row}
        cells={cells.row(row)}
        columns={size.columns}
        chosen={row === spot.row ? spot.column : 0}
        glow={glow.of(row)}
        editing={editing?.row === row ? editing : null}
      />
    );
  });
}

function pointed(event: PointerEvent, sheet: Sheet): void {
  if ((event.target as Element).closest('.cell-editor')) return;
  const spot = spotOf(event.target);
  if (spot) sheet.choose(spot, false);
}

function pressed(event: KeyboardEvent, sheet: Sheet, over: Over): void {
  const act = readKey(event, sheet.spot, sheet.size, sheet.viewport.page);
  if (!act || sheet.editing) return;
  event.preventDefault();
  if (act.kind === 'move') sheet.choose(act.to);
  else if (act.kind === 'edit') edit(sheet, over, act.start);
  else if (act.kind === 'clear') void sheet.type('');
  else openMenu(sheet, over, document.getElementById(cellId(sheet.spot))?.getBoundingClientRect());
}

/** Enter opens the list of a cell that has one; whatever is typed is typed. */
function edit(sheet: Sheet, over: Over, start: string | undefined): void {
  if (start !== undefined || !openChoices(sheet, over)) sheet.edit(start);
}

/** Neither the heading of a row or column, nor the field of a cell that is being typed into. */
function isOnCell(target: EventTarget | null): boolean {
  const element = target as Element | null;
  return Boolean(element?.closest('.cell')) && !element?.closest('.cell-editor');
}

function openMenu(sheet: Sheet, over: Over, at = { left: 200, top: 200 }): void {
  const { row, column } = sheet.spot;
  over.menu.set({
    label: `Row ${row}, column ${columnLetters(column)}`,
    items: ownersMenu(sheet, over),
    at: { left: at.left, top: at.top + 4 },
  });
}
