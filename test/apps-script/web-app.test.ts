/** The web app's door: what doGet and doPost are given, and what Google makes of their answers. */
import { scriptOf } from './script-of';

const ECHO = `
function doGet(e) { return ContentService.createTextOutput(JSON.stringify(e)); }
function doPost(e) { return ContentService.createTextOutput(JSON.stringify(e)); }`;

function echoed(answer: { headers: Record<string, string> }, script = scriptOf(ECHO)): unknown {
  return JSON.parse(script.echo(answer.headers.location ?? '') ?? 'null');
}

test('a GET: first values, all values, dotted names; no headers, no path, no body', () => {
  const script = scriptOf(ECHO);
  const answer = script.get('hub.challenge=12&a=1&a=2&empty=');
  expect(echoed(answer, script)).toEqual({
    queryString: 'hub.challenge=12&a=1&a=2&empty=',
    parameter: { 'hub.challenge': '12', a: '1', empty: '' },
    parameters: { 'hub.challenge': ['12'], a: ['1', '2'], empty: [''] },
    contextPath: '',
    contentLength: -1,
  });
});

test('a JSON post is not parsed; its parameters are those of the query', () => {
  const script = scriptOf(ECHO);
  const answer = script.post({
    queryString: 'key=s',
    contentType: 'application/json',
    body: '{"ä":1}',
  });
  expect(echoed(answer, script)).toMatchObject({
    parameter: { key: 's' },
    contentLength: 8,
    postData: { length: 8, type: 'application/json', contents: '{"ä":1}', name: 'postData' },
  });
});

test('a form post merges body and query', () => {
  const script = scriptOf(ECHO);
  const answer = script.post({
    queryString: 'key=s&Body=query',
    contentType: 'application/x-www-form-urlencoded',
    body: 'Body=Hello+there&From=whatsapp%3A%2B1555',
  });
  expect(echoed(answer, script)).toMatchObject({
    parameter: { key: 's', Body: 'query', From: 'whatsapp:+1555' },
    parameters: { Body: ['query', 'Hello there'] },
  });
});

test('a post without a body has no postData', () => {
  const script = scriptOf(ECHO);
  expect(echoed(script.post({ queryString: '' }), script)).not.toHaveProperty('postData');
});

test.each(['c=1', 'sid=1', 'key=s&c='])('the reserved name in %s is refused with 405', (query) => {
  const script = scriptOf(ECHO);
  expect(script.get(query).status).toBe(405);
  expect(script.post({ queryString: query }).status).toBe(405);
  expect(script.executions).toHaveLength(0);
});

test('ContentService answers 302 to an echo; HtmlService 200, wrapped', () => {
  const script = scriptOf(`
    function doGet() { return ContentService.createTextOutput('raw'); }
    function doPost() { return HtmlService.createHtmlOutput('<b>page</b>'); }`);
  const moved = script.get();
  expect(moved.status).toBe(302);
  expect(moved.headers.location).toMatch(
    /^https:\/\/script\.googleusercontent\.com\/macros\/echo\?/,
  );
  expect(script.echo(moved.headers.location ?? '')).toBe('raw');
  const page = script.post({ queryString: '' });
  expect(page.status).toBe(200);
  expect(page.body).toContain('goog.script.init');
  expect(page.body).not.toContain('<b>page</b>');
});

test.each([
  ['an uncaught exception', 'function doPost() { null.x; }', /Cannot read properties of null/],
  ['a missing function', 'function doGet() {}', /Script function not found: doPost/],
  ['another kind of value', "function doPost() { return 'text'; }", /not a supported return type/],
  [
    'a promise',
    "async function doPost() { return ContentService.createTextOutput(''); }",
    /not a supported return type/,
  ],
  ['code that does not load', 'notThere();', /notThere is not defined/],
])('%s answers 200 with a page that tells the error', (_, code, message) => {
  const answer = scriptOf(code).post({ queryString: '' });
  expect(answer.status).toBe(200);
  expect(answer.body).toMatch(message);
});

test('every request finds the script loaded again', () => {
  const script = scriptOf(`
    var count = 0;
    function doGet() { count++; return ContentService.createTextOutput(count); }`);
  script.get();
  expect(script.echo(script.get().headers.location ?? '')).toBe('1');
});

test('another site may show a page in a frame only when the script allows it', () => {
  const headers = (more: string) =>
    scriptOf(`function doGet() { return HtmlService.createHtmlOutput('')${more}; }`).get().headers;
  expect(headers('')).toHaveProperty('x-frame-options', 'SAMEORIGIN');
  expect(
    headers('.setXFrameOptionsMode(HtmlService.XFrameOptionsMode.ALLOWALL)'),
  ).not.toHaveProperty('x-frame-options');
});

test('text to be downloaded has a file name', () => {
  const script = scriptOf(
    "function go() { return ContentService.createTextOutput('a,b').downloadAsFile('list.csv').getFileName(); }",
  );
  expect(script.run('go').result).toBe('list.csv');
});
