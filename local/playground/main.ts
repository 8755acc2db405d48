/** `npm start`: builds the script and shows it at work, with no account and no network. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { build } from '../build';
import { type Arguments, readArguments, USAGE } from './arguments';
import { type Running, startPlayground } from './server';

// Left alone, Node lets what is in use grow fourfold before it tidies up: with 100,000 clients to more than 300 MB.
setFlagsFromString('--heap-growing-percent=60');

async function main(): Promise<void> {
  const wanted = argumentsOrExit();
  if (wanted.help) return console.log(USAGE);
  const { port, data, rows } = wanted;
  mkdirSync(data, { recursive: true });
  const script = path.join(data, 'script');
  await build(script);
  const running = await startPlayground({
    ...{ port, script, data },
    shop: { rewards: true, clients: rows },
  });
  console.log(
    `\n  The playground is at ${running.address}\n\n  Ctrl-C stops it; ${data} keeps it.\n`,
  );
  if (wanted.open) await openBrowser(running.address);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(running));
}

/** Where there is no browser to open, the address above has to do. */
async function openBrowser(address: string): Promise<void> {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return;
  const { default: open } = await import('open');
  await open(address).then(
    (browser) => browser.once('error', () => undefined),
    () => undefined,
  );
}

function argumentsOrExit(): Arguments {
  try {
    return readArguments(process.argv.slice(2), process.env);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    process.exit(2);
  }
}

async function stop(running: Running): Promise<void> {
  await running.stop();
  process.exit(0);
}

/** What went wrong, for whoever typed `npm start`. */
function explain(error: NodeJS.ErrnoException & { port?: number }): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${error.port} is taken by another program. Choose another: npm start -- --port ${Number(error.port) + 1}`;
    case 'EACCES':
      return error.port
        ? `Port ${error.port} needs more rights than this program has. Choose one above 1023: npm start -- --port 8080`
        : `${error.path ?? 'The data folder'} cannot be written. Choose another: npm start -- --data <folder>`;
    case 'EEXIST':
    case 'ENOTDIR':
      return `${error.path ?? 'The data folder'} is not a folder. Choose another: npm start -- --data <folder>`;
    default:
      return error.message;
  }
}

main().catch((error: Error) => {
  console.error(explain(error));
  process.exit(1);
});
