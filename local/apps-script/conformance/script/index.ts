/** The suite as a script: what Google, its menus and its pages may call. */
import { FROM_MENU, FROM_TRIGGER, RAN } from '../cases/hands';
import { answer } from './door';
import { runHere } from './here';
import { KEPT_TAB, keep, keepInTab, moveFromTab } from './kept';
import { showDialog } from './page';

type Event = Record<string, unknown>;

export function doGet(event: Event) {
  return answer('get', event);
}

export function doPost(event: Event) {
  return answer('post', event);
}

/** Simple trigger: builds the menu and runs its cases. */
export function onOpen(event: Event) {
  SpreadsheetApp.getUi()
    .createMenu('Conformance')
    .addItem('1. Run', 'runFromMenu')
    .addItem('2. Run a function that ends in _', 'runFromMenu_')
    .addToUi();
  keepInTab(runHere('open', event));
}

/** Simple trigger: runs its cases, for whatever is typed. */
export function onEdit(event: Event) {
  const range = event.range as GoogleAppsScript.Spreadsheet.Range;
  if (range.getSheet().getName() !== KEPT_TAB) keepInTab(runHere('edit', event));
}

/** Menu: runs its cases and opens a dialog, whose page runs others by itself. */
export function runFromMenu() {
  moveFromTab();
  keep({ ...runHere('menu', {}), 'done:menu': true });
  showDialog();
}

/** Menu: that it was reached is the answer. */
export function runFromMenu_() {
  keep({ [FROM_MENU.name]: RAN });
}

/** Time trigger. */
export function atTime(event: Event) {
  keep({ ...runHere('trigger', event), 'done:trigger': true });
}

/** Time trigger: that it was reached is the answer. */
export function atTime_() {
  keep({ [FROM_TRIGGER.name]: RAN });
}

export {
  pageGivesDate,
  pageGivesKinds,
  pageGivesNothing,
  pageHidden_,
  pageSays,
  pageSends,
  pageThrows,
} from './page';
