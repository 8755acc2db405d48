/** Runs the real clasp in one process that stays, for those who run it often and need not kill it. */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { onceAProcess } from '../apps-script';
import { type ClaspEnded, type ClaspRun, TRACING, withoutTrace } from '../deploy/clasp-process';

const HOST = path.join(__dirname, 'clasp-host-process.mjs');
const PRELOAD = pathToFileURL(path.join(__dirname, 'preload.mjs')).href;

/** What all who use clasp here share: to start it takes seconds. */
interface Shared {
  process?: ChildProcess;
  last: Promise<unknown>;
}

function shared(): Shared {
  return onceAProcess('local-google.clasp-host', () => ({ last: Promise.resolve() }));
}

/** Runs a command once those before it have ended; it cannot be heard, and its trace is there when it has ended. */
export function runHosted(run: ClaspRun): Promise<ClaspEnded> {
  const ended = shared().last.then(() => runNow(run));
  shared().last = ended.catch(() => undefined);
  return ended;
}

async function runNow({ args, cwd, env, trace }: ClaspRun): Promise<ClaspEnded> {
  // clasp looks once whether it is to trace: it always is.
  const ended = await ask({ args, cwd, env: { ...env, ...TRACING } });
  if (trace !== undefined) {
    mkdirSync(path.dirname(trace), { recursive: true });
    writeFileSync(trace, ended.said);
  }
  return { ...ended, said: withoutTrace(ended.said) };
}

function ask(run: ClaspRun): Promise<ClaspEnded> {
  const state = shared();
  state.process ??= start(state);
  const host = state.process;
  host.channel?.ref();
  return new Promise<ClaspEnded>((resolve, reject) => {
    const died = () => reject(new Error('The process that hosts clasp has ended.'));
    host.once('exit', died);
    host.once('message', (ended) => {
      host.off('exit', died);
      resolve(ended as ClaspEnded);
    });
    host.send(run);
  }).finally(() => host.channel?.unref());
}

/** It ends with this process, and keeps it alive only while a command runs; once it has ended the next command starts another. */
function start(state: Shared): ChildProcess {
  const host = fork(HOST, { execArgv: ['--import', PRELOAD], stdio: 'ignore' });
  host.once('exit', () => delete state.process);
  host.unref();
  return host;
}
