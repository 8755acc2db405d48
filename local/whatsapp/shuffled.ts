/** Webhooks out of order, in the same disorder for the same seed. */

/** Fisher–Yates over a small linear congruential generator. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const order = [...items];
  let random = seed >>> 0;
  for (let left = order.length; left > 1; left--) {
    random = (Math.imul(random, 1664525) + 1013904223) >>> 0;
    const pick = Math.floor((random / 2 ** 32) * left);
    [order[left - 1], order[pick]] = [order[pick] as T, order[left - 1] as T];
  }
  return order;
}
