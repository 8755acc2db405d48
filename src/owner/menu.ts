/** The custom menu *Referrals*, and what its items open. */

import { moveWaitingProblems, waitingProblems } from '../script/problems';
import { ARRIVED, type Store, WEB_APP_URL } from '../script/properties';
import type { Services } from '../script/services';
import { countUnanswered } from '../script/unanswered';
import { badge } from '../sheet/problems';
import { firstClick, isDeployed } from './first-click';
import { pageWithPass } from './passes';
import { rewardsInUse, rewardsPromised } from './rewards-in-use';
import type { DialogName } from './wire';

/** What stands above the dialogs, and how large they are. */
const DIALOGS: Record<DialogName, { title: string; width: number; height: number }> = {
  'go-live': { title: 'Go live', width: 640, height: 600 },
  'make-link': { title: 'Make a referral link', width: 620, height: 560 },
  'add-referral': { title: 'Add a referral by hand', width: 520, height: 460 },
  'import-people': { title: 'Import people', width: 640, height: 600 },
  poster: { title: 'Print a poster', width: 520, height: 640 },
  'note-purchase': { title: 'Note a purchase', width: 460, height: 460 },
  connect: { title: 'Connect WhatsApp or Telegram', width: 640, height: 600 },
  'connect-database': { title: 'Connect a database', width: 640, height: 600 },
  texts: { title: 'Texts', width: 860, height: 640 },
  'check-set-up': { title: 'Check set-up', width: 640, height: 600 },
};

/** Builds the menu when the spreadsheet is opened; when there are problems it says how many. */
export function buildMenu(services: Services): void {
  const store = storeOf(services);
  const problems = problemCount(services);
  renewBadge();
  const menu = SpreadsheetApp.getUi().createMenu(titleWith(problems));
  if (!hasWebApp(store)) menu.addItem('Go live…', 'goLive').addSeparator();
  menu
    .addItem('List referrals', 'listReferrals')
    .addItem('Make a referral link…', 'makeReferralLink')
    .addItem('Print a poster…', 'printPoster')
    .addItem('Add a referral by hand…', 'openAddReferral')
    .addItem('Import people…', 'openImport');
  addRewards(menu, services, store);
  menu
    .addSeparator()
    .addItem('Connect…', 'connectWhatsApp')
    .addItem('Texts…', 'changeTexts')
    .addItem('Check set-up', 'checkSetUp')
    .addItem('Connect a database…', 'connectADatabase')
    .addItem('Send waiting notices now', 'sendWaitingNotices');
  const unanswered = countUnanswered(store, services.now());
  if (unanswered) menu.addItem(`Answer those who got none (${unanswered})`, 'answerUnanswered');
  if (problems) menu.addSeparator().addItem(`Problems (${problems})…`, 'openProblems');
  menu.addToUi();
}

/** Whether there is a web app, by all that was noted; nobody looks here. */
function hasWebApp(store: Store): boolean {
  return !!store[WEB_APP_URL] || !!store[ARRIVED] || isDeployed();
}

/** What is done daily where rewards are promised. */
function addRewards(menu: GoogleAppsScript.Base.Menu, services: Services, store: Store): void {
  if (!rewardsInUse(services, store)) return;
  menu.addSeparator().addItem('List rewards', 'listRewards');
  if (rewardsPromised(store)) menu.addItem('Note a purchase…', 'noteAPurchase');
}

/** Lines that the owner has deleted leave no trace. A simple trigger that may not colour tabs builds the menu all the same. */
function renewBadge(): void {
  try {
    const tab = problemsTab();
    if (tab) badge(tab);
  } catch {
    // The next problem colours the tab.
  }
}

/** So that nobody has to open the menu to learn of trouble. */
function titleWith(problems: number): string {
  if (!problems) return 'Referrals';
  return `Referrals (${problems === 1 ? '1 problem' : `${problems} problems`})`;
}

/** The lines of the Problems tab, and what waits to be written there; 0 also when there is neither. */
export function problemCount(services: Services): number {
  const lines = Math.max((problemsTab()?.getLastRow() ?? 0) - 1, 0);
  return lines + waitingProblems(storeOf(services)).length;
}

/** Script Properties; a simple trigger may have no right to look into them. */
function storeOf(services: Services): Store {
  try {
    return services.properties.getProperties();
  } catch {
    return {};
  }
}

/** Selects the Problems tab. What could not be written there before is written now. */
export function showProblems(services: Services): null {
  moveWaitingProblems({ services, store: services.properties.getProperties() });
  problemsTab()?.activate();
  return null;
}

/** A renamed tab is found by its id elsewhere; the menu may be built without a right to look the id up. */
function problemsTab(): GoogleAppsScript.Spreadsheet.Sheet | null {
  return SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Problems');
}

/** Opens the sidebar, with the referrals or with the rewards; the way to go live at the first click. */
export function showSidebar(view: 'referrals' | 'rewards', services: Services): void {
  if (firstClick(services)) {
    open('go-live', services);
    return;
  }
  SpreadsheetApp.getUi().showSidebar(pageWithPass(view, services).setTitle('Referrals'));
}

/** Opens one of the dialogs; the way to go live at the first click. */
export function showDialog(name: DialogName, services: Services): void {
  open(firstClick(services) ? 'go-live' : name, services);
}

function open(name: DialogName, services: Services): void {
  const { title, width, height } = DIALOGS[name];
  const page = pageWithPass(name, services).setWidth(width).setHeight(height);
  SpreadsheetApp.getUi().showModalDialog(page, title);
}
