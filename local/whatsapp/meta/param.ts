/** Reads a request's parameters as strictly as Meta, and refuses in its words, naming the parameter. */
import { GraphError } from './errors';

/** One JSON object of the request, which knows where it stands: `interactive['body']`. */
export class Param {
  constructor(
    private readonly fields: Record<string, unknown>,
    private readonly path = '',
  ) {}

  has(key: string): boolean {
    return this.fields[key] !== undefined && this.fields[key] !== null;
  }

  /** A required object that may hold these keys and no others. */
  object(key: string, keys: string[]): Param {
    const value = this.required(key);
    if (!isObject(value)) throw bad(`Param ${this.at(key)} must be a JSON object.`);
    const child = new Param(value, this.at(key));
    child.only(keys);
    return child;
  }

  /** A required, non-empty string of at most `max` characters, counted as UTF-16 units. */
  string(key: string, max: number): string {
    const value = this.required(key);
    if (typeof value !== 'string') throw bad(`Param ${this.at(key)} must be a string.`);
    if (value === '') throw bad(`The parameter ${this.at(key)} is required.`);
    if (value.length > max) this.tooLong(key, max);
    return value;
  }

  optionalString(key: string, max: number): string | undefined {
    return this.has(key) ? this.string(key, max) : undefined;
  }

  optionalBoolean(key: string): boolean | undefined {
    if (!this.has(key)) return undefined;
    const value = this.fields[key];
    if (typeof value !== 'boolean') throw bad(`Param ${this.at(key)} must be a boolean.`);
    return value;
  }

  /** One of these words; the first of them when it may be left out and is. */
  oneOf(key: string, words: string[], optional = false): string {
    if (optional && !this.has(key)) return words[0] ?? '';
    const value = this.required(key);
    if (typeof value !== 'string' || !words.includes(value)) {
      const list = words.map((word) => word.toUpperCase()).join(', ');
      throw bad(`Param ${this.at(key)} must be one of {${list}} - got ${JSON.stringify(value)}.`);
    }
    return value;
  }

  /** A required absolute web address. */
  url(key: string, max: number): string {
    const value = this.string(key, max);
    if (!/^https?:\/\/[^\s/?#]+\S*$/i.test(value)) {
      throw bad(`Param ${this.at(key)} is not a valid URI.`);
    }
    return value;
  }

  /** A required list of objects with these keys, `min` to `max` of them; `what` is Meta's word. */
  list(key: string, what: string, min: number, max: number, keys: string[]): Param[] {
    const value = this.required(key);
    if (!Array.isArray(value)) throw bad(`Param ${this.at(key)} must be an array.`);
    if (value.length < min || value.length > max) {
      throw new GraphError(
        131009,
        `Invalid ${what} count. Min allowed ${what}: ${min}, Max allowed ${what}: ${max} (${this.at(key)})`,
      );
    }
    return value.map((item, index) => {
      const path = `${this.at(key)}[${index}]`;
      if (!isObject(item)) throw bad(`Param ${path} must be a JSON object.`);
      const child = new Param(item, path);
      child.only(keys);
      return child;
    });
  }

  /** A required list of lists of texts. */
  strings(key: string): string[][] {
    const value = this.required(key);
    const isList = (one: unknown) =>
      Array.isArray(one) && one.every((text) => typeof text === 'string');
    if (Array.isArray(value) && value.every(isList)) return value;
    throw bad(`Param ${this.at(key)} must be an array of arrays of strings.`);
  }

  /** The full name of one of the parameters here. */
  at(key: string): string {
    return this.path === '' ? key : `${this.path}['${key}']`;
  }

  private required(key: string): unknown {
    if (!this.has(key)) throw bad(`The parameter ${this.at(key)} is required.`);
    return this.fields[key];
  }

  private only(keys: string[]): void {
    const stranger = Object.keys(this.fields).find((key) => !keys.includes(key));
    if (stranger) throw bad(`Unexpected key "${stranger}" on param "${this.path}".`);
  }

  /** Meta answers 100 for a plain parameter, 131009 inside an interactive message. */
  private tooLong(key: string, max: number): never {
    if (!this.path.startsWith('interactive')) {
      throw bad(`Param ${this.at(key)} must be at most ${max} characters long.`);
    }
    throw new GraphError(
      131009,
      `${this.at(key)} length invalid. Min length: 1, Max length: ${max}`,
    );
  }
}

/** Refuses a list in which two things have the same value. */
export function unique(values: string[], what: string): void {
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  if (twice !== undefined) {
    throw new GraphError(131009, `Duplicated ${what}: ${JSON.stringify(twice)}`);
  }
}

function bad(details: string): GraphError {
  return new GraphError(100, details);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
