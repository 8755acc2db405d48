/** Runs the real clasp as a child process and gives back what it said. */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { claspJson } from './clasp-json';
import { ClaspFailed, Failure } from './failure';
import type { Surroundings } from './surroundings';

/** No single step of clasp takes this long unless the line is dead. */
const TIME_LIMIT_MS = 180_000;

/** clasp's own account of what it does (`DEBUG=clasp:core`), one prefix a line, nothing nested: so no token gets in. */
const TRACING = { DEBUG: 'clasp:core', DEBUG_COLORS: 'yes', DEBUG_DEPTH: '0' };
const TRACE_PREFIX = 'clasp:core';

interface RunOptions {
  /** The project file to use instead of the project's own `.clasp.json`. */
  project?: string;
  /** Where clasp's trace goes: a file, so that it outlives this process. */
  trace?: string;
}

export class Clasp {
  readonly #root: string;
  readonly #env: NodeJS.ProcessEnv;
  readonly #say: (text: string) => void;

  constructor({ root, env, say }: Surroundings) {
    this.#root = root;
    this.#env = env;
    this.#say = say;
  }

  /**
   * Runs a command with `--json` and gives what it printed.
   *
   * @throws ClaspFailed when clasp ends with an error, or ends well and prints nothing: that is how a
   *   push that it left out looks ("Skipping push.", exit 0)
   */
  async json<T>(command: string, args: string[] = [], options: RunOptions = {}): Promise<T> {
    const project = options.project ?? claspJson(this.#root);
    const { exitCode, out, said } = await this.#run(
      [command, '--json', '--project', project, ...args],
      options.trace,
    );
    if (exitCode !== 0) throw new ClaspFailed(command, said || out);
    if (!out.trim()) throw skipped(command, said);
    return JSON.parse(out) as T;
  }

  /**
   * Lets somebody sign in: clasp opens the browser, and prints the address for those who have none.
   *
   * @throws ClaspFailed when it did not come to a sign-in
   */
  async login(): Promise<void> {
    const { exitCode, said } = await this.#run(['login'], undefined, this.#say);
    if (exitCode !== 0) throw new ClaspFailed('login', said);
  }

  async #run(args: string[], trace?: string, hear?: (text: string) => void) {
    const traceFile = trace === undefined ? undefined : openTrace(trace);
    const child = spawn(process.execPath, [claspScript(), ...args], {
      cwd: this.#root,
      env: { ...this.#env, ...(trace === undefined ? {} : TRACING) },
      stdio: ['inherit', 'pipe', traceFile ?? 'pipe'],
      timeout: TIME_LIMIT_MS,
    });
    if (traceFile !== undefined) closeSync(traceFile);
    let out = '';
    let said = '';
    child.stdout?.on('data', (chunk) => {
      out += chunk;
      hear?.(String(chunk).trimEnd());
    });
    child.stderr?.on('data', (chunk) => {
      said += chunk;
    });
    const [exitCode, signal] = await new Promise<[number | null, string | null]>(
      (resolve, reject) => {
        child.on('error', reject);
        child.on('close', (...ending) => resolve(ending));
      },
    );
    if (trace !== undefined) said = withoutTrace(readFileSync(trace, 'utf8'));
    if (signal) said += `clasp was stopped (${signal}): no answer within ${TIME_LIMIT_MS / 1000} s`;
    return { exitCode, out, said };
  }
}

function openTrace(file: string): number {
  mkdirSync(path.dirname(file), { recursive: true });
  return openSync(file, 'w');
}

function withoutTrace(text: string): string {
  const lines = text.split('\n').filter((line) => !line.includes(TRACE_PREFIX));
  return lines.join('\n').trim();
}

function claspScript(): string {
  try {
    return createRequire(__filename).resolve('@google/clasp');
  } catch {
    throw new Failure('clasp, Google’s upload tool, is not installed.', [
      'Run `npm ci` in the project’s folder.',
      'Run the same command again.',
    ]);
  }
}

function skipped(command: string, said: string): Failure {
  return new Failure(
    `clasp ended well but did nothing: it left the ${command} out (“Skipping push.”).\n(clasp ${command} said: ${said.trim() || 'nothing'})`,
    [
      'Nothing has changed at Google. Somebody may have edited the manifest in the script editor.',
      'Run the same command again.',
    ],
  );
}
