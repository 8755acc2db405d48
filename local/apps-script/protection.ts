/** Protections: kept and listed. They hold nobody back here, for everything runs as the owner. */
import type { Area } from './a1';
import { enumeration, guard } from './guard';
import { sheetOf } from './range-position';
import type { Run } from './run';
import type { Protection } from './sheet-data';

class ProtectionHandle {
  readonly #run: Run;
  readonly #sheetId: number;
  readonly #id: number;
  constructor(run: Run, sheetId: number, id: number) {
    this.#run = run;
    this.#sheetId = sheetId;
    this.#id = id;
  }
  get #kept(): Protection {
    const found = sheetOf(this.#run, this.#sheetId).protections.find(({ id }) => id === this.#id);
    if (!found) throw this.#run.exception('The protection has been removed.');
    return found;
  }
  getDescription(): string {
    return this.#read('getDescription', () => this.#kept.description);
  }
  setDescription(description: string): this {
    return this.#write('setDescription', (kept) => {
      kept.description = String(description);
    });
  }
  isWarningOnly(): boolean {
    return this.#read('isWarningOnly', () => this.#kept.warningOnly);
  }
  setWarningOnly(warningOnly: boolean): this {
    return this.#write('setWarningOnly', (kept) => {
      kept.warningOnly = Boolean(warningOnly);
    });
  }
  getProtectionType(): string {
    return this.#kept.type;
  }
  getRange(): object {
    const { maxRows, maxColumns } = sheetOf(this.#run, this.#sheetId);
    const area = this.#kept.area ?? { row: 1, column: 1, rows: maxRows, columns: maxColumns };
    return this.#run.services.range({ sheetId: this.#sheetId, area });
  }
  canEdit(): boolean {
    return true;
  }
  remove(): void {
    this.#run.writeNow('protection remove', () => {
      const sheet = sheetOf(this.#run, this.#sheetId);
      sheet.protections = sheet.protections.filter(({ id }) => id !== this.#id);
    });
  }
  #read<T>(method: string, effect: () => T): T {
    return this.#run.readSheet('spreadsheet.read', `protection ${method}`, effect, 0);
  }
  #write(method: string, change: (kept: Protection) => void): this {
    this.#run.bufferWrite(`protection ${method}`, 0, () => change(this.#kept));
    return guard(this.#run, 'Protection', this);
  }
}

/** Protects a tab or an area of it. */
export function makeProtection(
  run: Run,
  sheetId: number,
  type: Protection['type'],
  area?: Area,
): object {
  const { name } = sheetOf(run, sheetId);
  const id = run.writeNow(`${name} protect`, () => {
    const made = { id: run.world.newId(), type, description: '', warningOnly: false };
    sheetOf(run, sheetId).protections.push(area ? { ...made, area } : made);
    return made.id;
  });
  return guard(run, 'Protection', new ProtectionHandle(run, sheetId, id));
}

/** The protections of a tab. */
export function listProtections(run: Run, sheetId: number, type: string): object[] {
  const { name } = sheetOf(run, sheetId);
  const ids = run.readSheet(
    'spreadsheet.read',
    `${name} getProtections`,
    () =>
      sheetOf(run, sheetId)
        .protections.filter((kept) => kept.type === type)
        .map(({ id }) => id),
    0,
  );
  return ids.map((id) => guard(run, 'Protection', new ProtectionHandle(run, sheetId, id)));
}

export function protectionTypes(run: Run): object {
  return enumeration(run, 'SpreadsheetApp.ProtectionType', ['SHEET', 'RANGE']);
}
