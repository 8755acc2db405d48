/** The suite on the stand-in. */
import { compute, LocalAppsScript, type OutsideRequest, type Quirks, type WebAnswer } from '..';
import { openPage } from './browser';
import { playOwner } from './owner';
import type { HttpAnswer, HttpRequest, Place } from './place';

export class StandIn implements Place {
  readonly script: LocalAppsScript;
  readonly address = 'https://script.google.com/macros/s/conformance/exec';
  readonly key: string;
  readonly hasDatabase = true;

  /** @param folder where the suite was built with this key */
  constructor(folder: string, key: string, quirks: Partial<Quirks> = {}, reusesContexts = false) {
    this.key = key;
    this.script = new LocalAppsScript({
      folder,
      reusesContexts,
      webAppUrl: this.address,
      formulas: compute,
    });
    Object.assign(this.script.quirks, quirks);
  }

  async ask(request: HttpRequest): Promise<HttpAnswer> {
    return toHttp(this.#answer(request));
  }

  async follow(location: string, method: 'GET' | 'POST'): Promise<HttpAnswer> {
    return toHttp(this.script.request({ method, url: location, headers: {}, body: '' }));
  }

  async together(requests: HttpRequest[]): Promise<HttpAnswer[]> {
    return inside(
      this.script,
      requests.map((request) => () => this.#answer(request)),
    ).map(toHttp);
  }

  async wait(ms: number): Promise<void> {
    this.script.advance(ms);
  }

  async browse(query: string): Promise<boolean> {
    const answer = this.#answer({ method: 'GET', query });
    const page = this.script.webPage(answer);
    openPage({ html: userHtml(answer), functions: page.functions, run: page.run });
    return true;
  }

  async byHand(): Promise<boolean> {
    playOwner(this.script);
    return true;
  }

  #answer({ method, query, path = '', body = '', contentType }: HttpRequest): WebAnswer {
    const request: OutsideRequest = {
      method,
      url: `${this.address}${path}?key=${this.key}&${query}`,
      headers: contentType ? { 'content-type': contentType } : {},
      body,
    };
    return this.script.request(request);
  }
}

/**
 * Executions at the same time: each begins in the middle (at the second call) of the one before.
 *
 * @returns their answers, which are complete
 */
export function inside(script: LocalAppsScript, asks: (() => WebAnswer)[]): WebAnswer[] {
  const answers: WebAnswer[] = [];
  const begin = (i: number): void => {
    const ask = asks[i];
    if (!ask) return;
    script.faults.interruptAt = { call: 2, run: () => begin(i + 1) };
    answers[i] = ask();
    // Whoever was not let in has nothing that the next could come into.
    if (!script.faults.interruptAt) return;
    delete script.faults.interruptAt;
    begin(i + 1);
  };
  begin(0);
  return answers;
}

/** What the script has put into the page, without Google's around it. */
export function userHtml({ body }: Pick<WebAnswer, 'body'>): string {
  const init =
    /goog\.script\.init\("([^"]*)"/.exec(body)?.[1] ?? '{\\u0022userHtml\\u0022:\\u0022\\u0022}';
  return (JSON.parse(JSON.parse(`"${init}"`)) as { userHtml: string }).userHtml;
}

/** An answer of the stand-in as one of HTTP. */
export function toHttp({ status, headers, body }: WebAnswer): HttpAnswer {
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  const named: Record<string, string> = Object.fromEntries(lower);
  const { location } = named;
  return { status, headers: named, body, ...(location === undefined ? {} : { location }) };
}
