/** UrlFetchApp: requests to the outside world, to the web app itself, and Google's sentences when they fail. */
import { makeBlob, textOf, toBytes } from './blob';
import { DEFAULT_FETCH_MS } from './costs';
import { type FetchOptions, toRequest } from './fetch-request';
import { guard } from './guard';
import type { Run } from './run';
import type { OutsideAnswer, OutsideRequest } from './types';

const DEFAULT_TIMEOUT_S = 360;
const MAX_REDIRECTS = 20;

/** What one request came to: an answer, or Google's sentence. Plain, so that it can be kept. */
interface Fetched {
  status: number;
  headers: Record<string, string>;
  body: string;
  fault?: string;
  tookMs: number;
}

class UrlFetchApp {
  readonly #run: Run;
  constructor(run: Run) {
    this.#run = run;
  }
  fetch(url: string, options: FetchOptions = {}): object {
    const request = toRequest(this.#run, url, options);
    const [answer] = this.#send([{ request, options }], `${request.method} ${url}`);
    return response(this.#run, answer as Fetched);
  }
  fetchAll(requests: (string | ({ url: string } & FetchOptions))[]): object[] {
    const jobs = Array.from(requests, (entry) => {
      const options = typeof entry === 'string' ? { url: entry } : entry;
      return { request: toRequest(this.#run, options.url, options), options };
    });
    const what = jobs.map(({ request }) => `${request.method} ${request.url}`).join(', ');
    return this.#send(jobs, what).map((answer) => response(this.#run, answer));
  }
  /** The request as it would be sent, as Google tells it. */
  getRequest(url: string, options: FetchOptions = {}): object {
    const { method, body } = toRequest(this.#run, url, options);
    return {
      url,
      method: method.toLowerCase(),
      headers: { ...options.headers },
      payload: body,
      contentType: options.contentType ?? 'application/x-www-form-urlencoded',
      followRedirects: options.followRedirects ?? true,
      validateHttpsCertificates: options.validateHttpsCertificates ?? true,
      useIntranet: false,
    };
  }
  /** All requests are delivered; then one that failed makes the whole call throw. */
  #send(jobs: { request: OutsideRequest; options: FetchOptions }[], what: string): Fetched[] {
    const run = this.#run;
    const slowest = (answers: Fetched[]) => Math.max(0, ...answers.map((answer) => answer.tookMs));
    const answers = run.call(
      'fetch',
      what,
      () => {
        run.use('fetches', jobs.length);
        return jobs.map(({ request, options }) => deliver(run, request, options));
      },
      { ms: slowest },
    );
    answers.forEach((answer, i) => {
      if (answer.fault) throw run.exception(answer.fault);
      const job = jobs[i];
      if (job && answer.status >= 400 && !job.options.muteHttpExceptions) {
        throw run.exception(
          `Request failed for ${origin(job.request.url)} returned code ${answer.status}. Truncated server response: ${answer.body.slice(0, 200)} (use muteHttpExceptions option to examine full response)`,
        );
      }
    });
    return answers;
  }
}

function origin(url: string): string {
  return /^[a-z]+:\/\/[^/?#]*/i.exec(url)?.[0] ?? url;
}

/** Sends one request and follows where it leads. */
function deliver(run: Run, first: OutsideRequest, options: FetchOptions): Fetched {
  const limitMs = (options.timeoutSeconds ?? DEFAULT_TIMEOUT_S) * 1000;
  let request = first;
  let tookMs = 0;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const answer = route(run, request);
    if ('fault' in answer && answer.fault !== 'timeout') {
      const cause = answer.fault === 'dns' ? 'DNS error' : 'Address unavailable';
      return failed(`${cause}: ${request.url}`, tookMs + DEFAULT_FETCH_MS);
    }
    const last = 'fault' in answer ? limitMs : (answer.tookMs ?? DEFAULT_FETCH_MS);
    tookMs += last;
    if ('fault' in answer || tookMs > limitMs) return failed(`Timeout: ${first.url}`, limitMs);
    const headers = answer.headers ?? {};
    const location = header(headers, 'location');
    const follows =
      options.followRedirects !== false && answer.status >= 300 && answer.status < 400;
    if (!follows || !location) return { status: answer.status, headers, body: answer.body, tookMs };
    const keeps = answer.status === 307 || answer.status === 308;
    const url = new URL(location, request.url).href;
    request = keeps ? { ...request, url } : { ...request, method: 'GET', url, body: '' };
  }
  return failed(`Too many redirects: ${first.url}`, tookMs);
}

function failed(fault: string, tookMs: number): Fetched {
  return { status: 0, headers: {}, body: '', fault, tookMs };
}

function header(headers: Record<string, string>, name: string): string | undefined {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
}

/** The web app's own address and its echoes are answered here; all else by the outside world. */
function route(run: Run, request: OutsideRequest): OutsideAnswer {
  const { world } = run;
  const isOwn =
    request.url.split(/[?#]/)[0] === world.options.webAppUrl || world.echoes.has(request.url);
  return run.byHost(() => (isOwn ? world.ownWebApp(request) : world.options.outside(request)));
}

function response(run: Run, fetched: Fetched): object {
  return guard(run, 'HTTPResponse', {
    getResponseCode: () => fetched.status,
    getContentText: (charset?: string) => textOf(run, fetched.body, charset),
    getContent: () => toBytes(Buffer.from(fetched.body)),
    getHeaders: () => ({ ...fetched.headers }),
    getAllHeaders: () => ({ ...fetched.headers }),
    getBlob: () =>
      makeBlob(run, {
        bytes: Buffer.from(fetched.body),
        contentType: header(fetched.headers, 'content-type') ?? null,
        name: null,
      }),
  });
}

/** The global `UrlFetchApp` of one execution. */
export function urlFetchApp(run: Run): object {
  return guard(run, 'UrlFetchApp', new UrlFetchApp(run));
}
