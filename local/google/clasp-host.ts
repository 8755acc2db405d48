/** Runs the real clasp in one process that stays, for those who run it often and need not kill it. */
import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ClaspEnded, ClaspRun } from '../deploy/clasp-process';

const HOST = path.join(__dirname, 'clasp-host-process.mjs');
const PRELOAD = pathToFileURL(path.join(__dirname, 'preload.mjs')).href;

export class ClaspHost {
  #process: ChildProcess | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** Runs a command once those before it have ended; it cannot be traced or heard. */
  run({ args, cwd, env }: ClaspRun): Promise<ClaspEnded> {
    const ended = this.#last.then(() => this.#ask({ args, cwd, env }));
    this.#last = ended.catch(() => undefined);
    return ended;
  }

  #ask(run: ClaspRun): Promise<ClaspEnded> {
    this.#process ??= start();
    const host = this.#process;
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
}

/** It ends with this process, and keeps it alive only while a command runs. */
function start(): ChildProcess {
  const host = fork(HOST, { execArgv: ['--import', PRELOAD], stdio: 'ignore' });
  host.unref();
  return host;
}
