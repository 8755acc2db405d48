/** Many new referrals at the same time, simulated from what single executions were measured to take. */

import { AT_ONCE, CARRY_MS, LONG_MS, MANY, PATIENCE_MS } from '../../src/webhook/carry';
import { CROWD, IN_HAND_MS } from '../../src/webhook/crowd';
import { MIN_AGE_MS, TRIGGER_PATIENCE_MS } from '../../src/webhook/drain';
import { OTHERS } from '../../src/webhook/take';
import { chanceFrom } from '../apps-script/chance';
import { FLAT_MS } from '../apps-script/costs';
import type { Phases } from './phases';
import { type Course, Schedule } from './schedule';

const TRIGGER_EVERY_MS = 60_000;

/** The trigger runs as soon as it may take up what came first: nothing is more likely to cost its time. */
const TRIGGER_AT_MS = MIN_AGE_MS + 1000;

/** How long after the answers their reports come, at the soonest and at the latest: sent, delivered, read. */
const REPORTS_MS: [number, number][] = [
  [200, 1200],
  [500, 5000],
  [5000, 65_000],
];
/** The welcome and the notice. */
const MESSAGES = 2;

/** The pauses after which a provider delivers again: doubled from the shortest to the longest, each with some chance. */
const AGAIN_MS = { shortest: 1000, longest: 60_000 };

interface Message {
  at: number;
  /** When it was kept. */
  since: number;
  answeredAt?: number;
}

export interface TurnedAway {
  messages: number;
  reports: number;
}

/** What became of a crowd. */
export interface Outcome {
  /** From the first message to the last answer, in milliseconds; undefined when one was never answered. */
  lastAnswered: number | undefined;
  /** From a message to its answer, at the longest. */
  longest: number | undefined;
  /** What Google refused because thirty executions were at work. */
  turnedAway: TurnedAway;
  /** What the trigger took besides its idle minutes. */
  triggerMs: number;
  /** Executions at once, at most. */
  atOnce: number;
}

/** What is played besides the messages. */
export interface World {
  /** Whether the delivery reports on their answers come too, each in an execution of its own. */
  reports: boolean;
  /** Whether what is turned away is delivered again. */
  again: boolean;
  /** Ends it as soon as this is so, or somebody has waited for so many milliseconds: no more is to be known. */
  enough: { turnedAway: (so: TurnedAway) => boolean; waited: number };
}

/**
 * Plays new referrals.
 *
 * @param arrivals when each message comes, in milliseconds, the first one first
 * @param startMs what Google takes to start an execution
 */
export function crowd(
  arrivals: number[],
  phases: Phases,
  startMs: number,
  world: Partial<World> = {},
): Outcome {
  const enough = { turnedAway: () => false, waited: Infinity };
  const whole = { reports: true, again: false, enough, ...world };
  return new Crowd(phases, startMs, whole).play(arrivals);
}

class Crowd {
  private readonly schedule = new Schedule();
  private readonly turnedAway = { messages: 0, reports: 0 };
  private triggerMs = 0;
  private readonly open: Message[] = [];
  /** What the journal holds. */
  private readonly kept = new Set<Message>();
  /** Entries that are finished, and still to be cleared away. */
  private emptied = 0;
  /** Everybody before this one is answered. */
  private first = 0;
  private readonly chance = chanceFrom(1);

  constructor(
    private readonly phases: Phases,
    private readonly startMs: number,
    private readonly world: World,
  ) {}

  play(arrivals: number[]): Outcome {
    const { schedule } = this;
    const messages = arrivals.map((at): Message => ({ at, since: at }));
    this.comes(messages);
    const end = Math.max(...arrivals) + 10 * TRIGGER_EVERY_MS;
    for (let at = TRIGGER_AT_MS; at < end; at += TRIGGER_EVERY_MS) {
      this.schedule.at(at, () => this.schedule.begin(this.trigger()));
    }
    schedule.run();
    const done = messages.map(({ answeredAt = Infinity }) => answeredAt);
    const known = (ms: number) => (ms < Infinity ? ms : undefined);
    return {
      lastAnswered: known(Math.max(...done) - Math.min(...arrivals)),
      longest: known(Math.max(...messages.map(({ at, answeredAt = Infinity }) => answeredAt - at))),
      turnedAway: this.turnedAway,
      triggerMs: this.triggerMs,
      atOnce: schedule.atOnce,
    };
  }

  /** One after the other. */
  private comes(messages: Message[], n = 0): void {
    const message = messages[n];
    if (!message) return;
    this.schedule.at(message.at, () => {
      while (messages[this.first]?.answeredAt !== undefined) this.first++;
      const waits = message.at - (messages[this.first]?.at ?? message.at);
      if (waits > this.world.enough.waited) this.schedule.stop();
      this.begin(() => this.message(message), 'messages');
      this.comes(messages, n + 1);
    });
  }

  /** An execution begins, unless it is turned away. */
  private begin(course: () => Course, what: keyof TurnedAway, times = 0): void {
    const { schedule } = this;
    if (schedule.begin(course())) return;
    this.turnedAway[what]++;
    if (this.world.enough.turnedAway(this.turnedAway)) schedule.stop();
    if (!this.world.again) return;
    const pause = Math.min(AGAIN_MS.shortest * 2 ** times, AGAIN_MS.longest);
    schedule.at(schedule.now + pause * (0.5 + this.chance()), () =>
      this.begin(course, what, times + 1),
    );
  }

  /** A delivery, as src/webhook/accept.ts goes about it. */
  private *message(message: Message): Course {
    yield this.startMs;
    if (this.phases.alone) yield* this.apart(message, this.phases.alone);
    else yield* this.underLock(message);
  }

  /** Over a database: alone, or in a crowd. */
  private *apart(message: Message, alone: NonNullable<Phases['alone']>): Course {
    yield alone.read;
    const { now } = this.schedule;
    const inHand = [...this.kept].filter(({ since }) => since > now - IN_HAND_MS);
    message.since = now;
    if (inHand.length < CROWD) {
      yield alone.kept;
      this.kept.add(message);
      yield alone.answered;
      this.answered(message);
      yield alone.tidied;
      this.kept.delete(message);
      return;
    }
    yield this.phases.keep;
    this.kept.add(message);
    this.open.push(message);
    yield this.phases.ask;
    if (this.schedule.tryLock()) yield* this.carry([], true, true);
    else yield this.phases.home;
  }

  private *underLock(message: Message): Course {
    const seesOthers = this.open.length > 0;
    yield this.phases.ask;
    if (this.schedule.tryLock()) {
      yield* this.carry([message], seesOthers);
      return;
    }
    yield this.phases.keep;
    message.since = this.schedule.now;
    this.open.push(message);
    if (yield { patience: PATIENCE_MS }) yield* this.carry([], true, true);
    else yield this.phases.home;
  }

  /** Takes along, sends, and looks for more where others may have gone home. */
  private *carry(own: Message[], withOthers: boolean, looks = false): Course {
    const others = withOthers ? this.open.splice(0, OTHERS - own.length) : [];
    const load = [...own, ...others];
    const reads = looks && load.length < 2 && !this.phases.alone;
    const held = FLAT_MS.properties * Number(reads) + this.phase('held', load);
    yield held;
    yield* this.deliver(load);
    if (looks || others.length || held > LONG_MS) yield* this.carryOn();
  }

  private *carryOn(): Course {
    const end = this.schedule.now + CARRY_MS;
    while (this.schedule.now < end) {
      yield FLAT_MS.properties;
      if (!this.open.length) break;
      yield FLAT_MS.lock;
      if (!this.schedule.tryLock()) break;
      const load = this.open.splice(0, OTHERS);
      yield this.phase('held', load);
      yield* this.deliver(load);
    }
    if (this.emptied <= MANY) return;
    this.emptied -= AT_ONCE;
    yield AT_ONCE * FLAT_MS.properties;
  }

  private *deliver(load: Message[]): Course {
    this.schedule.release();
    yield this.phase('sent', load);
    for (const one of load) this.answered(one);
    yield this.phase('tidied', load);
    for (const one of load) this.kept.delete(one);
    if (load.length > 1) this.emptied += load.length;
  }

  private *report(): Course {
    yield this.startMs;
    yield this.phases.report;
  }

  private *trigger(): Course {
    yield this.startMs;
    yield FLAT_MS.properties + FLAT_MS.cache;
    const old = this.open.filter(({ since }) => since < this.schedule.now - MIN_AGE_MS);
    if (!old.length) return;
    const from = this.schedule.now;
    if (yield { patience: TRIGGER_PATIENCE_MS }) yield* this.carry([], true);
    this.triggerMs += this.schedule.now - from;
  }

  private answered(message: Message): void {
    message.answeredAt = this.schedule.now;
    if (!this.world.reports) return;
    for (const [soonest, latest] of Array(MESSAGES).fill(REPORTS_MS).flat()) {
      const at = this.schedule.now + soonest + this.chance() * (latest - soonest);
      this.schedule.at(at, () => this.begin(() => this.report(), 'reports'));
    }
  }

  /** Milliseconds for so many updates, between those that were measured. */
  private phase(name: 'held' | 'sent' | 'tidied', { length }: Message[]): number {
    if (!length) return name === 'held' ? FLAT_MS.lock : 0;
    const { carried } = this.phases;
    const next = carried.findIndex(({ updates }) => updates >= length);
    const high = carried[next];
    const low = carried[next - 1] ?? high;
    if (!high || !low) throw new Error(`Nobody carries ${length} updates.`);
    const part = high === low ? 0 : (length - low.updates) / (high.updates - low.updates);
    return low[name] + part * (high[name] - low[name]);
  }
}
