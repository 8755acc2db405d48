/** The web app's address, answered as Google answers it: 200 with a page, or 302 to an echo. */
import type { WebAnswer } from '../apps-script';
import type { Arrivals } from './arrivals';
import type { Answer, Request } from './http';
import type { Playground } from './playground';
import { Refusal } from './refusal';

const GOOGLES_ECHO = 'https://script.googleusercontent.com';

/** `GET|POST /exec`. */
export async function answerExec(
  { playground, arrivals }: { playground: Playground; arrivals: Arrivals },
  request: Request,
): Promise<Answer> {
  const { method, queryString, contentType, body, host } = request;
  switch (method) {
    case 'GET':
      return atHome(
        playground.act('doGet', () => playground.script.get(queryString)),
        host,
      );
    case 'POST': {
      const posted = {
        queryString,
        ...(contentType === undefined ? {} : { contentType }),
        ...(body === '' ? {} : { body }),
      };
      return atHome(await arrivals.arrive(posted), host);
    }
    case 'HEAD':
      return { status: 403, body: '' };
    default:
      throw new Refusal('The web app takes GET and POST.', 405);
  }
}

/** `GET /macros/echo?…`: what ContentService answered, once. */
export function answerEcho(playground: Playground, { method, queryString }: Request): Answer {
  if (method !== 'GET') throw new Refusal('An echo takes GET only.', 405);
  const text = playground.script.echo(`${GOOGLES_ECHO}/macros/echo?${queryString}`);
  if (text === undefined)
    throw new Refusal('There is no such echo, or it was fetched before.', 404);
  return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: text };
}

/** Google's own host is out of reach: the redirect stays on this one. */
function atHome({ status, headers, body }: WebAnswer, host: string): Answer {
  const home = (text: string) => text.replaceAll(GOOGLES_ECHO, `http://${host}`);
  const { location } = headers;
  return {
    status,
    headers: location === undefined ? headers : { ...headers, location: home(location) },
    body: location === undefined ? body : home(body),
  };
}
