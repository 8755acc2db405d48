/** The enums of the services: entries that are objects, as at Google, and their names, as the stand-in keeps them. */
import { asEntry, asHandle, entryName } from './realm';
import type { Run } from './run';

const INSPECTED = Symbol.for('nodejs.util.inspect.custom');

/**
 * One entry of an enum, the same object each time within an execution.
 *
 * @param label as Google's errors name the enum, such as "SpreadsheetApp.WrapStrategy"
 */
export function enumEntry(run: Run, label: string, name: string, ordinal: number): object {
  const key = `${label}.${name}`;
  const known = run.enumEntries.get(key);
  if (known) return known;
  const tell = () => name;
  const made = asHandle(
    Object.freeze({
      ...{ toString: tell, name: tell, toJSON: tell, [INSPECTED]: tell },
      ordinal: () => ordinal,
      compareTo: (other: { ordinal(): number }) => ordinal - other.ordinal(),
    }),
    label,
  );
  asEntry(made, name);
  run.enumEntries.set(key, made);
  return made;
}

/** Arguments as the services here work with them: the names in the place of entries, in arrays too. */
export function toNames(value: unknown): unknown {
  if (Array.isArray(value)) return Array.from(value, toNames);
  return entryName(value) ?? value;
}

/** What a method gives as its script has it: entries of the enum in the place of their names, in arrays too. */
export function toEntries(value: unknown, entryOf: (name: string) => object): unknown {
  if (Array.isArray(value)) return value.map((entry) => toEntries(entry, entryOf));
  return typeof value === 'string' ? entryOf(value) : value;
}
