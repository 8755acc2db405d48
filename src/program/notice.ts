/**
 * What is written into a row's *Notice* cell: whether the inviter was told of the referral, or why not.
 * The cell is written under the lock together with the referral, so it also says which update has taken up the
 * telling: `#<ref>` names the sending. The provider's reports find the row by it, and so does an update that was cut off.
 * The owner reads the sentence; the mark stands behind it in the same cell, out of sight.
 */

/** Wide spaces, as many as push the mark over the column's edge. */
const GAP = '\u2003'.repeat(12);

/** A mark at the end of a cell; earlier versions left no gap. */
const MARK = /\u2003* #([0-9a-z]{1,11}\.[nr]\d+)$/;

/** The inviter was told. */
export function noticeSent(when: string): string {
  return `told ${when}`;
}

/** It did not go, and is tried again by the same sending. */
export function noticeDelayed(reason: string): string {
  return `not yet: ${reason}`;
}

/** The 24-hour window is closed and no template is set: it goes with the inviter's next message. */
export function noticeWaits(inviterKey: string): string {
  return `waits for ${inviterKey} to write`;
}

/** The inviter was only named, by somebody who came by no link, and has never written: nothing goes before they do. */
export function noticeHeld(inviterKey: string): string {
  return `waits for ${inviterKey} to write first`;
}

/** Whether the cell says that nothing may go before the inviter has written, not by template either. */
export function isHeld(notice: string): boolean {
  return /^waits for \S+ to write first\b/.test(notice);
}

/** The inviter has just been told of somebody else: this one is told in a little while, together with others. */
export function noticeJoins(inviterKey: string): string {
  return `waits for ${inviterKey} to be told of several at once`;
}

/** Whether the cell says that the notice is told in a little while. */
export function isJoining(notice: string): boolean {
  return /^waits for \S+ to be told /.test(notice);
}

/** It will not go. */
export function noticeNotSent(reason: string): string {
  return `not sent: ${reason}`;
}

/** The owner has noted the referral, and nobody is to be told of it. */
export function noticeNotTold(why: string): string {
  return `not told: ${why}`;
}

/** The text with the sending it belongs to. */
export function named(notice: string, ref: string): string {
  return `${notice}${GAP} #${ref}`;
}

/** Whether the cell says that it did not go, but will be tried again. */
export function isDelayed(notice: string): boolean {
  return notice.startsWith('not yet: ');
}

/** Whether the cell says that it was sent; earlier versions wrote “sent”. */
export function isSent(notice: string): boolean {
  return /^(told|sent) /.test(notice);
}

/** When the cell says that it was sent: the text after “told ”; '' otherwise. */
export function whenSent(notice: string): string {
  return MARK.test(notice) && isSent(notice) ? sentenceIn(notice).slice('told '.length) : '';
}

/** Whether the cell says that the notice waits for this inviter. */
export function waitsFor(notice: string, inviterKey: string): boolean {
  return notice.startsWith(`waits for ${inviterKey} to `);
}

/** Whom the cell says the notice waits for; '' when it does not wait. */
export function awaited(notice: string): string {
  return /^waits for (\S+) to /.exec(notice)?.[1] ?? '';
}

/** The sending that the cell names, or ''. */
export function refInNotice(notice: string): string {
  return MARK.exec(notice)?.[1] ?? '';
}

/** What the owner reads of a cell. */
export function sentenceIn(notice: string): string {
  return notice.replace(MARK, '');
}
