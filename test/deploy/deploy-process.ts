/** The deployment as a process of its own, so that a test can kill it, and with it the one that hosts clasp. */
import { runClasp } from '../../local/deploy/clasp-process';
import { run } from '../../local/deploy/run';
import { runHosted } from '../../local/google/clasp-host';

const { args, ...settings } = JSON.parse(process.env.DEPLOY_SETTINGS ?? '{}');

run(args, {
  ...settings,
  build: async () => undefined,
  test: async () => true,
  say: () => undefined,
  clasp: (claspRun) => (claspRun.trace ? runClasp(claspRun) : runHosted(claspRun)),
  pause: async () => undefined,
}).then((exitCode) => {
  process.exitCode = exitCode;
});
