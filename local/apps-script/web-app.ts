/** The web app's door: what doGet and doPost are given, and what Google makes of their answer. */
import { randomUUID } from 'node:crypto';
import { isTextOutput } from './content';
import { escapeHtml, type HtmlOutput, isHtmlOutput, MAY_BE_FRAMED } from './html';
import type { Run } from './run';
import type { WebAnswer } from './types';

export interface WebPost {
  queryString: string;
  contentType?: string;
  body?: string;
}

type Parameters = Map<string, string[]>;

/** The event object of a request. There are no headers in it, and no client address. */
export function webEvent(queryString: string, post?: WebPost): Record<string, unknown> {
  const parameters: Parameters = new Map();
  readForm(queryString, parameters);
  const event: Record<string, unknown> = { queryString, contextPath: '', contentLength: -1 };
  if (post) {
    const contents = post.body ?? '';
    const length = Buffer.byteLength(contents);
    const type = post.contentType ?? 'application/octet-stream';
    event.contentLength = length;
    if (contents !== '') event.postData = { length, type, contents, name: 'postData' };
    if (/^application\/x-www-form-urlencoded\b/i.test(type)) readForm(contents, parameters);
  }
  const entries = [...parameters];
  event.parameter = Object.fromEntries(entries.map(([name, values]) => [name, values[0]]));
  event.parameters = Object.fromEntries(entries);
  return event;
}

function readForm(text: string, parameters: Parameters): void {
  for (const [name, value] of new URLSearchParams(text)) {
    const values = parameters.get(name);
    if (values) values.push(value);
    else parameters.set(name, [value]);
  }
}

/** Google keeps these names of query parameters for itself: 405. */
export function isReserved(queryString: string): boolean {
  const query = new URLSearchParams(queryString);
  return query.has('c') || query.has('sid');
}

/** What Google sends back for what the function has returned. */
export function webAnswer(run: Run, result: unknown): WebAnswer {
  if (isTextOutput(result)) {
    const location = `https://script.googleusercontent.com/macros/echo?user_content_key=${randomUUID()}&lib=local`;
    run.world.echoes.set(location, result.getContent());
    return page(302, movedPage(location), { location });
  }
  if (isHtmlOutput(result)) {
    const framing = result[MAY_BE_FRAMED] ? {} : { 'x-frame-options': 'SAMEORIGIN' };
    return page(200, wrap(run, result), framing);
  }
  return errorPage('The script completed but the returned value is not a supported return type.');
}

/** Google's page for an error that nobody caught: status 200. */
export function errorPage(message: string): WebAnswer {
  return page(
    200,
    `<!DOCTYPE html><html><head><title>Error</title></head><body style="margin:20px"><div style="text-align:center;font-family:monospace;margin:50px auto 0;max-width:600px">${escapeHtml(message)}</div></body></html>`,
  );
}

/** Google's answer to a method or a name that it does not take. */
export function refused(status: number, text: string): WebAnswer {
  return page(status, `<!DOCTYPE html><html><body>${escapeHtml(text)}</body></html>`);
}

function page(status: number, body: string, headers: Record<string, string> = {}): WebAnswer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body };
}

function movedPage(location: string): string {
  return `<HTML><HEAD><TITLE>Moved Temporarily</TITLE></HEAD><BODY><H1>Moved Temporarily</H1>The document has moved <A HREF="${escapeHtml(location)}">here</A>.</BODY></HTML>`;
}

/** The script's page inside Google's, as a string that client code unpacks into an inner frame; with it come the names for google.script.run. */
function wrap(run: Run, output: HtmlOutput): string {
  const isPost = run.record.function === 'doPost';
  const callable = !isPost || run.world.quirks.postPagesCallScript;
  const init = { functionNames: callable ? run.functionNames : [], userHtml: output.getContent() };
  return `<!doctype html><html><head><meta name="viewport" content="width=device-width"><title>${escapeHtml(output.getTitle())}</title></head><body><table id="warning-bar-table"></table><iframe id="sandboxFrame" allow="geolocation *; clipboard-write" sandbox="allow-downloads allow-forms allow-modals allow-popups allow-same-origin allow-scripts"></iframe><script>goog.script.init("${hidden(JSON.stringify(init))}", "", undefined, true);</script></body></html>`;
}

/** The inside of a string of client code that no HTML parser takes for markup. */
function hidden(text: string): string {
  return text.replace(
    /[^\w .,:;/-]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The names that google.script.run has in an answer of the web app; none when that is no page of the script's. */
export function functionNamesIn(answer: WebAnswer): string[] {
  return initIn(answer)?.functionNames ?? [];
}

/** The script's own page in an answer of the web app; undefined when that is none. */
export function pageIn(answer: WebAnswer): string | undefined {
  return initIn(answer)?.userHtml;
}

function initIn({ status, body }: WebAnswer) {
  const init = status === 200 && /goog\.script\.init\("([^"]*)"/.exec(body);
  if (!init) return undefined;
  return JSON.parse(JSON.parse(`"${init[1]}"`)) as { functionNames: string[]; userHtml: string };
}
