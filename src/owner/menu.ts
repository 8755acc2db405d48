/** The custom menu *Referrals*. */

/** Builds the menu when the spreadsheet is opened. */
export function buildMenu(): void {
  SpreadsheetApp.getUi().createMenu('Referrals').addItem('Check set-up', 'setUp').addToUi();
}
