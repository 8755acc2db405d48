/** What `clear` takes away from an area: everything, or the parts that its options name. */
import type { Area } from './a1';
import type { CellLook } from './cell';
import type { Run } from './run';
import type { SheetData } from './sheet-data';

/** The options of Range.clear; Sheet.clear has the first two. */
export interface ClearOptions {
  contentsOnly?: boolean;
  formatOnly?: boolean;
  commentsOnly?: boolean;
  validationsOnly?: boolean;
}

type Part = keyof ClearOptions;

/** What each part sets in the look of a cell. */
const NOTHING: Record<Exclude<Part, 'contentsOnly'>, { [Of in keyof CellLook]?: unknown }> = {
  formatOnly: {
    numberFormat: '',
    background: '',
    fontColor: '',
    fontWeight: '',
    fontStyle: '',
    fontFamily: '',
    fontLine: '',
    horizontalAlignment: '',
    verticalAlignment: '',
    wrapStrategy: '',
    fontSize: 10,
  },
  commentsOnly: { note: '' },
  validationsOnly: { validation: undefined },
};

/** The parts that the options name; none: everything. @throws (in the script) when an option is not here */
export function partsOf(run: Run, method: string, options: ClearOptions, known: Part[]): Part[] {
  const named = Object.entries(options).filter(([, on]) => on);
  return named.map(([name]) => {
    if (!known.includes(name as Part)) throw run.lacks(`${method} option ${name}`);
    return name as Part;
  });
}

/** Clears the parts in an area. */
export function clearParts(sheet: SheetData, area: Area, parts: Part[]): void {
  for (const part of parts) {
    if (part === 'contentsOnly') sheet.clearValues(area);
    else sheet.setAreaLook(area, NOTHING[part] as CellLook);
  }
}
