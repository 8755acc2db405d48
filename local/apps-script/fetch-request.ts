/** Turns the arguments of UrlFetchApp into the request that goes over the wire. */
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

const KNOWN_OPTIONS = new Set([
  'url',
  'method',
  'contentType',
  'headers',
  'payload',
  'muteHttpExceptions',
  'followRedirects',
  'validateHttpsCertificates',
  'timeoutSeconds',
  'escaping',
]);

/** What goes over the wire. @throws Google's exception, or that of the stand-in for an unknown option */
export function toRequest(run: Run, url: string, options: FetchOptions): OutsideRequest {
  if (typeof url !== 'string') throw run.badArguments('UrlFetchApp.fetch', [url]);
  for (const name of Object.keys(options)) {
    if (!KNOWN_OPTIONS.has(name)) throw run.lacks(`UrlFetchApp.fetch option ${name}`);
  }
  if (url.length > MAX_URL_CHARACTERS) {
    throw run.exception(`Limit Exceeded: URLFetch URL Length. (${url.length} characters)`);
  }
  const address = /^[a-z]+:\/\//i.test(url) ? url : `http://${url}`;
  if (!/^https?:\/\/[^/?#\s]+\S*$/i.test(address)) {
    throw run.exception(`Invalid argument: ${url}`);
  }
  const { payload } = options;
  const isForm = typeof payload === 'object' && payload !== null;
  const method = (options.method ?? (payload === undefined ? 'get' : 'post')).toUpperCase();
  if (!['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'].includes(method)) {
    throw run.exception(`Attribute provided with invalid value: method`);
  }
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(options.headers ?? {})) {
    if (/^(?:content-length|host)$/i.test(name)) {
      throw run.exception(`Attribute provided with invalid value: Header:${name}`);
    }
    headers[name.toLowerCase()] = String(value);
  }
  if (payload !== undefined) {
    headers['content-type'] =
      options.contentType ?? headers['content-type'] ?? 'application/x-www-form-urlencoded';
  }
  const body = payload === undefined ? '' : isForm ? formEncode(payload) : String(payload);
  return { method, url: address, headers, body };
}

function formEncode(payload: object): string {
  return Object.entries(payload)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`)
    .join('&');
}
