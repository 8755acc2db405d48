/** Delivers webhooks as Meta does: again until answered 200, and in batches, twice, late or shuffled when told. */

import { shuffled } from '../shuffled';
import type { Delivery } from '../standin';
import { type BusinessNumber, type MetaUpdate, metaBody, metaChanges, metaEntry } from './webhooks';

/** How webhooks go out. The plain way: each once, one POST each, in order, when pumped. */
export interface DeliveryModes {
  /** 2: everything is posted twice. */
  times: 1 | 2;
  /** Hold, then post many in one body of several entries, changes and messages. */
  batch: boolean;
  /** Hold, then post one by one. */
  hold: boolean;
  /** A seed: what waits goes out in an order drawn from it. */
  shuffle: number | false;
}

/** What leaves for the web app. `url` is there when a callback was set by the API. */
export interface Webhook {
  body: string;
  contentType: 'application/json';
  url?: string;
}

/** Where updates go, by their field. */
interface Routes {
  to(field: string): 'override' | 'app' | 'nowhere';
  post(body: string, toOverride: boolean): { status: number };
}

interface Post {
  body: string;
  toOverride: boolean;
  attempt: number;
  firstAt: number;
}

export interface DeliveryState {
  waiting: MetaUpdate[];
  posts: (Post & { dueAt: number })[];
}

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;
/** Meta puts at most this many updates and this many bytes into one POST. */
const MOST_UPDATES = 1000;
const MOST_BYTES = 3_000_000;

export class MetaDelivery {
  modes: DeliveryModes = { times: 1, batch: false, hold: false, shuffle: false };
  readonly state: DeliveryState;
  private busy = false;

  constructor(
    private readonly now: () => number,
    private readonly number: BusinessNumber,
    private readonly routes: Routes,
    state?: DeliveryState,
  ) {
    this.state = state ?? { waiting: [], posts: [] };
  }

  /** Something happened: it goes out with the next `pump`, or `flush` while held. */
  enqueue(update: MetaUpdate): void {
    this.state.waiting.push(update);
  }

  /** Something that goes out at once, unless held: what waits stays waiting. */
  deliverNow(update: MetaUpdate): Delivery[] {
    if (this.held) {
      this.enqueue(update);
      return [];
    }
    return this.bodies([update]).map((body) =>
      this.send({ ...body, attempt: 1, firstAt: this.now() }),
    );
  }

  /** Posts what waits, unless held, and again what was not answered with 200 and is due. */
  pump(): Delivery[] {
    return this.run(() => !this.held);
  }

  /** Posts what waits, held or not. */
  flush(): Delivery[] {
    return this.run(() => true);
  }

  /** When the next repetition falls due. */
  nextDueAt(): number | undefined {
    const times = this.state.posts.map((post) => post.dueAt);
    return times.length === 0 ? undefined : Math.min(...times);
  }

  private get held(): boolean {
    return this.modes.hold || this.modes.batch;
  }

  /** What a delivery gives rise to (a reply's own statuses) is delivered in the same run. */
  private run(releases: () => boolean): Delivery[] {
    if (this.busy) return [];
    this.busy = true;
    const done: Delivery[] = [];
    try {
      do {
        if (releases()) this.release();
        for (let post = this.nextDue(); post; post = this.nextDue()) done.push(this.send(post));
      } while (releases() && this.state.waiting.length > 0);
    } finally {
      this.busy = false;
    }
    return done;
  }

  private release(): void {
    const now = this.now();
    for (const body of this.bodies(this.state.waiting.splice(0))) {
      this.state.posts.push({ ...body, attempt: 1, firstAt: now, dueAt: now });
    }
  }

  private nextDue() {
    const index = this.state.posts.findIndex((post) => post.dueAt <= this.now());
    return index < 0 ? undefined : this.state.posts.splice(index, 1)[0];
  }

  /** One POST. Anything but 200 is sent again after 1, 2, 4… minutes, for seven days. */
  private send(post: Post): Delivery {
    const at = this.now();
    const { status } = this.routes.post(post.body, post.toOverride);
    const dueAt = at + MINUTE * 2 ** (post.attempt - 1);
    if (status !== 200 && dueAt - post.firstAt <= WEEK) {
      this.state.posts.push({ ...post, attempt: post.attempt + 1, dueAt });
    }
    return { at, attempt: post.attempt, body: post.body, status };
  }

  private bodies(updates: MetaUpdate[]): Pick<Post, 'body' | 'toOverride'>[] {
    const ordered = this.modes.shuffle === false ? updates : shuffled(updates, this.modes.shuffle);
    const bodies = this.groups(ordered).map((group) => ({
      body: this.body(group),
      toOverride: this.routes.to(group[0]?.field ?? '') === 'override',
    }));
    return this.modes.times === 2 ? bodies.flatMap((body) => [body, body]) : bodies;
  }

  /** What goes nowhere is not kept; what shares a POST has the same address. */
  private groups(updates: MetaUpdate[]): MetaUpdate[][] {
    const going = (to: string) => updates.filter(({ field }) => this.routes.to(field) === to);
    if (this.modes.batch) return [...chunks(going('override')), ...chunks(going('app'))];
    return updates
      .filter(({ field }) => this.routes.to(field) !== 'nowhere')
      .map((update) => [update]);
  }

  /** Three updates to a change and two changes to an entry, so that a batch has several of each. */
  private body(updates: MetaUpdate[]): string {
    const changes = [];
    for (let from = 0; from < updates.length; from += 3) {
      changes.push(...metaChanges(updates.slice(from, from + 3), this.number));
    }
    const entries = [];
    while (changes.length > 0) entries.push(metaEntry(changes.splice(0, 2), this.number.wabaId));
    return JSON.stringify(metaBody(entries));
  }
}

function chunks(updates: MetaUpdate[]): MetaUpdate[][] {
  const all: MetaUpdate[][] = [];
  let bytes = 0;
  for (const update of updates) {
    const size = Buffer.byteLength(JSON.stringify(update)) + 200;
    const chunk = all.at(-1);
    if (!chunk || chunk.length === MOST_UPDATES || bytes + size > MOST_BYTES) {
      all.push([update]);
      bytes = size;
    } else {
      chunk.push(update);
      bytes += size;
    }
  }
  return all;
}
