// The real clasp, one command after the other in this process: starting it takes longer than most commands do.
// Each message {args, cwd, env} is answered by {exitCode, out, said}.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const clasp = pathToFileURL(require.resolve('@google/clasp')).href;
const { CommanderError } = await import(
  pathToFileURL(createRequire(clasp).resolve('commander')).href
);

let runs = 0;

process.exit = (code) => {
  process.exitCode = code;
  throw new CommanderError(code ?? 0, 'exit', 'clasp ended');
};

async function run({ args, cwd, env }) {
  const printed = { out: '', said: '' };
  const { stdout, stderr } = process;
  const writes = [stdout.write, stderr.write];
  stdout.write = (text) => {
    printed.out += text;
    return true;
  };
  stderr.write = (text) => {
    printed.said += text;
    return true;
  };
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.chdir(cwd);
  process.argv = [process.argv[0], clasp, ...args];
  process.exitCode = 0;
  try {
    // With another query the same file is run again, while all that it imports is there already.
    await import(`${clasp}?run=${++runs}`);
    return { exitCode: process.exitCode ?? 0, ...printed };
  } finally {
    [stdout.write, stderr.write] = writes;
    process.exitCode = 0;
  }
}

process.on('message', async (message) => {
  const ended = await run(message).catch((error) => ({
    exitCode: 1,
    out: '',
    said: String(error?.stack ?? error),
  }));
  process.send(ended);
});
process.on('disconnect', () => process.kill(process.pid));
