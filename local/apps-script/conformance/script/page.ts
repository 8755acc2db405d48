/** A page that calls the script: what its client code does, and what it may call. */
import { PAGE_CALLS, PAGE_NAMES } from '../cases/page-calls';
import { runHere } from './here';
import { keep } from './kept';
import { suiteKey } from './key';
import type { Answers } from './run-cases';

type At = 'visitor' | 'dialog';

/** Left when a page has told all that it has met. */
const told = (at: At) => `done:${at}`;

/** A page whose client code makes the calls one after the other and then tells what came of each. */
export function page(at: At) {
  const calls = PAGE_CALLS.filter((one) => one.in === at).map(({ name, call, args }) => ({
    ...{ name, call, args },
  }));
  const start = JSON.stringify({ key: suiteKey(), at, calls }).replace(/</g, '\\u003c');
  return HtmlService.createHtmlOutput(
    `<p id="said">Working …</p><script>(${client.toString()})(${start})</script>`,
  ).setTitle('Conformance');
}

export function showDialog(): void {
  SpreadsheetApp.getUi().showModelessDialog(page('dialog'), 'Conformance');
}

/** Runs in the browser: no type of Apps Script's is known there. */
// biome-ignore lint/suspicious/noExplicitAny: the browser's own objects have no types here
function client({ key, at, calls }: any): void {
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const browser = globalThis as any;
  const answers: Record<string, unknown> = {};
  const ended = (text: string) => {
    browser.document.getElementById('said').textContent = text;
  };
  const tell = () => {
    const names = Object.keys(browser.google.script.run).filter((name) => !/^with/.test(name));
    browser.google.script.run
      .withSuccessHandler(() => ended('Done. You may close this.'))
      .withFailureHandler((error: Error) => ended(`It failed: ${error.message}`))
      .pageSays(key, at, answers, names.sort());
  };
  const next = (i: number) => {
    const call = calls[i];
    if (!call) return tell();
    let over = false;
    const done = (answer: unknown) => {
      if (over) return;
      over = true;
      answers[call.name] = answer;
      next(i + 1);
    };
    browser.setTimeout(() => done({ silent: true }), 30000);
    try {
      browser.google.script.run
        .withSuccessHandler((gave: unknown) => done({ gave: gave === undefined ? null : gave }))
        .withFailureHandler((error: Error) => done({ failed: error.message }))
        [call.call](...call.args);
    } catch (error) {
      done({ failed: String((error as Error).message) });
    }
  };
  next(0);
}

/** What a page has met; then the cases of its context are run. */
export function pageSays(key: string, at: At, answers: Answers, names: string[]): void {
  if (key !== suiteKey()) return;
  const list = PAGE_NAMES.find((one) => one.in === at)?.name ?? '';
  keep({ ...answers, [list]: names, ...runHere(at, {}), [told(at)]: true });
}

export const pageGivesKinds = () => ({
  ...{ n: 1.5, s: 'é', b: true, z: null, a: [1, ['x']], o: { k: {} } },
});
export const pageSends = (...values: unknown[]) => JSON.stringify(values);
export const pageGivesDate = () => new Date(0);
export const pageGivesNothing = () => undefined;
export const pageHidden_ = () => 'reached';
export function pageThrows(words: string) {
  throw new Error(words);
}
