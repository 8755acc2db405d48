/** The thread in which the database runs: it does one thing at a time, and wakes the thread that asked. */
import { type MessagePort, workerData } from 'node:worker_threads';
import type { Backend, Session, Statement } from './backend';
import type * as pglite from './pglite-backend';
import type * as server from './server-backend';

/** What may be asked of it. */
export type Question =
  | { connect: Session }
  | { run: number; statement: Statement }
  | { close: number }
  | { drop: string };

/** What the server said of a statement that failed. */
export interface ServerError {
  severity: string;
  message: string;
  detail?: string;
  hint?: string;
  position?: string;
  where?: string;
}

export type Answer = { value: unknown } | { server: ServerError } | { failure: string };

/** A question, and its answer, go by a number. */
export interface Asked {
  id: number;
  question: Question;
}

export interface Answered {
  id: number;
  answer: Answer;
}

interface Given {
  port: MessagePort;
  signal: Int32Array;
  url: string | undefined;
}

let backend: Backend | undefined;

/** Only the one that is asked for is loaded. */
function theBackend(url: string | undefined): Backend {
  if (url === undefined) {
    const { PgliteBackend } = require('./pglite-backend') as typeof pglite;
    return new PgliteBackend();
  }
  const { ServerBackend } = require('./server-backend') as typeof server;
  return new ServerBackend(url);
}

async function answer(question: Question, url: string | undefined): Promise<Answer> {
  try {
    backend ??= theBackend(url);
    if ('connect' in question) return { value: await backend.connect(question.connect) };
    if ('run' in question) return { value: await backend.run(question.run, question.statement) };
    if ('close' in question) return { value: await backend.close(question.close) };
    return { value: await backend.drop(question.drop) };
  } catch (error) {
    const { severity, message, detail, hint, position, where } = error as ServerError;
    if (severity === undefined) return { failure: message };
    return {
      server: JSON.parse(JSON.stringify({ severity, message, detail, hint, position, where })),
    };
  }
}

const { port, signal, url } = workerData as Given;
port.on('message', async ({ id, question }: Asked) => {
  port.postMessage({ id, answer: await answer(question, url) } satisfies Answered);
  Atomics.add(signal, 0, 1);
  Atomics.notify(signal, 0);
});
