/** A browser for pages of the stand-in: runs their own client code, with a `google.script.run` that calls the script. */
import vm from 'node:vm';

/** A page and how it reaches the script. */
interface Page {
  html: string;
  /** The names that google.script.run has. */
  functions: readonly string[];
  /** @throws what the failure handler gets */
  run(name: string, args: unknown[]): unknown;
}

type Handler = (value: unknown) => void;

/** Opens the page; whatever it calls has been answered when this returns. */
export function openPage(page: Page): void {
  const said = { textContent: '' };
  const context = vm.createContext({
    google: { script: { run: runner(page, {}) } },
    document: { getElementById: () => said },
    // Everything is answered at once here, so that nobody has to wait.
    setTimeout: () => 0,
  });
  for (const [, script = ''] of page.html.matchAll(/<script>([\s\S]*?)<\/script>/g)) {
    vm.runInContext(script, context);
  }
}

function runner(page: Page, handlers: { done?: Handler; failed?: Handler }): object {
  const calls = page.functions.map((name) => [
    name,
    (...args: unknown[]) => {
      let gave: unknown;
      try {
        gave = page.run(name, JSON.parse(JSON.stringify(args)));
      } catch (error) {
        return handlers.failed?.(error);
      }
      handlers.done?.(gave);
    },
  ]);
  return {
    withSuccessHandler: (done: Handler) => runner(page, { ...handlers, done }),
    withFailureHandler: (failed: Handler) => runner(page, { ...handlers, failed }),
    ...Object.fromEntries(calls),
  };
}
