/** Thirty executions at once on a real database: a thread and a connection each. */
import path from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { Client } from 'pg';
import { migrate } from '../../src/sql/schema';
import type { Answer, Done, Job, Statement } from './shop-thread';

/** A database of its own on the server that TEST_POSTGRES names. */
class OwnDatabase {
  private constructor(
    private readonly server: URL,
    private readonly name: string,
    /** Nobody else's connection. */
    readonly client: Client,
  ) {}

  /** Makes it, with the schema in it. */
  static async make(url: string): Promise<OwnDatabase> {
    const name = `sheet_referrals_test_${process.pid}_${Date.now()}`;
    const server = new URL(url);
    await within(server, (client) => client.query(`create database ${name}`));
    const own = new OwnDatabase(server, name, new Client(addressOf(server, name)));
    await own.client.connect();
    const statements: string[] = [];
    migrate({ ask: () => '', run: (sql) => statements.push(sql) });
    for (const sql of statements) await own.client.query(sql);
    return own;
  }

  /** Another connection. */
  async connect(): Promise<Client> {
    const client = new Client(addressOf(this.server, this.name));
    await client.connect();
    return client;
  }

  async remove(): Promise<void> {
    await this.client.end();
    await within(this.server, (client) => client.query(`drop database ${this.name}`));
  }
}

function addressOf(server: URL, database: string): string {
  return Object.assign(new URL(server), { pathname: `/${database}` }).href;
}

async function within(server: URL, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client(server.href);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

export class Thirty {
  private readonly threads: Thread[] = [];

  private constructor(readonly database: OwnDatabase) {}

  /** @param threads fewer, where one does */
  static async begin(url: string, threads = 30): Promise<Thirty> {
    const thirty = new Thirty(await OwnDatabase.make(url));
    const { outputFiles } = await build({
      entryPoints: [path.join(__dirname, 'shop-thread.ts')],
      bundle: true,
      platform: 'node',
      write: false,
    });
    const code = outputFiles[0]?.text ?? '';
    for (let n = 0; n < threads; n++) {
      thirty.threads.push(new Thread(code, await thirty.database.connect()));
    }
    return thirty;
  }

  /** Every thread gets its job at the same moment. @returns what came of each, once all are done */
  atOnce(jobs: Job[]): Promise<Done[]> {
    const { length } = this.threads;
    if (jobs.length > length) throw new Error(`There are ${length} threads, not ${jobs.length}.`);
    return Promise.all(jobs.map((job, n) => (this.threads[n] as Thread).do(job)));
  }

  async endThreads(): Promise<void> {
    for (const thread of this.threads) await thread.end();
  }
}

class Thread {
  private readonly worker: Worker;
  private readonly signal = new Int32Array(new SharedArrayBuffer(4));

  constructor(
    code: string,
    private readonly client: Client,
  ) {
    const { port1, port2 } = new MessageChannel();
    this.worker = new Worker(code, {
      eval: true,
      workerData: { port: port2, signal: this.signal },
      transferList: [port2],
    });
    port1.on('message', async (statement: Statement) => {
      port1.postMessage(await this.answer(statement));
      Atomics.store(this.signal, 0, 1);
      Atomics.notify(this.signal, 0);
    });
    port1.unref();
  }

  do(job: Job): Promise<Done> {
    return new Promise((resolve, reject) => {
      this.worker.once('message', (told: Done | { error: string }) => {
        if ('error' in told) reject(new Error(told.error));
        else resolve(told);
      });
      this.worker.postMessage(job);
    });
  }

  async end(): Promise<void> {
    await this.worker.terminate();
    await this.client.end();
  }

  private async answer({ sql, values }: Statement): Promise<Answer> {
    try {
      const { rows } = await this.client.query<(string | null)[]>({
        text: sql,
        values,
        rowMode: 'array',
      });
      return { cell: rows[0]?.[0] ?? '' };
    } catch (error) {
      return { error: String(error) };
    }
  }
}
