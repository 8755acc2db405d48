/** The tabs of the spreadsheet that are not hidden, left to right. */
import type { LocalAppsScript } from '../apps-script';
import type { SheetTab } from './view';

export function tabsOf(hand: LocalAppsScript['spreadsheet']): SheetTab[] {
  return hand
    .sheetNames()
    .map((name) => hand.tab(name))
    .filter(({ hidden }) => !hidden)
    .map(({ hidden: _, ...tab }) => tab);
}
