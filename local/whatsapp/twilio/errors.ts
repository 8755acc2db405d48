/** Twilio's refusals: their codes, HTTP statuses and sentences, in the shape in which they arrive. */
import type { OutsideAnswer } from '../outside';

/** code → [HTTP status, sentence], from Twilio's dictionary of errors. */
const CODES: Record<number, [status: number, sentence: string]> = {
  20001: [400, 'Invalid parameter'],
  20003: [401, 'Authenticate'],
  20004: [405, 'Method not allowed'],
  20404: [404, 'The requested resource was not found'],
  20429: [429, 'Too Many Requests'],
  20500: [500, 'Internal Server Error'],
  21211: [400, "Invalid 'To' Phone Number"],
  21603: [400, "A 'From' phone number is required."],
  21604: [400, "A 'To' phone number is required."],
  21609: [400, "The 'StatusCallback' URL is not a valid URL."],
  21617: [400, 'The concatenated message body exceeds the 1600 character limit'],
  21619: [400, 'A text message body or media urls must be specified.'],
  21654: [400, 'ContentSid Required'],
  21655: [400, 'The ContentSid Parameter is invalid'],
  21656: [400, 'The Content Variables parameter is invalid.'],
  21658: [400, 'Parameter exceeded character limit'],
  21705: [400, 'The Messaging Service Sid is invalid.'],
  21910: [400, "Invalid From and To pair. 'From' and 'To' should be of the same channel"],
  63007: [400, 'Twilio could not find a Channel with the specified From address'],
  63031: [400, 'Channels message cannot have same From and To'],
};

/** A request that Twilio refuses. Thrown inside the stand-in, answered by `twilioRefusal`. */
export class TwilioError extends Error {
  readonly status: number;

  constructor(
    readonly code: number,
    details?: string,
    status?: number,
  ) {
    super(details ?? CODES[code]?.[1] ?? 'Unable to process the request');
    this.status = status ?? CODES[code]?.[0] ?? 400;
  }
}

export function twilioRefusal({ code, message, status }: TwilioError): OutsideAnswer {
  const more_info = `https://www.twilio.com/docs/errors/${code}`;
  return twilioAnswer({ code, message, more_info, status }, status);
}

export function twilioAnswer(body: unknown, status: number): OutsideAnswer {
  const headers = { 'Content-Type': 'application/json; charset=utf-8' };
  return { status, headers, body: JSON.stringify(body) };
}
