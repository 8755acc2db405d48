/** Many new referrals at the same time, simulated from what single executions were measured to take. */

import { CARRY_MS, LONG_MS, PATIENCE_MS } from '../../src/webhook/carry';
import { MIN_AGE_MS, TRIGGER_PATIENCE_MS } from '../../src/webhook/drain';
import { OTHERS } from '../../src/webhook/take';
import { chanceFrom } from '../apps-script/chance';
import { FLAT_MS } from '../apps-script/costs';
import { Door, type TurnedAway, type World } from './door';
import { Journal, type Message } from './kept';
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
/** Those of the welcome and of the notice. */
const REPORTS = [...REPORTS_MS, ...REPORTS_MS];

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
  private readonly door: Door;
  private triggerMs = 0;
  private readonly journal = new Journal();
  /** Everybody before this one is answered. */
  private first = 0;
  private readonly chance = chanceFrom(1);

  constructor(
    private readonly phases: Phases,
    private readonly startMs: number,
    private readonly world: World,
  ) {
    this.door = new Door(this.schedule, world, this.chance);
  }

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
      turnedAway: this.door.turnedAway,
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
      this.door.begin(() => this.message(message), 'messages');
      this.comes(messages, n + 1);
    });
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
    message.since = this.schedule.now;
    if (!this.journal.isCrowd(message.since)) {
      yield alone.kept;
      this.journal.keep(message);
      yield alone.answered;
      this.answered(message);
      yield alone.tidied;
      this.journal.finish([message]);
      return;
    }
    yield this.phases.keep;
    this.journal.open(message);
    yield this.phases.ask;
    if (this.schedule.tryLock()) yield* this.carry([], true, true);
    else yield this.phases.home;
  }

  private *underLock(message: Message): Course {
    const seesOthers = this.journal.isAnythingOpen();
    yield this.phases.ask;
    if (this.schedule.tryLock()) {
      yield* this.carry([message], seesOthers);
      return;
    }
    yield this.phases.keep;
    message.since = this.schedule.now;
    this.journal.open(message);
    if (yield { patience: PATIENCE_MS }) yield* this.carry([], true, true);
    else yield this.phases.home;
  }

  /** Takes along, sends, and looks for more where others may have gone home. */
  private *carry(own: Message[], withOthers: boolean, looks = false): Course {
    const others = withOthers ? this.journal.take(OTHERS - own.length) : [];
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
      if (!this.journal.isAnythingOpen()) break;
      yield FLAT_MS.lock;
      if (!this.schedule.tryLock()) break;
      const load = this.journal.take(OTHERS);
      yield this.phase('held', load);
      yield* this.deliver(load);
    }
    yield this.journal.clear() * FLAT_MS.properties;
  }

  private *deliver(load: Message[]): Course {
    this.schedule.release();
    yield this.phase('sent', load);
    for (const one of load) this.answered(one);
    yield this.phase('tidied', load);
    this.journal.finish(load);
  }

  private *report(): Course {
    yield this.startMs;
    yield this.phases.report;
  }

  private *trigger(): Course {
    yield this.startMs;
    yield FLAT_MS.properties + FLAT_MS.cache;
    if (!this.journal.isAnythingOpen(this.schedule.now - MIN_AGE_MS)) return;
    const from = this.schedule.now;
    if (yield { patience: TRIGGER_PATIENCE_MS }) yield* this.carry([], true);
    this.triggerMs += this.schedule.now - from;
  }

  private answered(message: Message): void {
    message.answeredAt = this.schedule.now;
    if (!this.world.reports) return;
    for (const [soonest, latest] of REPORTS) {
      const at = this.schedule.now + soonest + this.chance() * (latest - soonest);
      this.schedule.at(at, () => this.door.begin(() => this.report(), 'reports'));
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
