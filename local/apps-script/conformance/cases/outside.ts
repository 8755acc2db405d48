/** What the web app looks like from outside: these cases are done by the runner, over HTTP. */
import { type Claim, Judgement, like } from '../case';
import type { Place } from '../place';
import { OPEN_NAMES } from './page-calls';

/** Something that is asked of the web app from outside. */
interface OutsideCase extends Claim {
  look: (place: Place) => Promise<unknown>;
}

const SENDER = 'Whoever sends webhooks takes a failure for a success, or the other way round.';
const EVENT = 'What the program reads of a request is not there, or is another.';

const get = (place: Place, query: string) => place.ask({ method: 'GET', query });
const post = (place: Place, query: string, body = '', contentType = 'application/json') =>
  place.ask({ method: 'POST', query, body, contentType });

interface Event {
  contextPath: string;
  contentLength: number;
  parameter: Record<string, string>;
  parameters: Record<string, string[]>;
  postData?: Record<string, unknown>;
}

/** What the script was given. */
async function event(place: Place, query: string, sent?: { body: string; contentType: string }) {
  const asked = `do=event${query}`;
  const answer = sent
    ? await post(place, asked, sent.body, sent.contentType)
    : await get(place, asked);
  const echo = await place.follow(answer.location ?? '', 'GET');
  return JSON.parse(echo.body) as Event;
}

/** The names for google.script.run that are written into a page; Google hides them in a string of client code. */
function namesIn(body: string): string[] {
  const text = body
    .replace(/\\x([\da-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\u([\da-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\"/g, '"');
  const list = /"functionNames":\[([^\]]*)\]/.exec(text)?.[1] ?? '';
  return (list.match(/\w+/g) ?? []).sort();
}

const HTML = new Judgement('a page of HTML with 200', (answer) => {
  const { status, html } = Object(answer);
  return status === 200 && html === true;
});
const seen = async (asked: Promise<{ status: number; body: string }>, words = '') => {
  const { status, body } = await asked;
  return { status, html: /^\s*<(?:!doctype )?html/i.test(body) && body.includes(words) };
};

const ANSWERS: OutsideCase[] = [
  {
    name: 'ContentService answers with 302 and an address that gives the text',
    look: async (place) => {
      const { status, location = '' } = await get(place, 'do=text');
      const echo = await place.follow(location, 'GET');
      return [status, /\/macros\/echo\?/.test(location), echo.status, echo.body];
    },
    expected: [302, true, 200, 'hello'],
    ...{ sure: 'documented', means: SENDER },
  },
  {
    name: 'ContentService answers a POST with 302 too',
    look: async (place) => (await post(place, 'do=text')).status,
    ...{ expected: 302, sure: 'measured by others', means: SENDER },
  },
  {
    name: 'the address of a 302 refuses a POST',
    look: async (place) => {
      const { location = '' } = await get(place, 'do=text');
      return (await place.follow(location, 'POST')).status;
    },
    ...{ expected: 405, sure: 'measured by others', means: SENDER },
  },
  {
    name: 'HtmlService answers a POST with 200',
    look: (place) => seen(post(place, 'do=html')),
    ...{ expected: HTML, sure: 'measured by others', means: SENDER },
  },
  {
    name: 'the text of HtmlService is wrapped in a page of Google’s',
    look: async (place) => (await get(place, 'do=html')).body === '<p>hello</p>',
    ...{ expected: false, sure: 'measured by others', means: 'A handshake can be answered by it.' },
  },
  {
    name: 'an error that nobody catches answers with 200 and a page that tells it',
    look: (place) => seen(post(place, 'do=throw'), 'nobody caught this'),
    ...{ expected: HTML, sure: 'measured by others', means: SENDER },
  },
  {
    name: 'a number that doPost returns answers with 200 and a page',
    look: (place) => seen(post(place, 'do=number')),
    ...{ expected: HTML, sure: 'assumed', means: SENDER },
  },
  {
    name: 'nothing that doPost returns answers with 200 and a page',
    look: (place) => seen(post(place, 'do=nothing')),
    ...{ expected: HTML, sure: 'measured by others', means: SENDER },
  },
  {
    name: 'HEAD is refused',
    look: async (place) => (await place.ask({ method: 'HEAD', query: 'do=text' })).status,
    ...{ expected: 403, sure: 'measured by others', means: SENDER },
  },
  ...['c', 'sid'].map((name) => ({
    name: `a query with the name ${name} is refused`,
    look: async (place: Place) => (await get(place, `do=text&${name}=1`)).status,
    ...({ expected: 405, sure: 'measured by others' } as const),
    means: 'The name may be used.',
  })),
  {
    name: 'a path after /exec does not reach the script',
    look: async (place) => {
      const answer = await place.ask({ method: 'GET', query: 'do=text', path: '/more' });
      return /\/macros\/echo\?/.test(answer.location ?? '');
    },
    ...{ expected: false, sure: 'measured by others', means: 'A secret may travel in the path.' },
  },
  {
    name: 'a page may not be shown in a frame of another site',
    look: async (place) => (await get(place, 'do=html')).headers['x-frame-options'] ?? null,
    expected: like(/^(?:SAMEORIGIN|DENY)$/i),
    ...{ sure: 'assumed', means: 'Other sites can put a page of the program into a frame.' },
  },
];

const EVENTS: OutsideCase[] = [
  {
    name: 'the event of a GET',
    look: async (place) => {
      const { contextPath, contentLength, parameter, parameters } = await event(
        place,
        '&hub.mode=a&x=1&x=2',
      );
      return {
        contextPath,
        contentLength,
        hub: parameter['hub.mode'],
        x: parameter.x,
        xs: parameters.x,
      };
    },
    expected: { contextPath: '', contentLength: -1, hub: 'a', x: '1', xs: ['1', '2'] },
    ...{ sure: 'documented', means: EVENT },
  },
  {
    name: 'the event of a POST of JSON',
    look: async (place) => {
      const sent = { body: '{"é":1}', contentType: 'application/json' };
      const { postData, contentLength, parameter } = await event(place, '', sent);
      return { postData, contentLength, names: Object.keys(parameter).sort() };
    },
    expected: {
      postData: { contents: '{"é":1}', length: 8, name: 'postData', type: 'application/json' },
      contentLength: 8,
      names: ['do', 'key'],
    },
    ...{ sure: 'documented', means: EVENT },
  },
  {
    name: 'the event of a POST of a form',
    look: async (place) => {
      const sent = { body: 'x=2&y=%C3%A9', contentType: 'application/x-www-form-urlencoded' };
      const { postData, parameter, parameters } = await event(place, '&x=1', sent);
      return [postData?.contents, parameter.x, parameters.x, parameter.y];
    },
    expected: ['x=2&y=%C3%A9', '1', ['1', '2'], 'é'],
    ...{ sure: 'measured by others', means: EVENT },
  },
  {
    name: 'the event of a POST without a body has no postData',
    look: async (place) => {
      const sent = { body: '', contentType: 'application/json' };
      return 'postData' in (await event(place, '', sent));
    },
    ...{ expected: false, sure: 'measured by others', means: EVENT },
  },
  {
    name: 'an event has no headers and no address of the sender',
    look: async (place) => {
      const sent = { body: '{}', contentType: 'application/json' };
      return Object.keys(await event(place, '', sent)).sort();
    },
    expected: [
      ...['contentLength', 'contextPath', 'parameter', 'parameters', 'postData', 'queryString'],
    ],
    ...{ sure: 'documented', means: 'A signature in a header could be checked.' },
  },
];

const PAGES: OutsideCase[] = [
  {
    name: 'the names for google.script.run that are written into a page of doGet',
    look: async (place) => namesIn((await get(place, 'do=html')).body),
    ...{ expected: OPEN_NAMES, sure: 'measured by others' },
    means: 'What a stranger with a page can call is another list of functions.',
  },
  {
    name: 'the names for google.script.run that are written into a page of doPost',
    look: async (place) => namesIn((await post(place, 'do=html')).body),
    ...{ expected: OPEN_NAMES, sure: 'assumed', settles: 'postPagesCallScript' },
    means: 'A page that answers a webhook lets nobody call the script.',
  },
];

const TOGETHER: OutsideCase[] = [
  {
    name: 'of two executions at once only one has the lock',
    look: async (place) => {
      const asked = ['do=lock&hold=6000', 'do=lock&patience=500'];
      const answers = await place.together(asked.map((query) => ({ method: 'GET', query })));
      const echoes = answers.map(({ location = '' }) => place.follow(location, 'GET'));
      return (await Promise.all(echoes)).map(({ body }) => body);
    },
    expected: ['true', 'false'],
    ...{ sure: 'documented', means: 'Two messages at once write over each other.' },
  },
  {
    name: 'what the 31st of 36 executions at once is answered',
    look: async (place) => {
      const asked = Array.from({ length: 36 }, () => 'do=stay&ms=15000');
      const answers = await place.together(asked.map((query) => ({ method: 'GET', query })));
      const refused = answers.filter(({ location }) => !location);
      const [first] = refused;
      return first ? { refused: refused.length, status: first.status } : { refused: 0 };
    },
    expected: { refused: 6, status: 200 },
    ...{ sure: 'assumed', settles: 'tooManyAtOnce' },
    means: 'A sender takes a message for delivered that no execution has seen, or sends it again.',
  },
];

export const OUTSIDE: OutsideCase[] = [...ANSWERS, ...EVENTS, ...PAGES, ...TOGETHER];
