/** The grid: draws only the rows on the screen, however many there are. */
// biome-ignore-all lint/a11y/useSemanticElements: rows of a table cannot be placed one by one
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active cell
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { type App, useApp } from '../app';
import type { Over } from '../over/over';
import { useShown } from '../shown';
import { Charts } from './charts';
import { openChoices } from './choices';
import { copy, paste } from './clipboard';
import { columnLetters } from './columns';
import { readKey } from './keys';
import { ownersMenu } from './owners-menu';
import { doubleClicked, dragged, isOnCell, pointed } from './pointer';
import { Row } from './row';
import { ROW_HEIGHT } from './row-heights';
import type { Sheet } from './sheet';
import { type Area, cellId } from './spot';

/** The width of the rows' numbers, in pixels: at least, and for each digit. */
const NUMBERS = 46;
const DIGIT = 9;

export function Grid({ sheet }: { sheet: Sheet }) {
  const app = useApp();
  const { over } = app;
  useShown(sheet.drawn);
  useLayoutEffect(() => sheet.settle());
  useEffect(() => {
    const higher = new ResizeObserver(() => sheet.show());
    if (sheet.viewport.grid) higher.observe(sheet.viewport.grid);
    return () => higher.disconnect();
  }, [sheet]);
  const { size, widths, viewport } = sheet;
  const numbers = Math.max(NUMBERS, String(size.rows).length * DIGIT);
  const columns = [numbers, ...widths].map((width) => `${width}px`).join(' ');
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
      onPointerMove={(event) => dragged(event, sheet)}
      onClick={(event) => isOnCell(event.target) && openChoices(sheet, over)}
      onDblClick={(event) => doubleClicked(event, sheet)}
      onKeyDown={(event) => pressed(event, sheet, app)}
      onContextMenu={(event) => {
        event.preventDefault();
        openMenu(app, sheet, { left: event.clientX, top: event.clientY });
      }}
      onCopy={(event) => clipped(event, sheet, () => copy(app, sheet))}
      onCut={(event) => clipped(event, sheet, () => copy(app, sheet, true))}
      onPaste={(event) =>
        clipped(event, sheet, () => paste(app, sheet, event.clipboardData?.getData('text') ?? ''))
      }
    >
      <Head sheet={sheet} />
      <Body sheet={sheet} numbers={numbers} />
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
            <span class="edge" title="Double-click: as wide as what is in it" />
          </div>
        ))}
      </div>
      {rowsOf(sheet, 1, sheet.frozen)}
    </div>
  );
}

function Body({ sheet, numbers }: { sheet: Sheet; numbers: number }) {
  const { from, to } = sheet.rows;
  const { heights } = sheet.viewport;
  const above = sheet.frozen * ROW_HEIGHT;
  const height = heights.top(sheet.size.rows + 1) - above;
  return (
    <div class="grid-body" role="rowgroup" style={`height: ${height}px`}>
      <div class="grid-window" style={`top: ${heights.top(from) - above}px`}>
        {rowsOf(sheet, from, to)}
      </div>
      <Charts sheet={sheet} numbers={numbers} />
    </div>
  );
}

function rowsOf(sheet: Sheet, from: number, to: number) {
  const { cells, size, spot, glow, editing, area } = sheet;
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
        selected={selectedIn(row, area)}
        glow={glow.of(row)}
        editing={editing?.row === row ? editing : null}
      />
    );
  });
}

/** The first and the last column of a row that are chosen, as `2-5`; '' where one cell alone is, or none. */
function selectedIn(row: number, { row: top, column, rows, columns }: Area): string {
  if (rows * columns === 1 || row < top || row >= top + rows) return '';
  return `${column}-${column + columns - 1}`;
}

/** Copying and pasting while a cell is typed into is the field's own. */
function clipped(event: ClipboardEvent, sheet: Sheet, act: () => Promise<void>): void {
  if (sheet.editing) return;
  event.preventDefault();
  void act();
}

function pressed(event: KeyboardEvent, sheet: Sheet, app: App): void {
  const { spot, end, size, viewport } = sheet;
  const act = readKey(event, { spot, end, size, page: viewport.page });
  if (!act || sheet.editing) return;
  event.preventDefault();
  if (act.kind === 'move') sheet.choose(act.to);
  else if (act.kind === 'extend') sheet.chooseTo(act.to);
  else if (act.kind === 'edit') edit(sheet, app.over, act.start);
  else if (act.kind === 'clear') void sheet.clear();
  else if (act.kind === 'step') void sheet.step(act.verb);
  else openMenu(app, sheet, document.getElementById(cellId(spot))?.getBoundingClientRect());
}

/** Enter opens the list of a cell that has one; whatever is typed is typed. */
function edit(sheet: Sheet, over: Over, start: string | undefined): void {
  if (start !== undefined || !openChoices(sheet, over)) sheet.edit(start);
}

function openMenu(app: App, sheet: Sheet, at = { left: 200, top: 200 }): void {
  const { row, column } = sheet.spot;
  app.over.menu.set({
    label: `Row ${row}, column ${columnLetters(column)}`,
    items: ownersMenu(app, sheet),
    at: { left: at.left, top: at.top + 4 },
  });
}
