/**
 * One execution beside others: in a thread of its own, over a connection of its own, it finds, decides and writes with the
 * product's own code. Statements are handed to the main thread, and the thread sleeps until they are answered.
 */
import {
  type MessagePort,
  parentPort,
  receiveMessageOnPort,
  workerData,
} from 'node:worker_threads';
import { numbered } from '../../local/apps-script/database/placeholders';
import { CATALOGUE } from '../../src/program/catalogue';
import type { Update } from '../../src/program/model';
import { keyOf } from '../../src/program/people';
import type { Reward } from '../../src/program/rewards/model';
import { readSettings } from '../../src/program/settings';
import type { Script } from '../../src/script/program';
import type { Services } from '../../src/script/services';
import { Conflict, type Database, databaseError } from '../../src/sql/database';
import { SqlRewards } from '../../src/sql/rewards';
import { caseOf, NO_MEMORY } from '../../src/webhook/case';
import { handle } from '../../src/webhook/handle';
import { open } from '../../src/webhook/journal';
import { providerNamed } from '../../src/whatsapp/providers';

/** What the main thread is asked. */
export interface Statement {
  sql: string;
  values: string[];
}

export type Answer = { cell: string } | { error: string };

/** What a thread is to do: handle an update, or give a reward to whoever has none under its key yet. */
export type Job = { update: Update } | { reward: Reward };

/** What came of it. */
export interface Done {
  /** The keys of inviters who are to be told. */
  told: string[];
  /** Rewards that were added. */
  rewards: number;
  /** How often others were faster. */
  conflicts: number;
}

const { port, signal } = workerData as { port: MessagePort; signal: Int32Array };

class ThreadDatabase implements Database {
  conflicts = 0;

  ask(sql: string, ...values: string[]): string {
    Atomics.store(signal, 0, 0);
    port.postMessage({ sql: numbered(sql, true).sql, values } satisfies Statement);
    // It may be woken once more by the call before.
    while (Atomics.load(signal, 0) === 0) Atomics.wait(signal, 0, 0);
    const answer = receiveMessageOnPort(port)?.message as Answer;
    if ('cell' in answer) return answer.cell;
    const error = databaseError(new Error(answer.error));
    if (error instanceof Conflict) this.conflicts++;
    throw error;
  }

  run(sql: string, ...values: string[]): void {
    this.ask(sql, ...values);
  }

  close(): void {}
}

const database = new ThreadDatabase();

const { settings } = readSettings({ Provider: 'meta' }, CATALOGUE);

function script(): Script {
  const services = {
    database,
    now: Date.now,
    random: Math.random,
    properties: { getProperties: () => ({}) },
  } as unknown as Services;
  const text = (at: number) => new Date(at).toISOString().slice(0, 16).replace('T', ' ');
  const provider = providerNamed('meta').create({
    settings,
    stored: {},
    webhookUrl: '',
    now: Date.now,
  });
  const clock = { now: Date.now(), day: text, minute: text };
  return { program: { settings, provider, clock }, services, store: { database: '{}' } };
}

function handled(update: Update): string[] {
  const one = script();
  const { clock } = one.program;
  const { outcomes } = handle([caseOf(open(update, clock.now), false, settings, NO_MEMORY)], one);
  const sendings = outcomes.flatMap((outcome) => outcome.sendings);
  return sendings.flatMap(({ kind, inviter }) =>
    kind === 'notice' && inviter ? keyOf(inviter) : [],
  );
}

function given(reward: Reward): number {
  const book = new SqlRewards(database);
  if (book.findRewards([reward.key], []).length) return 0;
  book.add({ ...reward });
  book.save();
  return 1;
}

/** Who has lost again and again is put off in the journal, and comes once more. */
function insisting<T>(work: () => T): T {
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }
}

parentPort?.on('message', (job: Job) => {
  database.conflicts = 0;
  const done: Done = { told: [], rewards: 0, conflicts: 0 };
  try {
    if ('update' in job) done.told = insisting(() => handled(job.update));
    else done.rewards = insisting(() => given(job.reward));
    parentPort?.postMessage({ ...done, conflicts: database.conflicts });
  } catch (error) {
    parentPort?.postMessage({ error: String((error as Error).stack) });
  }
});
