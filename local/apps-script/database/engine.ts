/** Asks the database and waits for its answer, as Apps Script does: it runs in a thread of its own, one for the process. */
import path from 'node:path';
import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
} from 'node:worker_threads';
import { onceAProcess } from '../once-a-process';
import type { Outcome, Session, Statement } from './backend';
import type { Answer, Answered, Asked, Question, ServerError } from './worker';

/** What all who use the thread share. */
interface Shared {
  port: MessagePort;
  signal: Int32Array;
  nextId: number;
}

/** How long an answer may take, the database's start included. */
const PATIENCE_MS = 240_000;

/** What a statement came to: its outcome, or the server's error. */
export type Told = { outcome: Outcome } | { server: ServerError };

/** A number that nobody in this process has had. */
export function newId(): number {
  return shared().nextId++;
}

/** Opens a session. @throws Error when there is no database to be had */
export function connect(session: Session): void {
  given(ask({ connect: session }));
}

/** @throws Error for what the local database cannot do */
export function runStatement(session: number, statement: Statement): Told {
  const answer = ask({ run: session, statement });
  if ('server' in answer) return answer;
  return { outcome: given(answer) as Outcome };
}

/** Ends a session. */
export function close(session: number): void {
  given(ask({ close: session }));
}

/** Removes a database. @throws Error while another one has a transaction open */
export function drop(database: string): void {
  given(ask({ drop: database }));
}

function given(answer: Answer): unknown {
  if ('value' in answer) return answer.value;
  throw new Error('failure' in answer ? answer.failure : answer.server.message);
}

/** What answers an earlier question, for which nobody waits any more, is left aside. */
function ask(question: Question): Answer {
  const { port, signal } = shared();
  const id = newId();
  const end = Date.now() + PATIENCE_MS;
  port.postMessage({ id, question } satisfies Asked);
  for (;;) {
    const answers = Atomics.load(signal, 0);
    for (let got = receiveMessageOnPort(port); got; got = receiveMessageOnPort(port)) {
      const answered = got.message as Answered;
      if (answered.id === id) return answered.answer;
    }
    if (Atomics.wait(signal, 0, answers, Math.max(end - Date.now(), 0)) === 'timed-out') {
      throw new Error(`The local database has not answered for ${PATIENCE_MS / 1000} seconds.`);
    }
  }
}

function shared(): Shared {
  return onceAProcess('local-apps-script.database', begin);
}

/** Starts the thread; it ends with the process and does not keep it. */
function begin(): Shared {
  const { port1, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const code = [require.resolve('tsx/cjs'), path.join(__dirname, 'worker.ts')]
    .map((file) => `require(${JSON.stringify(file)});`)
    .join('\n');
  const workerData = { port: port2, signal, url: process.env.TEST_POSTGRES };
  const worker = new Worker(code, { eval: true, execArgv: [], workerData, transferList: [port2] });
  worker.unref();
  return { port: port1, signal, nextId: 1 };
}
