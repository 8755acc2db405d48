/** Which values may cross `google.script.run`. */

/**
 * Copies a value that is made of numbers, strings, booleans, null, plain objects and arrays; a form
 * becomes the object of its fields.
 *
 * @param where the argument's place, for the error
 * @throws TypeError as Google's does when something else is in it: a Date, a function, an element
 */
export function plainValue(value: unknown, where: string): unknown {
  if (value === null || value === undefined) return null;
  if (['string', 'boolean', 'number'].includes(typeof value)) return value;
  if (Array.isArray(value)) return value.map((one, index) => plainValue(one, `${where}.${index}`));
  if (value instanceof HTMLFormElement) return Object.fromEntries(new FormData(value));
  if (Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, plainValue(one, `${where}.${key}`)]),
    );
  }
  throw new TypeError(`Failed due to illegal value in property: ${where}`);
}
