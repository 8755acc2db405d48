/** Short names for updates: the same update always has the same token, whichever delivery brought it. */

/**
 * A 53-bit hash (cyrb53, public domain) in base 36, at most 11 letters and digits.
 *
 * @param key the provider's id of the update
 */
export function tokenOf(key: string): string {
  return hashed(key).toString(36);
}

/** The last so many letters and digits of {@link tokenOf}, which without the others are found much sooner. */
export function endOfToken(key: string, length: number): string {
  return (hashed(key) % 36 ** length).toString(36).padStart(length, '0');
}

function hashed(key: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < key.length; i++) {
    const unit = key.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

/** The ref of the update's n-th notice. */
export function noticeRef(token: string, number: number): string {
  return `${token}.n${number}`;
}

/** The ref of the update's n-th answer to the sender. */
export function answerRef(token: string, number: number): string {
  return `${token}.a${number}`;
}

/** The ref of the message in which an update tells somebody of their rewards. */
export function rewardRef(token: string): string {
  return `${token}.r0`;
}

/** What a purchase is called that an update has brought. */
export function saleRef(token: string): string {
  return `${token}.p0`;
}

/** Whether a ref is that of a message about rewards. */
export function isRewardRef(ref: string): boolean {
  return /^[0-9a-z]{1,11}\.r\d+$/.test(ref);
}

/** The token inside a ref, or '' when the ref is none of ours. */
export function tokenInRef(ref: string): string {
  return /^([0-9a-z]{1,11})\.[nar]\d+$/.exec(ref)?.[1] ?? '';
}
