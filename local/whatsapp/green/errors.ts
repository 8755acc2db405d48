/** Green-API's refusals: by HTTP status, those of a request's content as JSON, the others as plain text. */
import type { OutsideAnswer } from '../outside';

const SENTENCES: Record<number, string> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
};

/** A request that Green-API refuses. Thrown inside the stand-in, answered by `greenRefusal`. */
export class GreenError extends Error {
  constructor(
    readonly status: number,
    message = SENTENCES[status] ?? '',
    /** What else the body holds. */
    readonly more?: Record<string, unknown>,
  ) {
    super(message);
  }
}

/** The field that is wrong, in the words of Green-API's validation. */
export function invalid(details: string): GreenError {
  return new GreenError(400, `Validation failed. Details: ${details}`);
}

/** @param path the request's path, which Green-API quotes with its token */
export function greenRefusal(error: GreenError, path: string, now: number): OutsideAnswer {
  const { status, message, more } = error;
  if (status !== 400 && !more) {
    return { status, headers: { 'Content-Type': 'text/plain' }, body: message };
  }
  const timestamp = Math.floor(now / 1000);
  return greenAnswer(more ?? { statusCode: status, timestamp, path, message }, status);
}

export function greenAnswer(body: unknown, status = 200): OutsideAnswer {
  const headers = { 'Content-Type': 'application/json; charset=utf-8' };
  return { status, headers, body: JSON.stringify(body) };
}
