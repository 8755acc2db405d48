/** Runs the real clasp in one process that stays, for those who run it often and need not kill it. */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ClaspEnded, type ClaspRun, TRACING, withoutTrace } from '../deploy/clasp-process';

const HOST = path.join(__dirname, 'clasp-host-process.mjs');
const PRELOAD = pathToFileURL(path.join(__dirname, 'preload.mjs')).href;

/** What all who use the process share. Those who load this file again, as test runners do, go on with it: to start clasp takes seconds. */
interface Shared {
  process?: ChildProcess;
  last: Promise<unknown>;
}
const SHARED = Symbol.for('local-google.clasp-host');

function shared(): Shared {
  const home = fork as unknown as { [SHARED]?: Shared };
  home[SHARED] ??= { last: Promise.resolve() };
  return home[SHARED];
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
  state.process ??= start();
  const host = state.process;
  host.channel?.ref();
  return new Promise<ClaspEnded>((resolve, reject) => {
    const died = () => {
      delete state.process;
      reject(new Error('The process that hosts clasp has ended.'));
    };
    host.once('exit', died);
    host.once('message', (ended) => {
      host.off('exit', died);
      resolve(ended as ClaspEnded);
    });
    host.send(run);
  }).finally(() => host.channel?.unref());
}

/** It ends with this process, and keeps it alive only while a command runs. */
function start(): ChildProcess {
  const host = fork(HOST, { execArgv: ['--import', PRELOAD], stdio: 'ignore' });
  host.unref();
  return host;
}
