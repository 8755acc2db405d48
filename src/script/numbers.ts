/** Makes the tab Numbers once, and adds what concerns rewards when there are some. A tab that the owner deletes stays away. */
import type { Terms } from '../program/rewards/model';
import { insertNumbers, writeNumbers } from '../sheet/numbers';
import type { Script } from './program';
import { NUMBERS, parsed, TAB_IDS, tabIdsIn } from './properties';

type Place = Pick<Script, 'services' | 'store'>;

/** Whether the owner has deleted the tab. */
export function areNumbersDeleted({ services, store }: Place): boolean {
  const id = tabIdsIn(store).Numbers;
  return id !== undefined && !sheetWith(id, services.spreadsheet);
}

/**
 * Safe to run at any time: what stands in the tab is never written over.
 *
 * @param again whether a tab that was deleted is wanted back
 */
export function setUpNumbers(terms: Terms, place: Place, again = false): void {
  const { services, store } = place;
  const { spreadsheet, properties } = services;
  const tabIds = tabIdsIn(store);
  const known = tabIds.Numbers === undefined ? null : sheetWith(tabIds.Numbers, spreadsheet);
  if (!known && tabIds.Numbers !== undefined && !again) return;
  // A tab of the owner's with this name is theirs.
  if (!known && spreadsheet.getSheetByName('Numbers')) return;
  const before = known ? (parsed<string[]>(store[NUMBERS]) ?? []) : [];
  const sheet = known ?? insertNumbers(spreadsheet);
  const written = writeNumbers(sheet, spreadsheet, tabIds, before, wordFor(terms));
  if (known && written.length === before.length) return;
  Object.assign(store, {
    [NUMBERS]: JSON.stringify(written),
    [TAB_IDS]: JSON.stringify({ ...tabIds, Numbers: sheet.getSheetId() }),
  });
  properties.setProperties({
    [NUMBERS]: store[NUMBERS] ?? '',
    [TAB_IDS]: store[TAB_IDS] ?? '',
  });
}

function sheetWith(id: number, spreadsheet: Place['services']['spreadsheet']) {
  return spreadsheet.getSheets().find((sheet) => sheet.getSheetId() === id) ?? null;
}

/** What a referral is called that counts. */
export function wordFor(terms: Terms): string {
  return terms.countsWhen === 'bought' ? 'Bought' : 'Counted';
}
