/** Turns the arguments of UrlFetchApp into the request that goes over the wire. */
import { handleName } from './realm';
import type { Run } from './run';
import type { OutsideRequest } from './types';

const MAX_URL_CHARACTERS = 2082;

/** The options of a fetch that this stand-in knows; any other name throws. */
export interface FetchOptions {
  method?: string;
  contentType?: string;
  headers?: Record<string, string>;
  payload?: unknown;
  muteHttpExceptions?: boolean;
  followRedirects?: boolean;
  validateHttpsCertificates?: boolean;
  timeoutSeconds?: number;
  escaping?: boolean;
}

/** The options by name, and what their values are. */
const OPTIONS: Record<string, (value: unknown) => boolean> = {
  ...{ url: isText, method: isText, contentType: isText },
  headers: (value) => typeof value === 'object' && handleName(value) === undefined,
  payload: () => true,
  ...{ muteHttpExceptions: isTruth, followRedirects: isTruth, escaping: isTruth },
  validateHttpsCertificates: isTruth,
  timeoutSeconds: (value) => typeof value === 'number' && value > 0,
};

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isTruth(value: unknown): boolean {
  return typeof value === 'boolean';
}

/** What goes over the wire. @throws Google's exception, or that of the stand-in for an unknown option */
export function toRequest(run: Run, url: string, options: FetchOptions): OutsideRequest {
  if (typeof url !== 'string') throw run.badArguments('UrlFetchApp.fetch', [url]);
  checkOptions(run, options);
  if (url.length > MAX_URL_CHARACTERS) {
    throw run.exception(`Limit Exceeded: URLFetch URL Length. (${url.length} characters)`);
  }
  const address = /^[a-z]+:\/\//i.test(url) ? url : `http://${url}`;
  if (!/^https?:\/\/[^/?#\s]+\S*$/i.test(address)) {
    throw run.exception(`Invalid argument: ${url}`);
  }
  const { payload } = options;
  const method = (options.method ?? (payload === undefined ? 'get' : 'post')).toUpperCase();
  if (!['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'].includes(method)) {
    throw invalid(run, 'method');
  }
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(options.headers ?? {})) {
    if (/^(?:content-length|host)$/i.test(name)) {
      throw invalid(run, `Header:${name}`);
    }
    headers[name.toLowerCase()] = String(value);
  }
  if (payload !== undefined) {
    headers['content-type'] =
      options.contentType ?? headers['content-type'] ?? ownType(payload) ?? FORM;
  }
  return { method, url: address, headers, body: bodyOf(run, payload) };
}

const FORM = 'application/x-www-form-urlencoded';

function checkOptions(run: Run, options: FetchOptions): void {
  for (const [name, value] of Object.entries(options)) {
    const takes = OPTIONS[name];
    if (!takes) throw run.lacks(`UrlFetchApp.fetch option ${name}`);
    if (value !== undefined && value !== null && !takes(value)) throw invalid(run, name);
  }
}

function invalid(run: Run, attribute: string): Error {
  return run.exception(`Attribute provided with invalid value: ${attribute}`);
}

/** Text, a form, or bytes as long as they are text: other bytes do not fit into this wire. */
function bodyOf(run: Run, payload: unknown): string {
  if (payload === undefined || payload === null) return '';
  if (typeof payload !== 'object') return String(payload);
  if (isBlob(payload) || Array.isArray(payload)) {
    const bytes = isBlob(payload) ? payload.getBytes() : (payload as number[]);
    const text = Buffer.from(bytes).toString('utf8');
    if (Buffer.from(bytes).equals(Buffer.from(text))) return text;
    throw run.lacks('UrlFetchApp.fetch option payload with bytes that are no text');
  }
  return Object.entries(payload)
    .map(([key, value]) => {
      // Google sends a form with a file in it as multipart/form-data.
      if (isBlob(value)) throw run.lacks('UrlFetchApp.fetch option payload with a file in a form');
      return `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`;
    })
    .join('&');
}

function ownType(payload: unknown): string | undefined {
  return (isBlob(payload) && payload.getContentType()) || undefined;
}

function isBlob(
  value: unknown,
): value is { getBytes(): number[]; getContentType(): string | null } {
  return handleName(value) === 'Blob';
}
