/** Cells with all that is in them, taken out of a tab to be put back. */
import type { Area } from './a1';
import type { CellLook, CellValue } from './cell';
import type { SheetData } from './sheet-data';

/** What an area held. */
export interface CellCopy {
  area: Area;
  /** Row by row. */
  cells: { value: CellValue; look: CellLook | null }[][];
}

export function copyCells(sheet: SheetData, area: Area): CellCopy {
  const cells = Array.from({ length: area.rows }, (_, r) =>
    Array.from({ length: area.columns }, (_, c) => ({
      value: sheet.value(area.row + r, area.column + c),
      look: sheet.rows[area.row + r - 1]?.x?.[area.column + c - 1] ?? null,
    })),
  );
  return { area, cells };
}

export function putCells(sheet: SheetData, { area, cells }: CellCopy): void {
  cells.forEach((line, r) => {
    line.forEach(({ value, look }, c) => {
      sheet.setValue(area.row + r, area.column + c, value);
      sheet.replaceLook(area.row + r, area.column + c, look);
    });
  });
}
