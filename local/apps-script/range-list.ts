/** RangeList: several ranges of a tab, changed together in one call. */
import { guard } from './guard';
import type { Run } from './run';

type Method = (...args: unknown[]) => unknown;

/** The same of every Range in the list, which is given back. */
const OF_EVERY_RANGE =
  'clear clearContent clearDataValidations clearNote insertCheckboxes setBackground setFontColor setFontFamily setFontLine setFontSize setFontStyle setFontWeight setFormula setHorizontalAlignment setNote setNumberFormat setValue setVerticalAlignment setWrap setWrapStrategy'.split(
    ' ',
  );

/** What Sheet.getRangeList() gives. */
export function makeRangeList(run: Run, ranges: object[]): object {
  const methods = Object.fromEntries(
    OF_EVERY_RANGE.map((name): [string, Method] => [
      name,
      (...args) => {
        const methods = ranges.map((range) => (range as Record<string, Method>)[name]);
        run.asOne('spreadsheet.write', `RangeList ${name}`, () => {
          for (const method of methods) method?.(...args);
        });
        return list;
      },
    ]),
  );
  const list: object = guard(run, 'RangeList', { getRanges: () => ranges, ...methods });
  return list;
}
