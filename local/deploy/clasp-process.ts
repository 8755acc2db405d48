/** Runs the real clasp as a child process. */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Failure } from './failure';

/** No single step of clasp takes this long unless the line is dead. */
const TIME_LIMIT_MS = 180_000;

/** clasp's own account of what it does (`DEBUG=clasp:core`), one prefix a line, nothing nested: so no token gets in. */
export const TRACING = { DEBUG: 'clasp:core', DEBUG_COLORS: 'yes', DEBUG_DEPTH: '0' };
const TRACE_PREFIX = 'clasp:core';

export interface ClaspRun {
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Where clasp's trace goes: a file, so that it outlives this process. */
  trace?: string | undefined;
  /** Hears what clasp prints as it comes. */
  hear?: (text: string) => void;
  timeLimitMs?: number;
}

export interface ClaspEnded {
  exitCode: number | null;
  out: string;
  /** What it told the person: errors and warnings. */
  said: string;
}

/** Runs clasp to its end. */
export type RunClasp = (run: ClaspRun) => Promise<ClaspEnded>;

/** @throws Failure when clasp is not installed */
export const runClasp: RunClasp = async ({ args, cwd, env, trace, hear, timeLimitMs }) => {
  const timeout = timeLimitMs ?? TIME_LIMIT_MS;
  const traceFile = trace === undefined ? undefined : openTrace(trace);
  const child = spawn(process.execPath, [claspScript(), ...args], {
    cwd,
    env: { ...env, ...(trace === undefined ? {} : TRACING) },
    stdio: ['inherit', 'pipe', traceFile ?? 'pipe'],
    timeout,
  });
  if (traceFile !== undefined) closeSync(traceFile);
  let out = '';
  let said = '';
  child.stdout?.on('data', (chunk) => {
    out += chunk;
    hear?.(String(chunk));
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
  if (signal) said += `clasp was stopped (${signal}): no answer within ${timeout / 1000} s`;
  return { exitCode, out, said };
};

function openTrace(file: string): number {
  mkdirSync(path.dirname(file), { recursive: true });
  return openSync(file, 'w');
}

/** What clasp told the person, out of what it wrote while it was traced. */
export function withoutTrace(text: string): string {
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
