/** Makes the tabs and columns of the rewards, or repairs them: only where a reward is set. */
import { isCoupon } from '../program/rewards/ledger';
import { STATES, type Terms } from '../program/rewards/model';
import { COUPONS } from './coupons';
import { headerOf } from './header';
import { PURCHASES } from './purchases';
import type { Form } from './record-tab';
import { REWARDS } from './rewards';
import { setUpTab } from './set-up-tab';
import { CLIENT_HEADINGS, columnsOf, letters, REWARD_HEADINGS, type TabName } from './tabs';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Safe to run at any time.
 *
 * @param tabIds the tabs' ids as noted before
 * @param coupons whether coupons are needed whatever the terms say now
 * @returns the tabs' ids, to be noted
 */
export function setUpRewardTabs(
  spreadsheet: Spreadsheet,
  tabIds: Record<string, number>,
  terms: Terms,
  coupons = false,
): Record<string, number> {
  const make = (name: TabName, headings: readonly string[]) =>
    setUpTab(spreadsheet, name, headings, tabIds);
  const clients = make('Clients', [...CLIENT_HEADINGS, ...REWARD_HEADINGS]);
  const purchases = make('Purchases', headingsOf(PURCHASES));
  const rewards = make('Rewards', headingsOf(REWARDS));
  offerStates(rewards);
  hideKnown(rewards);
  const stock = (coupons || needsCoupons(terms)) && make('Coupons', headingsOf(COUPONS));
  return {
    Clients: clients.getSheetId(),
    Purchases: purchases.getSheetId(),
    Rewards: rewards.getSheetId(),
    ...(stock && { Coupons: stock.getSheetId() }),
  };
}

/** The tabs that the owner's terms need besides those that are always there, with their headings. */
export function rewardTabs(terms: Terms): [TabName, readonly string[]][] {
  return [
    ['Purchases', headingsOf(PURCHASES)],
    ['Rewards', headingsOf(REWARDS)],
    ...(needsCoupons(terms)
      ? [['Coupons', headingsOf(COUPONS)] as [TabName, readonly string[]]]
      : []),
  ];
}

function headingsOf({ fields }: Form<never>): readonly string[] {
  return fields.map(({ heading }) => heading);
}

function needsCoupons({ friendGets, inviterGets, milestones }: Terms): boolean {
  const rewards = [friendGets, inviterGets, ...milestones.map((one) => one.reward)];
  return rewards.some((reward) => isCoupon({ reward }));
}

/** A drop-down of the states; what is typed besides them is answered by a note. */
function offerStates(sheet: Sheet): void {
  const rule = SpreadsheetApp.newDataValidation()
    .requireValueInList([...STATES], true)
    .setAllowInvalid(true)
    .build();
  const column = letters(columnOf(sheet, 'State'));
  sheet.getRange(`${column}2:${column}`).setDataValidation(rule);
}

/** What the program needs to see that the owner has changed a state is nothing for the owner. */
function hideKnown(sheet: Sheet): void {
  sheet.hideColumns(columnOf(sheet, 'Known'));
}

function columnOf(sheet: Sheet, heading: string): number {
  return columnsOf(headerOf(sheet), [heading]).get(heading) ?? 1;
}
