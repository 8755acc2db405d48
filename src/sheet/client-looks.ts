/** What else is looked for in the Clients tab than what messages need: a row by its key, rows as they stand, and as they are shown. */
import type { ShownRows } from '../program/base';
import type { Client } from '../program/model';
import { canonicalKey, isPhone, phonePattern } from '../program/phone';
import { ClientRows } from './client-rows';
import { holding, KEY_HEADINGS } from './patterns';
import { shownRows } from './shown-rows';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export class ClientLooks extends ClientRows {
  rowOfKey(key: string): number {
    const id = `(?:.* )?${key.replace(/\W/g, '\\$&')}(?: .*)?`;
    const hits = this.search([isPhone(key) ? phonePattern(key) : id], KEY_HEADINGS);
    return hits.get('Phone')?.[0] ?? hits.get('Messenger id')?.[0] ?? 0;
  }

  readFrom(row: number, count: number): Client[] {
    const rows = rowsOf(this.sheet, row, count);
    if (!rows.length) return [];
    this.readBlock(rows);
    return this.read(rows);
  }

  /** One column is read whole. */
  inviters(keys: string[]): Set<string> {
    const last = this.lastRow();
    const [texts = []] = keys.length && last > 1 ? this.texts(['Invited by'], 2, last) : [];
    return new Set(texts.filter(Boolean).map(canonicalKey));
  }

  naming(pattern: string): number[] {
    const hits = this.search([holding(pattern)], ['Notice', 'Note', 'Check']);
    return [...new Set([...hits.values()].flat())];
  }

  asShown(rows: number[]): ShownRows {
    return shownRows(this.sheet, rows);
  }
}

/** The rows from `from` that a tab has, at most `count`. */
function rowsOf(sheet: Sheet, from: number, count: number): number[] {
  const length = Math.max(Math.min(count, sheet.getLastRow() - from + 1), 0);
  return Array.from({ length }, (_, index) => from + index);
}
