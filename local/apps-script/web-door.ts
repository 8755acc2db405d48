/** Serves the web app: requests from outside, and those that a script sends to its own address. */
import { DEFAULT_FETCH_MS } from './costs';
import { toScript } from './events';
import { runJob } from './machine';
import type { OutsideRequest, WebAnswer } from './types';
import { errorPage, isReserved, refused, type WebPost, webAnswer, webEvent } from './web-app';
import type { World } from './world';

interface Request {
  queryString: string;
  post?: WebPost;
  viaFetch?: boolean;
}

/** Runs doGet or doPost. The answer has status 0 as long as the execution waits for a lock. */
export function serve(world: World, { queryString, post, viaFetch = false }: Request): WebAnswer {
  if (isReserved(queryString)) return refused(405, 'Method Not Allowed');
  const answer: WebAnswer = { status: 0, headers: {}, body: '' };
  runJob(world, {
    function: post ? 'doPost' : 'doGet',
    as: 'webApp',
    args: (run) => toScript(run, [webEvent(queryString, post)]),
    ifMissing: 'fail',
    viaFetch,
    refused: (message) => {
      const isPage = world.quirks.tooManyAtOnce === 200;
      Object.assign(answer, isPage ? errorPage(message) : refused(429, 'Too Many Requests'));
    },
    ended: (run, value) => {
      const { error } = run.record;
      Object.assign(answer, error === undefined ? webAnswer(run, value) : errorPage(error));
      // Whoever fetched it has waited for as long as the execution took.
      if (viaFetch) Object.assign(answer, { tookMs: DEFAULT_FETCH_MS + run.record.modelledMs });
    },
  });
  return answer;
}

/** Answers a script's request to its own web app, or to an echo of it. */
export function serveOwn(world: World, request: OutsideRequest): WebAnswer {
  return serveEcho(world, request) ?? serveAny(world, request, true);
}

/** Answers whoever asks from outside: also at a path below the web app's address, for which Google wants a sign-in. */
export function serveOutside(world: World, request: OutsideRequest): WebAnswer {
  const echo = serveEcho(world, request);
  if (echo) return echo;
  const { webAppUrl } = world.options;
  const address = request.url.split(/[?#]/)[0] ?? '';
  if (address === webAppUrl) return serveAny(world, request, false);
  return address.startsWith(`${webAppUrl}/`) ? signIn(address) : refused(404, 'Page Not Found');
}

function serveEcho(world: World, { method, url }: OutsideRequest): WebAnswer | undefined {
  const echo = world.echoes.get(url);
  if (echo === undefined) return undefined;
  if (method !== 'GET') return refused(405, 'Method Not Allowed');
  return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: echo };
}

function serveAny(world: World, request: OutsideRequest, viaFetch: boolean): WebAnswer {
  const { method, url, headers, body } = request;
  const queryString = /\?([^#]*)/.exec(url)?.[1] ?? '';
  if (method === 'GET') return serve(world, { queryString, viaFetch });
  if (method !== 'POST') return refused(method === 'HEAD' ? 403 : 405, 'Method Not Allowed');
  const contentType = headers['content-type'];
  const post = { queryString, body, ...(contentType ? { contentType } : {}) };
  return serve(world, { queryString, post, viaFetch });
}

function signIn(address: string): WebAnswer {
  const location = `https://accounts.google.com/ServiceLogin?continue=${encodeURIComponent(address)}`;
  return { status: 302, headers: { location }, body: '' };
}
