/** The charts of a tab, over the cells that they cover at Google: columns, or bars that lie. */
import type { SheetChart } from '../../view';
import type { Sheet } from './sheet';

/** In pixels: room for the title, for what is written beside the bars, and at the edges. */
const TITLE = 44;
const NAMES = { below: 34, beside: 120 };
const EDGE = 16;
/** A column's width at Google, where nobody has set another. */
const COLUMN = 100;
/** Names that stand side by side are left out until so many pixels lie between them. */
const APART = 64;

export function Charts({ sheet, numbers }: { sheet: Sheet; numbers: number }) {
  return (
    <>
      {sheet.cells.charts.map((chart) => (
        <Chart key={`${chart.title} ${chart.row} ${chart.column}`} {...{ chart, sheet, numbers }} />
      ))}
    </>
  );
}

function Chart({ chart, sheet, numbers }: { chart: SheetChart; sheet: Sheet; numbers: number }) {
  const { heights } = sheet.viewport;
  const from = left(chart.column, sheet.widths);
  const size = {
    width: reach(chart, sheet) - from,
    height: chart.height,
  };
  const top = heights.top(chart.row) - heights.top(sheet.frozen + 1);
  return (
    <svg
      class="chart"
      role="img"
      aria-label={`${chart.title}: ${chart.bars.map(({ name, shown }) => `${name} ${shown}`).join(', ') || 'nothing yet'}`}
      {...size}
      style={`top: ${top}px; left: ${numbers + from}px; color: ${chart.color}`}
    >
      <text class="title" x={EDGE} y={28}>
        {chart.title}
      </text>
      {chart.bars.length === 0 && (
        <text x={EDGE} y={TITLE + 20}>
          Nothing to show yet
        </text>
      )}
      {chart.lies ? <Lying chart={chart} {...size} /> : <Standing chart={chart} {...size} />}
    </svg>
  );
}

interface Drawn {
  chart: SheetChart;
  width: number;
  height: number;
}

/** Columns, side by side. */
function Standing({ chart: { bars }, width, height }: Drawn) {
  const each = (width - 2 * EDGE) / bars.length;
  const floor = height - NAMES.below;
  const most = mostOf(bars);
  const every = Math.max(1, Math.ceil(APART / each));
  return (
    <>
      <line x1={EDGE} x2={width - EDGE} y1={floor} y2={floor} />
      {bars.map(({ name, value, shown }, index) => {
        const long = (Math.max(0, value) / most) * (floor - TITLE - EDGE);
        const middle = EDGE + (index + 0.5) * each;
        return (
          <g key={index} text-anchor="middle">
            <rect x={middle - each * 0.35} y={floor - long} width={each * 0.7} height={long} />
            <text x={middle} y={floor - long - 5}>
              {shown}
            </text>
            {(bars.length - 1 - index) % every === 0 && (
              <text x={middle} y={floor + 18}>
                {brief(name)}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

/** Bars, one below another. */
function Lying({ chart: { bars }, width, height }: Drawn) {
  const each = Math.min(34, (height - TITLE - EDGE) / bars.length);
  const most = mostOf(bars);
  return (
    <>
      {bars.map(({ name, value, shown }, index) => {
        const middle = TITLE + (index + 0.5) * each;
        const long = (Math.max(0, value) / most) * (width - NAMES.beside - 3 * EDGE);
        return (
          <g key={index}>
            <text x={NAMES.beside - 8} y={middle + 4} text-anchor="end">
              {brief(name)}
            </text>
            <rect x={NAMES.beside} y={middle - each * 0.35} width={long} height={each * 0.7} />
            <text x={NAMES.beside + long + 6} y={middle + 4}>
              {shown}
            </text>
          </g>
        );
      })}
    </>
  );
}

function mostOf(bars: SheetChart['bars']): number {
  return Math.max(1, ...bars.map(({ value }) => value));
}

function brief(name: string): string {
  return name.length > 16 ? `${name.slice(0, 15)}…` : name;
}

/** How far from the first column a column begins, in pixels. */
function left(column: number, widths: readonly number[]): number {
  return widths.slice(0, column - 1).reduce((sum, width) => sum + width, 0);
}

/** Where a chart ends: within the column within which it ends at Google, however wide each is drawn here. */
function reach({ column, width }: SheetChart, { tab, widths }: Sheet): number {
  let rest = width;
  let last = column;
  const made = (at: number) => tab?.columnWidths[at] ?? COLUMN;
  while (last < widths.length && rest > made(last)) rest -= made(last++);
  const part = Math.min(1, rest / made(last));
  return left(last, widths) + part * (widths[last - 1] ?? COLUMN);
}
