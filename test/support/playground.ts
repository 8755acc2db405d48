/** Starts the playground for a test: a temporary folder, a free port, the bundle that was built. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Running, startPlayground } from '../../local/playground/server';

/** The script that the tests' set-up built. */
export const DIST = path.resolve(__dirname, '../../dist');

/** In memory where the system has such a folder: the playground waits for the disk after each change. */
const TEMPORARY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

const DAY = 24 * 3_600_000;

interface Answered {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at what it expects to be there
  body: any;
}

export interface PlaygroundForTest extends Running {
  data: string;
  /** Asks the playground's door. A text is sent as it is, anything else as JSON. */
  ask(method: string, path: string, body?: unknown): Promise<Answered>;
  /** It becomes noon: soon after midnight what is ready a day later comes too late for who has not written since. */
  becomesNoon(): void;
  /** Stops it and starts it again on the same folder. */
  restart(): Promise<PlaygroundForTest>;
  /** Stops it and removes its folder. */
  end(): Promise<void>;
}

/**
 * @param script another folder of Apps Script code than the built one
 * @param data a folder with a state in it; a new one unless given
 * @param rewards whether the shop promises rewards, as with `npm start`
 * @param clients how many it has already
 */
export async function playgroundForTest({
  script = DIST,
  data = mkdtempSync(path.join(TEMPORARY, 'playground-')),
  rewards = false,
  clients = 0,
}: {
  script?: string;
  data?: string;
  rewards?: boolean;
  clients?: number;
} = {}): Promise<PlaygroundForTest> {
  const running = await startPlayground({ port: 0, script, data, shop: { rewards, clients } });
  return {
    ...running,
    data,
    ask: (method, at, body) => ask(running.address + at, method, body),
    becomesNoon() {
      const { clock } = running.playground.script;
      clock.now += (1.5 * DAY - (clock.now % DAY)) % DAY;
    },
    async restart() {
      await running.stop();
      return playgroundForTest({ script, data, rewards, clients });
    },
    async end() {
      await running.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function ask(url: string, method: string, body?: unknown): Promise<Answered> {
  const sent =
    body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
  const response = await fetch(url, { method, ...sent });
  return { status: response.status, body: await response.json() };
}
