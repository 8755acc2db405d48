/** The local stand-in of Apps Script: runs any folder of Apps Script code, with no account and no network. */
export { compute } from './formulas/compute';
export type { Limits, Used } from './limits';
export { LocalAppsScript } from './local-apps-script';
export { onceAProcess } from './once-a-process';
export type { LocalAppsScriptOptions } from './options';
export type { Fillable } from './owner-eyes';
export type { Edit, OwnerHand } from './owner-hand';
export type { WebPage } from './page-call';
export { QUIRKS, type Quirk, type Quirks } from './quirks';
export type { SavedBlock } from './saved-sheet';
export type { InstalledTrigger, SavedChanges, SavedState } from './saved-state';
export type { Answers, OpenPage, Screen } from './screen';
export { loadState, saveState, writeToDisk } from './store';
export type {
  Alert,
  Execution,
  Faults,
  Kind,
  Menu,
  MenuItem,
  MenuTree,
  Outside,
  OutsideAnswer,
  OutsideRequest,
  RunAs,
  WebAnswer,
} from './types';
export type { WebPost } from './web-app';
