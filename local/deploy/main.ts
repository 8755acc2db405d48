/** `npm run deploy` and `npm run rollback`. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from '../build';
import { run } from './run';

const root = path.resolve(__dirname, '..', '..');

run(process.argv.slice(2), {
  root,
  env: process.env,
  webAppRoot: 'https://script.google.com',
  build: () => build(),
  test: async () => {
    const { status } = spawnSync('npm', ['test'], { cwd: root, stdio: 'inherit', shell: true });
    return status === 0;
  },
  say: (text) => console.log(text),
  pause,
}).then((exitCode) => {
  process.exitCode = exitCode;
});
