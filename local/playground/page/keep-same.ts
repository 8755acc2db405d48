/** Takes news without losing sight of what stayed: what is equal remains the very same object. */

/**
 * @param before what was there
 * @param after what is there now, as it came out of JSON
 * @returns `after`, with every part that is equal to the one before being that one
 */
export function keepSame<Value>(before: unknown, after: Value): Value {
  if (Object.is(before, after) || !isObject(before) || !isObject(after)) return after;
  if (Array.isArray(before) !== Array.isArray(after)) return after;
  const names = Object.keys(after);
  let equal = names.length === Object.keys(before).length;
  for (const name of names) {
    const kept = keepSame(before[name], after[name]);
    (after as Record<string, unknown>)[name] = kept;
    if (!Object.is(kept, before[name])) equal = false;
  }
  return equal ? (before as Value) : after;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
