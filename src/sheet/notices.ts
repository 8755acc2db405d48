/** Writes into *Notice* cells what became of a sending, wherever the owner has moved the row in the meantime. */

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Replaces the notice that names a sending: one call, and nothing happens when the owner has changed the cell.
 *
 * @param ref the sending
 * @param notice the new text
 */
export function rewriteNotice(sheet: Sheet, ref: string, notice: string): void {
  const escaped = ref.replace('.', '\\.');
  sheet
    .createTextFinder(`^(?:sent|not yet:) .* #${escaped}$`)
    .useRegularExpression(true)
    .matchEntireCell(true)
    .replaceAllWith(notice.replace(/[$\\]/g, ''));
}
