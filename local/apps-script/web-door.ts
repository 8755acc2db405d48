/** Serves the web app: requests from outside, and those that a script sends to its own address. */
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
    },
  });
  return answer;
}

/** Answers a script's request to its own web app, or to an echo of it. */
export function serveOwn(world: World, { method, url, headers, body }: OutsideRequest): WebAnswer {
  const echo = world.echoes.get(url);
  if (echo !== undefined) {
    if (method !== 'GET') return refused(405, 'Method Not Allowed');
    return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: echo };
  }
  const queryString = /\?([^#]*)/.exec(url)?.[1] ?? '';
  if (method === 'GET') return serve(world, { queryString, viaFetch: true });
  if (method !== 'POST') return refused(method === 'HEAD' ? 403 : 405, 'Method Not Allowed');
  const contentType = headers['content-type'];
  const post = { queryString, body, ...(contentType ? { contentType } : {}) };
  return serve(world, { queryString, post, viaFetch: true });
}
