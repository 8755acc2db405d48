/**
 * What stands in a row's *Notice* cell: whether the inviter was told of the referral, or why not.
 * The cell is written under the lock together with the referral, so it also says which update has taken up the
 * telling: `#<ref>` names it. The provider's reports find the row by it, and so does an update that was cut off.
 */

/** The inviter is told by the sending `ref`. */
export function noticeSent(when: string, ref: string): string {
  return `sent ${when} #${ref}`;
}

/** It did not go, and is tried again by the same sending. */
export function noticeDelayed(reason: string, ref: string): string {
  return `not yet: ${reason} #${ref}`;
}

/** The 24-hour window is closed and no template is set: it goes with the inviter's next message. */
export function noticeWaits(inviterKey: string, ref: string): string {
  return `waits for ${inviterKey} to write #${ref}`;
}

/** It will not go. */
export function noticeNotSent(reason: string, ref: string): string {
  return `not sent: ${reason} #${ref}`;
}

/** Whether the cell says that it did not go, but will be tried again. */
export function isDelayed(notice: string): boolean {
  return notice.startsWith('not yet: ');
}

/** Whether the cell says that the notice waits for this inviter's next message. */
export function waitsFor(notice: string, inviterKey: string): boolean {
  return notice.startsWith(`waits for ${inviterKey} to write`);
}

/** The sending that the cell names, or ''. */
export function refInNotice(notice: string): string {
  return / #([0-9a-z]{1,11}\.n\d+)$/.exec(notice)?.[1] ?? '';
}

/** Regular-expression source for the cells of notices that wait for this person, given as a source for the key. */
export function waitingPattern(keyPattern: string): string {
  return `waits for ${keyPattern} to write.*`;
}

/** Regular-expression source for the cells that name a sending of this update. */
export function sendingPattern(token: string): string {
  return `.* #${token}\\.n\\d+`;
}
