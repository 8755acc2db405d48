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

/**
 * Reads every element of a list by itself: one that cannot be read never keeps the others from being read.
 *
 * @returns nothing for what is no list
 */
export function eachOf<T>(elements: unknown, read: (element: Json) => T[]): T[] {
  if (!Array.isArray(elements)) return [];
  return elements.flatMap((element) => {
    try {
      return read(object(element));
    } catch {
      return [];
    }
  });
}

/** Unix seconds as milliseconds; null when they are no time that a message can have. */
export function milliseconds(seconds: unknown): number | null {
  const number = typeof seconds === 'string' ? Number(seconds) : seconds;
  if (typeof number !== 'number') return null;
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
