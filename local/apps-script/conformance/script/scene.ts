/** What a case finds when it runs: a tab or a cell of its own, the event, and the web app's address. */

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** Where a case runs. */
export class Scene {
  /** What the execution was started with: a trigger's or the web app's event. */
  readonly event: Record<string, unknown>;
  /** The web app as the world outside knows it. */
  readonly address: string;
  #made: Sheet[] = [];
  #cells: Sheet | undefined;
  #used = 0;

  constructor(event: unknown, address: string) {
    this.event = (event ?? {}) as Record<string, unknown>;
    this.address = address;
  }

  /** An empty tab, which is gone after the case. */
  sheet(): Sheet {
    const made = this.#insert();
    this.#made.push(made);
    return made;
  }

  /** A cell that nobody has touched: cheaper than a tab. */
  cell(): Range {
    this.#cells ??= this.#insert();
    this.#used += 2;
    return this.#cells.getRange(this.#used, 2);
  }

  /** What `action` took, in milliseconds. */
  took(action: () => unknown): number {
    const from = Date.now();
    action();
    return Date.now() - from;
  }

  /** Takes away what a case has made. */
  endCase(): void {
    for (const sheet of this.#made.splice(0)) this.#delete(sheet);
  }

  /** Takes away what all cases have shared. */
  end(): void {
    if (this.#cells) this.#delete(this.#cells);
  }

  #insert(): Sheet {
    const name = `scratch ${Math.random().toString(36).slice(2)}`;
    return SpreadsheetApp.getActiveSpreadsheet().insertSheet(name);
  }

  #delete(sheet: Sheet): void {
    sheet.getParent().deleteSheet(sheet);
  }
}
