/** What stands in a friend's *Counts* cell: whether the referral counts for rewards, since when, or why not. */

/** Just registered: the program has not looked at it yet. */
export const NEW = 'new';

/** It counts with the first purchase, or as soon as the owner says so. */
export const NOT_YET = 'not yet';

/** The owner's word that a referral counts, as it may be written by hand; a ticked box reads TRUE. */
const OWNERS_YES = '(?:yes|y|x|true|1|✓)';

/** It counts. */
export function countsSince(why: string, day: string): string {
  return `yes: ${why} ${day}`;
}

/** It does not count. */
export function countsNot(why: string): string {
  return `no: ${why}`;
}

/** Whether it counts, by the program's own words. */
export function isCounted(counts: string): boolean {
  return counts.startsWith('yes: ');
}

/** Whether the inviter may be promised something for it. */
export function mayStillCount(counts: string): boolean {
  return counts === NEW || counts === NOT_YET;
}

/** Why it does not count; '' when it does, or may. */
export function whyNot(counts: string): string {
  return /^no: (.*)$/.exec(counts)?.[1] ?? '';
}

/** Whether the owner has written that it counts. */
export function isOwnersYes(counts: string): boolean {
  return new RegExp(`^${OWNERS_YES}$`, 'i').test(counts.trim());
}

/** What rows are searched for by, when there is something to look at: a regular expression for a whole cell. */
export const TO_LOOK_AT = `(?:${NEW}|${OWNERS_YES})`;
