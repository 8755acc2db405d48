/** Meta's errors: their codes, titles and HTTP statuses, and the two shapes in which they arrive. */
import type { OutsideAnswer } from '../outside';

/** code → [HTTP status, title], from Meta's list of Cloud API error codes. */
const CODES: Record<number, [status: number, title: string]> = {
  0: [401, 'AuthException'],
  1: [500, 'An unknown error occurred'],
  2: [503, 'Service temporarily unavailable'],
  3: [500, 'Application does not have the capability to make this API call.'],
  4: [429, 'Application request limit reached'],
  10: [403, 'Application does not have permission for this action'],
  33: [400, 'Parameter value is not valid'],
  100: [400, 'Invalid parameter'],
  104: [400, 'An access token is required to request this resource.'],
  190: [401, 'Invalid OAuth access token - Cannot parse access token'],
  200: [403, 'Permissions error'],
  368: [403, 'Temporarily blocked for policies violations'],
  2200: [400, 'Callback verification failed'],
  2500: [400, 'Unknown path components'],
  80007: [429, 'Rate limit issues'],
  130429: [429, 'Rate limit hit'],
  130472: [400, "User's number is part of an experiment"],
  130497: [403, 'Business account is restricted from messaging users in this country.'],
  131000: [500, 'Something went wrong'],
  131005: [403, 'Access denied'],
  131008: [400, 'Required parameter is missing'],
  131009: [400, 'Parameter value is not valid'],
  131016: [500, 'Service unavailable'],
  131021: [400, 'Recipient cannot be sender'],
  131026: [400, 'Message undeliverable'],
  131031: [403, 'Business Account locked'],
  131037: [400, 'Display name approval needed before message can be sent.'],
  131042: [400, 'Business eligibility payment issue'],
  131045: [500, 'Incorrect certificate'],
  131047: [400, 'Re-engagement message'],
  131048: [429, 'Spam rate limit hit'],
  131049: [400, 'This message was not delivered to maintain healthy ecosystem engagement.'],
  131050: [400, 'User has stopped receiving marketing messages from this business'],
  131051: [400, 'Unsupported message type'],
  131056: [429, '(Business Account, Consumer Account) pair rate limit hit'],
  131057: [500, 'Account in maintenance mode'],
  131062: [400, 'Business-scoped user ID recipients are not supported for this message'],
  132000: [400, 'Number of parameters does not match the expected number of params'],
  132001: [404, 'Template name does not exist in the translation'],
  132005: [400, 'Translated text too long'],
  132007: [400, 'Template character policy violated'],
  132012: [400, 'Parameter format does not match format in the created template'],
  132015: [400, 'Template is paused'],
  132016: [400, 'Template is disabled'],
  132018: [400, "There's an issue with the parameters in your template"],
  133004: [503, 'Server temporarily unavailable'],
  133005: [400, 'Two step verification PIN Mismatch'],
  133006: [400, 'Phone number re-verification needed'],
  133008: [400, 'Too many two step verification PIN guesses'],
  133010: [400, 'Phone number not registered'],
  133016: [400, 'Account register Deregister rate limit exceeded'],
};

/** Codes whose whole message is a sentence of its own, without a `(#code)` in front. */
const PLAIN = new Set([0, 1, 104, 190, 2500]);

/** A request that Meta refuses. Thrown inside the stand-in, answered by `errorAnswer`. */
export class GraphError extends Error {
  readonly status: number;
  readonly title: string;

  /**
   * @param code Meta's error code
   * @param details what exactly is wrong; names the parameter where there is one
   * @param more a subcode, another type, another HTTP status, a sentence for people
   */
  constructor(
    readonly code: number,
    readonly details?: string,
    readonly more: {
      subcode?: number;
      type?: string;
      status?: number;
      user?: { title: string; message: string };
    } = {},
  ) {
    super(details ?? titleOf(code));
    this.title = titleOf(code);
    this.status = more.status ?? CODES[code]?.[0] ?? 400;
  }
}

/** The title that Meta gives an error code. */
export function titleOf(code: number): string {
  return CODES[code]?.[1] ?? 'Unknown error';
}

/** Meta's answer to a request that it refuses. */
export function errorAnswer(error: GraphError, trace: string): OutsideAnswer {
  const { code, details, title, more } = error;
  // Meta tells a bad parameter (100) in the message itself, the WhatsApp codes in the details.
  const sentence = code < 10000 && details ? details : title;
  const body = {
    error: {
      message: PLAIN.has(code) || more.subcode === 33 ? sentence : `(#${code}) ${sentence}`,
      type: more.type ?? 'OAuthException',
      code,
      ...(more.subcode === undefined ? {} : { error_subcode: more.subcode }),
      ...(more.user && {
        is_transient: false,
        error_user_title: more.user.title,
        error_user_msg: more.user.message,
      }),
      ...(details && more.subcode !== 33
        ? { error_data: { messaging_product: 'whatsapp', details } }
        : {}),
      ...(error.status >= 500 ? { is_transient: true } : {}),
      fbtrace_id: trace,
    },
  };
  return jsonAnswer(body, error.status);
}

/** Any other answer of the Graph API. */
export function jsonAnswer(body: unknown, status = 200): OutsideAnswer {
  return {
    status,
    headers: { 'Content-Type': 'application/json; charset=UTF-8' },
    body: JSON.stringify(body),
  };
}

/** The error as it stands in a `failed` status. */
export function statusError(code: number, details = titleOf(code)) {
  return {
    code,
    title: titleOf(code),
    message: titleOf(code),
    error_data: { details },
    href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
  };
}
