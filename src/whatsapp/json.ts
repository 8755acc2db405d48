/** Looks into JSON that somebody else made (what is not there, or of another type, is empty), and posts it. */
import type { HttpRequest } from './provider';

export type Json = Record<string, unknown>;

/** The object that a text holds; empty when it holds none. */
export function parseObject(text: string): Json {
  try {
    return object(JSON.parse(text));
  } catch {
    return {};
  }
}

export function object(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

export function string(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Unix seconds as milliseconds; null when they are no time that a message can have. */
export function milliseconds(seconds: unknown): number | null {
  const number = Number(seconds);
  return number > 0 && number < 1e10 ? number * 1000 : null;
}

/** A POST with a JSON body. */
export function jsonPost(
  url: string,
  body: object,
  headers: Record<string, string> = {},
): HttpRequest {
  const payload = JSON.stringify(body);
  return { url, method: 'post', contentType: 'application/json', headers, payload };
}
