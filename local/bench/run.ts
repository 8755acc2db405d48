/** One call of `npm run bench`: builds the script in a folder of its own, measures, and tells. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from '../build';
import { bench } from './bench';
import { type Options, readOptions, USAGE } from './options';
import { asText } from './table';

interface Telling {
  result: (text: string) => void;
  /** How far it is, and what was wrong. */
  progress: (text: string) => void;
  /** What is measured just now: of use while somebody looks. */
  step?: (text: string) => void;
}

/**
 * Runs the benchmark as the command line asks.
 *
 * @param runs how many times each event is measured
 * @returns the exit code: 2 for a command line that makes no sense
 * @throws esbuild's own error when the script does not compile
 */
export async function run(args: string[], tell: Telling, runs = 9): Promise<number> {
  let options: Options;
  try {
    options = readOptions(args);
  } catch (error) {
    tell.progress((error as Error).message);
    return 2;
  }
  if (options.help) {
    tell.result(USAGE);
    return 0;
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sheet-referrals-bench-'));
  try {
    await build(folder);
    const onSize = (size: number) =>
      tell.progress(`measuring at ${size.toLocaleString('en')} rows…`);
    const onStep = (what: string) => tell.step?.(what);
    const report = bench(folder, { ...options, runs, onSize, onStep });
    tell.result(options.json ? JSON.stringify(report, null, 2) : asText(report));
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
