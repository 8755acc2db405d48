/** Telegram's refusals: JSON with the HTTP status, a sentence and, for some, parameters. */
import type { OutsideAnswer } from '../outside';

const SENTENCES: Record<number, string> = {
  400: 'Bad Request: chat not found',
  401: 'Unauthorized',
  403: 'Forbidden: bot was blocked by the user',
  404: 'Not Found',
  429: 'Too Many Requests: retry after 5',
  500: 'Internal Server Error',
};

/** What goes along with a refusal. */
interface Parameters {
  /** Seconds. */
  retry_after?: number;
  migrate_to_chat_id?: number;
}

/** A request that Telegram refuses. Thrown inside the stand-in, answered by {@link telegramRefusal}. */
export class TelegramError extends Error {
  constructor(
    readonly status: number,
    message = SENTENCES[status] ?? 'Bad Request',
    readonly parameters: Parameters | undefined = status === 429 ? { retry_after: 5 } : undefined,
  ) {
    super(message);
  }
}

export function badRequest(details: string): TelegramError {
  return new TelegramError(400, `Bad Request: ${details}`);
}

export function tooMany(seconds: number): TelegramError {
  const words = `Too Many Requests: retry after ${seconds}`;
  return new TelegramError(429, words, { retry_after: seconds });
}

export function telegramRefusal({ status, message, parameters }: TelegramError): OutsideAnswer {
  const more = parameters ? { parameters } : {};
  return answerOf({ ok: false, error_code: status, description: message, ...more }, status);
}

export function telegramAnswer(result: unknown): OutsideAnswer {
  return answerOf({ ok: true, result }, 200);
}

function answerOf(body: object, status: number): OutsideAnswer {
  return { status, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}
