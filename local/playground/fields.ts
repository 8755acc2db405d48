/** Reads the fields of a JSON body; each refuses with a sentence what is missing or of another kind. */
import { Refusal } from './refusal';

export type Fields = Record<string, unknown>;

/** @throws Refusal when the text is no JSON object; an empty text is an empty object */
export function readFields(text: string): Fields {
  if (text.trim() === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal('The body is not valid JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refusal('The body must be a JSON object, such as {"from": "447700900142"}.');
  }
  return value as Fields;
}

/** @throws Refusal unless the field is a text that is not empty */
export function text(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string' || value.trim() === '') {
    throw new Refusal(`"${name}" must be a text that is not empty.`);
  }
  return value;
}

/** As {@link text}, also when it is empty. */
export function anyText(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string') throw new Refusal(`"${name}" must be a text.`);
  return value;
}

/** As {@link text}, or undefined when the field is not there. */
export function optionalText(fields: Fields, name: string): string | undefined {
  return fields[name] === undefined ? undefined : text(fields, name);
}

/** @throws Refusal unless the field is a whole number within the limits */
export function wholeNumber(fields: Fields, name: string, least: number, most: number): number {
  const value = fields[name];
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
    throw new Refusal(`"${name}" must be a whole number from ${least} to ${most}.`);
  }
  return value;
}

/** @throws Refusal unless the field is true or false */
export function yesOrNo(fields: Fields, name: string): boolean {
  const value = fields[name];
  if (typeof value !== 'boolean') throw new Refusal(`"${name}" must be true or false.`);
  return value;
}

/** @throws Refusal unless the field is one of the words */
export function oneOf<Word extends string>(
  fields: Fields,
  name: string,
  words: readonly Word[],
): Word {
  const value = fields[name];
  if (!words.includes(value as Word)) {
    throw new Refusal(`"${name}" must be one of: ${words.join(', ')}.`);
  }
  return value as Word;
}

/** @throws Refusal when the body has a field of another name */
export function nothingElse(fields: Fields, ...names: string[]): void {
  const other = Object.keys(fields).find((name) => !names.includes(name));
  if (other !== undefined) {
    throw new Refusal(
      `"${other}" means nothing here. Fields that do: ${names.join(', ') || 'none'}.`,
    );
  }
}
