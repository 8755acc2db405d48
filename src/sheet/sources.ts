/** The Sources tab: inviters that are no people, a poster or a flyer, one a row. */

import type { Client } from '../program/model';
import { inviterFrom, type Source } from '../program/sources';
import { type Form, RecordTab } from './record-tab';
import { columnsOf } from './tabs';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const SOURCES: Form<Source> = {
  name: 'Sources',
  fields: [
    { heading: 'Name', field: 'name', kind: 'text' },
    { heading: 'Code', field: 'code', kind: 'text' },
    { heading: 'Link', field: 'link', kind: 'text' },
    { heading: 'Referrals', field: 'referrals', kind: 'text' },
  ],
  last: [],
};

export const SOURCE_HEADINGS = SOURCES.fields.map(({ heading }) => heading);

export class SourcesTab extends RecordTab<Source> {
  /** @throws {MissingTab} when a heading is not there, or there twice */
  constructor(sheet: Sheet) {
    super(sheet, SOURCES, false);
  }

  /** Every row below the header, in its order: two calls. */
  all(): Source[] {
    const last = this.lastRow();
    return this.read(Array.from({ length: Math.max(last - 1, 0) }, (_, index) => index + 2));
  }
}

/** The source with this code as an inviter; null when there is none. One call. */
export function findSource(sheet: Sheet, code: string): Client | null {
  const [header = [], ...rows] = sheet.getDataRange().getDisplayValues();
  const columns = columnsOf(header, ['Name', 'Code']);
  const [name, codes] = [columns.get('Name') ?? 0, columns.get('Code') ?? 0];
  const row = rows.find((cells) => cells[codes - 1]?.trim() === code);
  return row ? inviterFrom({ name: row[name - 1]?.trim() ?? '', code }) : null;
}
