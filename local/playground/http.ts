/** Plain HTTP: a request with its body read, and how answers are written. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refusal } from './refusal';

/** What came in. */
export interface Request {
  method: string;
  path: string;
  query: URLSearchParams;
  /** The query as it was sent, without `?`. */
  queryString: string;
  /** Under which name the client found this machine. */
  host: string;
  contentType: string | undefined;
  body: string;
}

/** What goes out. */
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body: string;
}

/** Meta posts 3 MB at most; Google takes 50. */
const LARGEST_BODY = 50 * 1024 * 1024;

/** @throws Refusal when the body is too large */
export async function readRequest(incoming: IncomingMessage): Promise<Request> {
  const url = incoming.url ?? '/';
  const mark = url.indexOf('?');
  const queryString = mark < 0 ? '' : url.slice(mark + 1);
  return {
    method: incoming.method ?? 'GET',
    path: mark < 0 ? url : url.slice(0, mark),
    query: new URLSearchParams(queryString),
    queryString,
    host: incoming.headers.host ?? '',
    contentType: incoming.headers['content-type'],
    body: await readBody(incoming),
  };
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of incoming as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LARGEST_BODY) {
      throw new Refusal(`The body is larger than ${LARGEST_BODY / 1024 / 1024} MB.`);
    }
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

export function json(value: unknown, status = 200): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify(value),
  };
}

export function write(response: ServerResponse, { status, headers = {}, body }: Answer): void {
  response.writeHead(status, headers);
  response.end(body);
}
