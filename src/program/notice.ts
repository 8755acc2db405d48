/**
 * What is written into a row's *Notice* cell: whether the inviter was told of the referral, or why not.
 * The cell is written under the lock together with the referral, so it also says which update has taken up the
 * telling: `#<ref>` names the sending. The provider's reports find the row by it, and so does an update that was cut off.
 */

/** The inviter was told. */
export function noticeSent(when: string): string {
  return `sent ${when}`;
}

/** It did not go, and is tried again by the same sending. */
export function noticeDelayed(reason: string): string {
  return `not yet: ${reason}`;
}

/** The 24-hour window is closed and no template is set: it goes with the inviter's next message. */
export function noticeWaits(inviterKey: string): string {
  return `waits for ${inviterKey} to write`;
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
  return `${notice} #${ref}`;
}

/** Whether the cell says that it did not go, but will be tried again. */
export function isDelayed(notice: string): boolean {
  return notice.startsWith('not yet: ');
}

/** Whether the cell says that it was sent, and when: the text after “sent ”; '' otherwise. */
export function whenSent(notice: string): string {
  return /^sent (.*) #/.exec(notice)?.[1] ?? '';
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
  return / #([0-9a-z]{1,11}\.[nr]\d+)$/.exec(notice)?.[1] ?? '';
}
