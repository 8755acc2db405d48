/**
 * Headings of the tab *Clients* as placeholders: `{Points}` in a text is what the receiver's own row shows in the column
 * *Points*.
 */
import type { Client } from './model';
import { cleanName } from './names';
import type { SettingEntry } from './setting-entry';
import { placeholdersIn } from './wording';

/** What a client's row shows below a heading, as it is displayed; '' where there is no such row or column. */
export type Shown = (client: Client, heading: string) => string;

/**
 * What these columns hold is the program's own business, the owner's, or somebody else's; `{phone}` and `{code}` mean
 * something in an invitation only.
 */
const KEPT = [
  'phone',
  'code',
  'last message',
  'invited by',
  "inviter's name",
  'notice',
  'messenger id',
  'whatsapp id',
  'stopped',
  'note',
  'counts',
  'check',
];

/** So much of a cell goes into a message. */
const LONGEST = 500;

/** What a formula shows that has come to nothing, or not yet. */
const NO_VALUE =
  /^(#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|ERROR!|SPILL!)|Loading\.\.\.|Loading\u2026)/i;

/** What stands in braces in a client's own text and is none of the program's placeholders. */
export function columnsIn(
  text: string,
  { key, sameForAll, placeholders = [] }: SettingEntry,
): string[] {
  if (!key.startsWith('text.') || sameForAll) return [];
  const ours = placeholders.map((name) => name.toLowerCase());
  return placeholdersIn(text).filter((name) => !ours.includes(name.trim().toLowerCase()));
}

/** Whether a placeholder names a column that clients may see. */
export function namesColumn(placeholder: string, headings: readonly string[]): boolean {
  const wanted = plain(placeholder);
  return wanted !== '' && !KEPT.includes(wanted) && headings.some((one) => plain(one) === wanted);
}

/** A heading in the form in which headings are compared. */
function plain(heading: string): string {
  return heading.trim().toLowerCase();
}

/** A cell's text, fit for a message: one line, nothing invisible, and nothing that another placeholder would fill. */
export function shownText(cell: string): string {
  return NO_VALUE.test(cell) ? '' : cleanName(cell, LONGEST).replace(/[{}]/g, '');
}
