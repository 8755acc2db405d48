/** The deployment as a process of its own, so that a test can kill it. */
import { run } from '../../local/deploy/run';

const { args, ...settings } = JSON.parse(process.env.DEPLOY_SETTINGS ?? '{}');

run(args, {
  ...settings,
  build: async () => undefined,
  test: async () => true,
  say: () => undefined,
  pause: async () => undefined,
}).then((exitCode) => {
  process.exitCode = exitCode;
});
