/** A PostgreSQL server of one's own for a while: on loopback, with a password, in a folder that goes with it. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** Where Debian puts every version's programs. */
const DEBIAN = '/usr/lib/postgresql';

/** Nothing in it has to outlive a power cut; what goes wrong on purpose need not be told. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  synchronous_commit: 'off',
  log_min_messages: 'log',
};

interface Cluster {
  /** `postgres://postgres:…@127.0.0.1:<port>/postgres`, a superuser. */
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts a server.
 *
 * @throws Error when PostgreSQL is not installed, or does not start
 */
export async function startCluster(): Promise<Cluster> {
  const programs = programsFolder();
  if (!programs) {
    throw new Error(
      'There is no PostgreSQL here. Install it (on Debian and Ubuntu: apt-get install postgresql), or set TEST_POSTGRES to the address of a server.',
    );
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sheet-referrals-postgres-'));
  const removed = () => rmSync(folder, { recursive: true, force: true });
  try {
    const password = randomBytes(16).toString('hex');
    makeFolder(programs, folder, password);
    const port = await freePort();
    const server = await startServer(programs, folder, port);
    return {
      url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
      stop: async () => {
        await stopped(server);
        removed();
      },
    };
  } catch (error) {
    removed();
    throw error;
  }
}

function programsFolder(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  const newestFirst = versions.sort((a, b) => Number(b) - Number(a));
  return [
    ...(process.env.PATH ?? '').split(path.delimiter),
    ...newestFirst.map((version) => path.join(DEBIAN, version, 'bin')),
  ].find((one) => ['initdb', 'postgres'].every((name) => existsSync(path.join(one, name))));
}

function makeFolder(programs: string, folder: string, password: string): void {
  const passwordFile = path.join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const user = serverUser();
  if (user) for (const one of [folder, passwordFile]) chownSync(one, user.uid, user.gid);
  const { status, stderr } = spawnSync(
    path.join(programs, 'initdb'),
    [
      ...['--pgdata', dataIn(folder), '--username', 'postgres', '--pwfile', passwordFile],
      ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--locale', 'C', '--no-sync'],
    ],
    { ...user, cwd: folder, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`initdb failed: ${stderr}`);
}

/** PostgreSQL does not run as root: its own user does it then. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (option: string) =>
    Number(spawnSync('id', [option, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}

function dataIn(folder: string): string {
  return path.join(folder, 'data');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** @returns the server once it takes connections */
function startServer(programs: string, folder: string, port: number): Promise<ChildProcess> {
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(
    path.join(programs, 'postgres'),
    ['-D', dataIn(folder), '-p', String(port), ...settings],
    { ...serverUser(), cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  return new Promise((resolve, reject) => {
    let said = '';
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-5000);
      if (said.includes('ready to accept connections')) resolve(server);
    });
  });
}

function stopped(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve();
    server.once('exit', () => resolve());
    // It does not wait for sessions that are still open.
    server.kill('SIGINT');
  });
}
