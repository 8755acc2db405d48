/** Charts of a tab: built, put in, changed, listed and taken away. They are kept as they were asked for; who draws them is another matter. */
import type { Place } from './a1';
import type { Chart } from './chart';
import { guard } from './guard';
import { PLACE, sheetOf } from './range-position';
import type { Run } from './run';

const CHART = Symbol('chart');

const EMPTY: Chart = {
  ...{ id: null, type: 'COLUMN', ranges: [], options: {}, headers: -1 },
  anchor: { row: 1, column: 1, x: 0, y: 0 },
};

/** What `as…Chart` makes of a builder, and the class of builder that it is then. */
const KINDS: Record<string, string> = {
  AREA: 'EmbeddedAreaChartBuilder',
  BAR: 'EmbeddedBarChartBuilder',
  COLUMN: 'EmbeddedColumnChartBuilder',
  LINE: 'EmbeddedLineChartBuilder',
  PIE: 'EmbeddedPieChartBuilder',
};

class ChartBuilder {
  readonly #run: Run;
  readonly #chart: Chart;
  constructor(run: Run, chart: Chart) {
    this.#run = run;
    this.#chart = chart;
  }
  addRange(range: { [PLACE]: Place }): object {
    return this.#with({ ranges: [...this.#chart.ranges, range[PLACE]] });
  }
  clearRanges(): object {
    return this.#with({ ranges: [] });
  }
  getRanges(): object[] {
    return this.#chart.ranges.map((place) => this.#run.services.range(place));
  }
  asAreaChart(): object {
    return this.#as('AREA');
  }
  asBarChart(): object {
    return this.#as('BAR');
  }
  asColumnChart(): object {
    return this.#as('COLUMN');
  }
  asLineChart(): object {
    return this.#as('LINE');
  }
  asPieChart(): object {
    return this.#as('PIE');
  }
  setNumHeaders(headers: number): object {
    return this.#with({ headers });
  }
  setOption(option: string, value: unknown): object {
    const kept = JSON.parse(JSON.stringify(value ?? null)) as unknown;
    return this.#with({ options: { ...this.#chart.options, [option]: kept } });
  }
  setPosition(row: number, column: number, x: number, y: number): object {
    return this.#with({ anchor: { row, column, x, y } });
  }
  build(): object {
    return makeChart(this.#run, this.#chart);
  }
  #as(type: string): object {
    return makeKind(this.#run, { ...this.#chart, type });
  }
  #with(part: Partial<Chart>): object {
    return makeBuilder(this.#run, { ...this.#chart, ...part });
  }
}

/** A builder of one kind of chart, which knows some options by name. */
class KindBuilder extends ChartBuilder {
  readonly #run: Run;
  readonly #chart: Chart;
  constructor(run: Run, chart: Chart) {
    super(run, chart);
    this.#run = run;
    this.#chart = chart;
  }
  setTitle(title: string): object {
    return this.#option({ title: String(title) });
  }
  setColors(colors: string[]): object {
    return this.#option({ colors: Array.from(colors, String) });
  }
  setBackgroundColor(backgroundColor: string): object {
    return this.#option({ backgroundColor: String(backgroundColor) });
  }
  #option(option: Record<string, unknown>): object {
    return makeKind(this.#run, {
      ...this.#chart,
      options: { ...this.#chart.options, ...option },
    });
  }
}

class EmbeddedChart {
  readonly #run: Run;
  readonly [CHART]: Chart;
  constructor(run: Run, chart: Chart) {
    this.#run = run;
    this[CHART] = chart;
  }
  getChartId(): number | null {
    return this[CHART].id;
  }
  getNumHeaders(): number {
    return this[CHART].headers;
  }
  getRanges(): object[] {
    return this[CHART].ranges.map((place) => this.#run.services.range(place));
  }
  getContainerInfo(): object {
    const { row, column, x, y } = this[CHART].anchor;
    return guard(this.#run, 'ContainerInfo', {
      getAnchorRow: () => row,
      getAnchorColumn: () => column,
      getOffsetX: () => x,
      getOffsetY: () => y,
    });
  }
  modify(): object {
    return makeBuilder(this.#run, this[CHART]);
  }
}

function makeChart(run: Run, chart: Chart): object {
  return guard(run, 'EmbeddedChart', new EmbeddedChart(run, chart));
}

function makeBuilder(run: Run, chart: Chart): object {
  return guard(run, 'EmbeddedChartBuilder', new ChartBuilder(run, chart));
}

function makeKind(run: Run, chart: Chart): object {
  return guard(run, KINDS[chart.type] ?? 'EmbeddedChartBuilder', new KindBuilder(run, chart));
}

/** What Sheet.newChart() gives. */
export function newChart(run: Run): object {
  return makeBuilder(run, EMPTY);
}

/** The charts of a tab, in the order in which they came. */
export function listCharts(run: Run, sheetId: number): object[] {
  return sheetOf(run, sheetId).charts.map((chart) => makeChart(run, chart));
}

/** Puts a chart in. @throws Google's exception for a chart that is nowhere in the grid, or shows nothing */
export function insertChart(run: Run, sheetId: number, given: object): void {
  const chart = chartOf(given);
  checkChart(run, sheetId, chart);
  const { charts } = sheetOf(run, sheetId);
  const id = run.world.book.sheets
    .flatMap((sheet) => sheet.charts)
    .reduce((highest, one) => Math.max(highest, one.id ?? 0), 1_000_000);
  charts.push({ ...chart, id: id + 1 });
}

/** Puts a changed chart in the place of what it was. */
export function updateChart(run: Run, sheetId: number, given: object): void {
  const chart = chartOf(given);
  checkChart(run, sheetId, chart);
  const { charts } = sheetOf(run, sheetId);
  charts[placeOf(run, sheetId, chart)] = chart;
}

export function removeChart(run: Run, sheetId: number, given: object): void {
  sheetOf(run, sheetId).charts.splice(placeOf(run, sheetId, chartOf(given)), 1);
}

function placeOf(run: Run, sheetId: number, { id }: Chart): number {
  const place = sheetOf(run, sheetId).charts.findIndex((one) => one.id === id);
  if (id === null || place < 0) throw run.exception('The chart is not in this sheet.');
  return place;
}

function chartOf(given: object): Chart {
  return (given as { [CHART]: Chart })[CHART];
}

function checkChart(run: Run, sheetId: number, { anchor, ranges }: Chart): void {
  const { maxRows, maxColumns } = sheetOf(run, sheetId);
  const isInside =
    anchor.row >= 1 && anchor.row <= maxRows && anchor.column >= 1 && anchor.column <= maxColumns;
  if (!isInside) throw run.exception('The chart’s anchor is outside the dimensions of the sheet.');
  if (ranges.length === 0) throw run.exception('The chart has no data range.');
}
