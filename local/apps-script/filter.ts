/** Filter: where the filter of a tab lies, and its end. */
import { guard } from './guard';
import { sheetOf } from './range-position';
import type { Run } from './run';

export function makeFilter(run: Run, sheetId: number): object {
  return guard(run, 'Filter', {
    getRange: () => {
      const area = sheetOf(run, sheetId).filter;
      if (!area) throw run.exception('The filter has been removed.');
      return run.services.range({ sheetId, area });
    },
    remove: () =>
      run.writeNow(`${sheetOf(run, sheetId).name} filter remove`, () => {
        sheetOf(run, sheetId).filter = null;
      }),
  });
}
