/**
 * Keeps strangers out. Google lets the visitor of any page that a web app serves call every public function, with the
 * rights of whoever deployed it; what is for the owner asks here first.
 */

/**
 * Lets nobody through but the document: its menu, its sidebar and dialogs, the editor.
 *
 * @throws Error (code `notTheDocument`) when a web app, its visitor or a trigger calls: Google hands them no screen
 */
export function onlyTheDocument(): void {
  try {
    SpreadsheetApp.getUi();
  } catch {
    throw new Error('Only the spreadsheet itself may do this. Use its menu Referrals.', {
      cause: { code: 'notTheDocument' },
    });
  }
}
