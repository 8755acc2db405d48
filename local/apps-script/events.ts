/** The event objects that triggers are given, made in the script's own realm. */
import type { Submission } from './form';
import { entryOf, guard } from './guard';
import type { Edit } from './owner-hand';
import { makeRange } from './range';
import { toRealm } from './realm';
import type { Run } from './run';
import { makeSpreadsheet } from './spreadsheet';

/** How much the trigger's execution may do. */
type AuthMode = 'LIMITED' | 'FULL';

/** Any event object, or other arguments, as the script sees them. */
export function toScript(run: Run, values: unknown[]): unknown[] {
  return values.map((value) => toRealm(run.realm, value));
}

/** What onOpen is given. */
export function openEvent(run: Run, authMode: AuthMode): object {
  const { user } = run.world.options;
  const nickname = user.split('@')[0] ?? '';
  return {
    source: makeSpreadsheet(run),
    user: guard(run, 'User', { getEmail: () => user, getNickname: () => nickname }),
    authMode: entryOf(run, 'ScriptApp.AuthMode', authMode),
  };
}

/** What onEdit is given; `value` and `oldValue` for a single cell only. */
export function editEvent(run: Run, edit: Edit, authMode: AuthMode): object {
  const { sheetId, row, column, rows, columns, value, oldValue } = edit;
  return {
    ...openEvent(run, authMode),
    range: makeRange(run, { sheetId, area: { row, column, rows, columns } }),
    ...(value === undefined ? {} : { value }),
    ...(oldValue === undefined ? {} : { oldValue }),
  };
}

/** What onFormSubmit of the spreadsheet is given. */
export function submitEvent(run: Run, submission: Submission): object {
  const { sheetId, row, columns, values, namedValues } = submission;
  return {
    authMode: entryOf(run, 'ScriptApp.AuthMode', 'FULL'),
    namedValues,
    values,
    range: makeRange(run, { sheetId, area: { row, column: 1, rows: 1, columns } }),
    source: makeSpreadsheet(run),
  };
}

/** What onChange is given. */
export function changeEvent(run: Run, changeType: string): object {
  return { ...openEvent(run, 'FULL'), changeType };
}

/** What a time trigger is given. */
export function timeEvent(run: Run, now: number): object {
  const at = new Date(now);
  return {
    authMode: entryOf(run, 'ScriptApp.AuthMode', 'FULL'),
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    'day-of-month': at.getUTCDate(),
    'day-of-week': at.getUTCDay() || 7,
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
    timezone: 'UTC',
  };
}
