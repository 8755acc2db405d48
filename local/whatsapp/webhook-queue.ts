/** Webhooks on their way, one event to a POST: at once, held, twice, shuffled, and again as the provider does. */
import type { DeliveryModes } from './meta/delivery';
import { shuffled } from './shuffled';
import type { Delivery } from './standin';

/** One POST to the web app. `url` is there when the address was given through the API. */
export interface Posting {
  body: string;
  contentType: string;
  url?: string;
}

interface Waiting {
  posting: Posting;
  attempt: number;
  firstAt: number;
  dueAt: number;
}

export interface QueueState {
  waiting: Waiting[];
}

/** What a queue needs of its provider. */
interface QueueRules {
  now: () => number;
  post: (posting: Posting) => { status: number };
  /** How long after an attempt the next one follows; undefined when there is none. */
  again: (status: number, age: number) => number | undefined;
}

export class WebhookQueue {
  /** `batch` holds like `hold`: these providers never put two events into one POST. */
  modes: DeliveryModes = { times: 1, batch: false, hold: false, shuffle: false };
  readonly state: QueueState;
  private busy = false;

  constructor(
    private readonly rules: QueueRules,
    state?: QueueState,
  ) {
    this.state = state ?? { waiting: [] };
  }

  /** Something happened: it goes out with the next `pump`, or with `flush` while held. */
  enqueue(posting: Posting): void {
    const now = this.rules.now();
    for (let time = 0; time < this.modes.times; time++) {
      this.state.waiting.push({ posting, attempt: 1, firstAt: now, dueAt: now });
    }
  }

  /** Something that goes out at once, unless held: what waits stays waiting. */
  deliverNow(posting: Posting): Delivery[] {
    const before = this.state.waiting.length;
    this.enqueue(posting);
    if (this.held) return [];
    return this.state.waiting.splice(before).map((one) => this.send(one));
  }

  /** Posts what waits, unless held, and what is due to be sent again. */
  pump(): Delivery[] {
    return this.run((one) => !this.held || one.attempt > 1);
  }

  /** Posts what waits, held or not. */
  flush(): Delivery[] {
    return this.run(() => true);
  }

  /** When the next repetition falls due. */
  nextDueAt(): number | undefined {
    const times = this.state.waiting.filter(({ attempt }) => attempt > 1).map(({ dueAt }) => dueAt);
    return times.length ? Math.min(...times) : undefined;
  }

  private get held(): boolean {
    return this.modes.hold || this.modes.batch;
  }

  /** What a delivery gives rise to is delivered in the same run. */
  private run(may: (one: Waiting) => boolean): Delivery[] {
    if (this.busy) return [];
    this.busy = true;
    const done: Delivery[] = [];
    try {
      for (let due = this.take(may); due.length; due = this.take(may)) {
        for (const one of due) done.push(this.send(one));
      }
    } finally {
      this.busy = false;
    }
    return done;
  }

  private take(may: (one: Waiting) => boolean): Waiting[] {
    const isDue = (one: Waiting) => may(one) && one.dueAt <= this.rules.now();
    const due = this.state.waiting.filter(isDue);
    this.state.waiting = this.state.waiting.filter((one) => !due.includes(one));
    return this.modes.shuffle === false ? due : shuffled(due, this.modes.shuffle);
  }

  private send(one: Waiting): Delivery {
    const { posting, attempt, firstAt } = one;
    const at = this.rules.now();
    const { status } = this.rules.post(posting);
    const pause = this.rules.again(status, at - firstAt);
    if (pause !== undefined) {
      this.state.waiting.push({ posting, attempt: attempt + 1, firstAt, dueAt: at + pause });
    }
    return { at, attempt, body: posting.body, status };
  }
}
