/** Compares secrets. */

/** Whether a given secret is the right one, in a time that does not tell how much of it was right. */
export function sameSecret(given: string, right: string): boolean {
  let difference = given.length ^ right.length;
  for (let i = 0; i < right.length; i++) {
    difference |= right.charCodeAt(i) ^ (given.charCodeAt(i) || 0);
  }
  return difference === 0 && right !== '';
}
