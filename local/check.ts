/** `npm run check`: everything that has to be right before a change lands, and how long each part took. */
import { spawnSync } from 'node:child_process';

const PARTS = [
  ['Types', 'types'],
  ['Format and lint', 'lint'],
  ['Tests', 'test:all'],
] as const;

function run(): number {
  const began = Date.now();
  for (const [index, [name, script]] of PARTS.entries()) {
    console.log(`\n${index + 1} of ${PARTS.length} · ${name} (npm run ${script})`);
    const start = Date.now();
    const { status } = spawnSync('npm', ['run', '--silent', script], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (status !== 0) {
      console.error(`\n${name}: not right yet, after ${since(start)}. See above.`);
      return status ?? 1;
    }
    console.log(`${name}: all right, in ${since(start)}.`);
  }
  console.log(`\nAll is well, in ${since(began)}.`);
  return 0;
}

/** `8 s`, `3 min 5 s`. */
function since(start: number): string {
  const seconds = Math.round((Date.now() - start) / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

process.exitCode = run();
