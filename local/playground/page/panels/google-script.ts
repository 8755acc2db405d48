/**
 * `google.script` inside a script's frame, with the real one's habits: calls are asynchronous, at
 * most ten are under way, answers come in any order, and only plain values pass.
 */
import type { FromFrame, ToFrame } from './messages';
import { plainValue } from './plain-value';

const MOST_AT_ONCE = 10;

interface Handlers {
  success?: (result: unknown, userObject?: unknown) => void;
  failure?: (error: Error, userObject?: unknown) => void;
  userObject?: unknown;
}

interface Call extends Handlers {
  name: string;
  args: unknown[];
}

const waiting: Call[] = [];
const underWay = new Map<number, Call>();
let made = 0;

function tell(message: FromFrame): void {
  window.parent.postMessage({ appsScript: message }, '*');
}

function sendWaiting(): void {
  while (underWay.size < MOST_AT_ONCE && waiting.length > 0) {
    const call = waiting.shift() as Call;
    underWay.set(++made, call);
    tell({ kind: 'run', call: made, name: call.name, args: call.args });
  }
}

function answered({ call: id, result, error }: ToFrame): void {
  const call = underWay.get(id);
  if (!call) return;
  underWay.delete(id);
  sendWaiting();
  if (error === undefined) call.success?.(result ?? null, call.userObject);
  else if (call.failure) call.failure(scriptError(error), call.userObject);
  else console.error('Uncaught', error);
}

/** What `google.script.run` hands to the failure handler. */
function scriptError(message: string): Error {
  const error = new Error(message);
  error.name = 'ScriptError';
  return error;
}

/** One `google.script.run`, with the handlers that were set on it; any other name is a function. */
function runner(handlers: Handlers): object {
  const setters = {
    withSuccessHandler: (success: NonNullable<Handlers['success']>) =>
      runner({ ...handlers, success }),
    withFailureHandler: (failure: NonNullable<Handlers['failure']>) =>
      runner({ ...handlers, failure }),
    withUserObject: (userObject: unknown) => runner({ ...handlers, userObject }),
  };
  return new Proxy(setters, {
    get(target, name) {
      if (typeof name === 'symbol') return undefined;
      if (name in target) return target[name as keyof typeof target];
      return (...args: unknown[]) => {
        const plain = args.map((arg, index) => plainValue(arg, String(index)));
        waiting.push({ ...handlers, name, args: plain });
        sendWaiting();
      };
    },
  });
}

const google = {
  script: {
    run: runner({}),
    host: {
      origin: location.origin,
      close: () => tell({ kind: 'close' }),
      setHeight: (height: number) => tell({ kind: 'size', height }),
      setWidth: (width: number) => tell({ kind: 'size', width }),
      editor: { focus: () => tell({ kind: 'focusEditor' }) },
    },
  },
};

(window as unknown as { google: object }).google = google;

window.addEventListener('message', (event) => {
  if (event.source !== window.parent) return;
  const outcome = (event.data as { appsScript?: ToFrame } | null)?.appsScript;
  if (outcome) answered(outcome);
});

/** Links into a messenger open on the phones here. */
const LINKS = 'a[href^="https://wa.me/"], a[href^="https://t.me/"]';

document.addEventListener('click', (event) => {
  const link = (event.target as Element | null)?.closest?.(LINKS);
  if (!link) return;
  event.preventDefault();
  tell({ kind: 'whatsapp', url: (link as HTMLAnchorElement).href });
});
