/**
 * `tsx local/postgres/main.ts <command> …`: does a command with TEST_POSTGRES set to a PostgreSQL server that is there as
 * long as the command runs; to the one that TEST_POSTGRES names already, if it does.
 */
import { spawn } from 'node:child_process';
import { startCluster } from './cluster';

/** @returns the command's exit code */
function done(command: string[], url: string): Promise<number> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    stdio: 'inherit',
    env: { ...process.env, TEST_POSTGRES: url },
  });
  const pass = (signal: NodeJS.Signals) => child.kill(signal);
  process.on('SIGINT', pass).on('SIGTERM', pass);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

async function main(command: string[]): Promise<number> {
  const { TEST_POSTGRES } = process.env;
  if (TEST_POSTGRES) return done(command, TEST_POSTGRES);
  const cluster = await startCluster();
  try {
    return await done(command, cluster.url);
  } finally {
    await cluster.stop();
  }
}

main(process.argv.slice(2)).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
