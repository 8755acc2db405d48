/** The part of a Range that is about looks: formats, notes, colours, validation. */
import type { CellLook, Validation } from './cell';
import { toColour } from './colours';
import { AUTOMATIC_FORMAT, DATE_TIME_FORMAT } from './display';
import { DATA, NAMED, PLACE, RangePosition, RUN } from './range-position';
import { makeValidation, VALIDATION } from './validation';

const READ = Symbol('read looks');
const WRITE = Symbol('write looks');
const WRITE_EACH = Symbol('write each look');
const AGAIN = Symbol('again');

export class RangeLook extends RangePosition {
  getNumberFormat(): string {
    return this.getNumberFormats()[0]?.[0] ?? AUTOMATIC_FORMAT;
  }
  getNumberFormats(): string[][] {
    return this[READ]('getNumberFormats', (look) => look?.numberFormat || AUTOMATIC_FORMAT);
  }
  setNumberFormat(numberFormat: string): this {
    return this[WRITE]('setNumberFormat', { numberFormat: ownFormat(numberFormat) });
  }
  setNumberFormats(formats: string[][]): this {
    return this[WRITE_EACH]('setNumberFormats', formats, (format) => ({
      numberFormat: ownFormat(format),
    }));
  }
  getNote(): string {
    return this.getNotes()[0]?.[0] ?? '';
  }
  getNotes(): string[][] {
    return this[READ]('getNotes', (look) => look?.note ?? '');
  }
  setNote(note: string | null): this {
    return this[WRITE]('setNote', { note: note ?? '' });
  }
  setNotes(notes: (string | null)[][]): this {
    return this[WRITE_EACH]('setNotes', notes, (note) => ({ note: note ?? '' }));
  }
  clearNote(): this {
    return this[WRITE]('clearNote', { note: '' });
  }
  getBackground(): string {
    return this.getBackgrounds()[0]?.[0] ?? '#ffffff';
  }
  getBackgrounds(): string[][] {
    return this[READ]('getBackgrounds', (look) => look?.background || '#ffffff');
  }
  setBackground(color: string | null): this {
    return this[WRITE]('setBackground', { background: toColour(this[RUN], color) });
  }
  setBackgrounds(colors: (string | null)[][]): this {
    return this[WRITE_EACH]('setBackgrounds', colors, (color) => ({
      background: toColour(this[RUN], color),
    }));
  }
  getFontColor(): string {
    return this.getFontColors()[0]?.[0] ?? '#000000';
  }
  getFontColors(): string[][] {
    return this[READ]('getFontColors', (look) => look?.fontColor || '#000000');
  }
  setFontColor(color: string | null): this {
    return this[WRITE]('setFontColor', { fontColor: toColour(this[RUN], color) });
  }
  setFontColors(colors: (string | null)[][]): this {
    return this[WRITE_EACH]('setFontColors', colors, (color) => ({
      fontColor: toColour(this[RUN], color),
    }));
  }
  getFontWeights(): string[][] {
    return this[READ]('getFontWeights', (look) => look?.fontWeight || 'normal');
  }
  getFontWeight(): string {
    return this.getFontWeights()[0]?.[0] ?? 'normal';
  }
  setFontWeight(fontWeight: string | null): this {
    return this[WRITE]('setFontWeight', { fontWeight: fontWeight ?? '' });
  }
  setFontWeights(weights: (string | null)[][]): this {
    return this[WRITE_EACH]('setFontWeights', weights, (weight) => ({ fontWeight: weight ?? '' }));
  }
  setFontStyle(fontStyle: string | null): this {
    return this[WRITE]('setFontStyle', { fontStyle: fontStyle ?? '' });
  }
  setFontSize(fontSize: number): this {
    return this[WRITE]('setFontSize', { fontSize });
  }
  setFontFamily(fontFamily: string | null): this {
    return this[WRITE]('setFontFamily', { fontFamily: fontFamily ?? '' });
  }
  setFontLine(fontLine: string | null): this {
    return this[WRITE]('setFontLine', { fontLine: fontLine ?? '' });
  }
  setHorizontalAlignment(alignment: string | null): this {
    return this[WRITE]('setHorizontalAlignment', { horizontalAlignment: alignment ?? '' });
  }
  setVerticalAlignment(alignment: string | null): this {
    return this[WRITE]('setVerticalAlignment', { verticalAlignment: alignment ?? '' });
  }
  setWrap(wrap: boolean): this {
    return this[WRITE]('setWrap', { wrapStrategy: wrap ? 'WRAP' : 'OVERFLOW' });
  }
  setWrapStrategy(wrapStrategy: string): this {
    return this[WRITE]('setWrapStrategy', { wrapStrategy });
  }
  getWrapStrategy(): string {
    return this.getWrapStrategies()[0]?.[0] ?? 'OVERFLOW';
  }
  getWrapStrategies(): string[][] {
    return this[READ]('getWrapStrategies', (look) => look?.wrapStrategy ?? 'OVERFLOW');
  }
  getWrap(): boolean {
    return this[READ]('getWrap', (look) => look?.wrapStrategy === 'WRAP')[0]?.[0] ?? false;
  }
  setDataValidation(rule: { [VALIDATION]: Validation } | null): this {
    return this[WRITE]('setDataValidation', { validation: rule?.[VALIDATION] } as CellLook);
  }
  clearDataValidations(): this {
    return this.setDataValidation(null);
  }
  getDataValidation(): object | null {
    return this.getDataValidations()[0]?.[0] ?? null;
  }
  getDataValidations(): (object | null)[][] {
    const rules = this[READ]('getDataValidations', (look) => look?.validation ?? null);
    return rules.map((row) => row.map((rule) => rule && makeValidation(this[RUN], rule)));
  }

  [READ]<T>(method: string, of: (look: CellLook | undefined) => T): T[][] {
    const { row, column, rows, columns } = this[PLACE].area;
    const cells = rows * columns;
    return this[RUN].readSheet(
      'spreadsheet.read',
      this[NAMED](method),
      () => {
        const sheet = this[DATA]();
        return Array.from({ length: rows }, (_, r) =>
          Array.from({ length: columns }, (_, c) => of(sheet.look(row + r, column + c))),
        );
      },
      cells,
    );
  }
  [WRITE](method: string, look: CellLook): this {
    const { area } = this[PLACE];
    this[RUN].bufferWrite(this[NAMED](method), area.rows * area.columns, () =>
      this[DATA]().setAreaLook(area, look),
    );
    return this[AGAIN]();
  }
  [WRITE_EACH]<T>(method: string, values: T[][], toLook: (value: T) => CellLook): this {
    const { area } = this[PLACE];
    checkDimensions(this, values);
    const looks = Array.from(values, (row) => Array.from(row, toLook));
    this[RUN].bufferWrite(this[NAMED](method), area.rows * area.columns, () => {
      const sheet = this[DATA]();
      looks.forEach((row, r) => {
        row.forEach((look, c) => {
          sheet.setLook(area.row + r, area.column + c, look);
        });
      });
    });
    return this[AGAIN]();
  }
  [AGAIN](): this {
    return this.offset(0, 0);
  }
}

/** Google's automatic format is no format of its own. */
function ownFormat(format: string): string {
  if (/^general$/i.test(format) || format === AUTOMATIC_FORMAT) return '';
  return format === 'yyyy-MM-dd HH:mm:ss' ? DATE_TIME_FORMAT : format;
}

/** @throws Google's exceptions when the values do not have the shape of the range */
export function checkDimensions(range: RangePosition, values: unknown): void {
  const run = range[RUN];
  const { rows, columns } = range[PLACE].area;
  if (!Array.isArray(values) || !values.every((row) => Array.isArray(row))) {
    throw run.badArguments('SpreadsheetApp.Range.setValues', [values]);
  }
  if (values.length !== rows) {
    throw run.exception(
      `The number of rows in the data does not match the number of rows in the range. The data has ${values.length} but the range has ${rows}.`,
    );
  }
  const other = values.find((row) => row.length !== columns);
  if (other) {
    throw run.exception(
      `The number of columns in the data does not match the number of columns in the range. The data has ${other.length} but the range has ${columns}.`,
    );
  }
}
