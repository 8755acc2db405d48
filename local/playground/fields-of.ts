/** Looks into JSON of others: what is not there, or of another kind, is empty. */

export type Looked = Record<string, unknown>;

/** The object that a text holds; empty when it holds none. */
export function fieldsOf(text: string): Looked {
  try {
    return record(JSON.parse(text));
  } catch {
    return {};
  }
}

export function record(value: unknown): Looked {
  return typeof value === 'object' && value !== null ? (value as Looked) : {};
}

export function list(value: unknown): Looked[] {
  return Array.isArray(value) ? value.map(record) : [];
}
