/** What can travel between a page and the script: numbers, strings, truth values, null, plain objects and arrays. */
import { isDate } from './realm';

/**
 * Copies a value as `google.script.run` does. `what` names it in the error.
 *
 * @throws Error for a Date or anything else that makes the real call fail
 */
export function checkedForPage(value: unknown, what: string): unknown {
  if (value === null || value === undefined) return null;
  if (['number', 'string', 'boolean'].includes(typeof value)) return value;
  if (Array.isArray(value)) return value.map((entry) => checkedForPage(entry, what));
  const isPlain =
    typeof value === 'object' &&
    !isDate(value) &&
    Object.prototype.toString.call(value) === '[object Object]' &&
    (Object.getPrototypeOf(value) === null ||
      Object.getPrototypeOf(Object.getPrototypeOf(value)) === null);
  if (!isPlain) {
    const kind = isDate(value) ? 'a Date' : `a ${typeof value}`;
    throw new Error(
      `google.script.run cannot carry ${kind} (${what}); send numbers, strings, booleans, null, plain objects and arrays.`,
    );
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      .map(([key, entry]) => [key, checkedForPage(entry, what)]),
  );
}
