/** Executions side by side in simulated time: their starts, their turns at the lock, and the limit of thirty. */
import { FLAT_MS } from '../apps-script/costs';
import { FREE_ACCOUNT } from '../apps-script/limits';

/** An execution's course: it lets milliseconds go by, or waits for the lock so long at most and is told whether it has it. */
export type Course = Generator<number | { patience: number }, void, boolean>;

interface Waiter {
  course: Course;
  until: number;
}

export class Schedule {
  now = 0;
  /** Executions at once, at most. */
  atOnce = 0;
  private running = 0;
  private isLocked = false;
  private isStopped = false;
  private readonly events: { at: number; go: () => void }[] = [];
  private readonly waiters: Waiter[] = [];

  /** Until nothing happens any more, or it is stopped. */
  run(): void {
    let event = this.events.shift();
    while (event && !this.isStopped) {
      this.now = event.at;
      event.go();
      event = this.events.shift();
    }
  }

  stop(): void {
    this.isStopped = true;
  }

  /** An execution begins; false when it is turned away, because thirty are at work. */
  begin(course: Course): boolean {
    if (this.running >= FREE_ACCOUNT.simultaneous) return false;
    this.running++;
    this.atOnce = Math.max(this.atOnce, this.running);
    this.goOn(course, false);
    return true;
  }

  private goOn(course: Course, answer: boolean): void {
    const { done, value } = course.next(answer);
    if (done) {
      this.running--;
    } else if (typeof value === 'number') {
      this.at(this.now + value, () => this.goOn(course, true));
    } else if (this.tryLock()) {
      this.at(this.now + FLAT_MS.lock, () => this.goOn(course, true));
    } else {
      this.wait({ course, until: this.now + (value as { patience: number }).patience });
    }
  }

  private wait(waiter: Waiter): void {
    this.waiters.push(waiter);
    this.at(waiter.until, () => {
      const place = this.waiters.indexOf(waiter);
      if (place < 0) return;
      this.waiters.splice(place, 1);
      this.goOn(waiter.course, false);
    });
  }

  tryLock(): boolean {
    if (this.isLocked) return false;
    this.isLocked = true;
    return true;
  }

  /** Whoever has waited longest is next. */
  release(): void {
    this.isLocked = false;
    const next = this.waiters.shift();
    if (!next) return;
    this.isLocked = true;
    this.at(this.now + FLAT_MS.lock, () => this.goOn(next.course, true));
  }

  /** Something happens then. The queue is kept in order of time. */
  at(at: number, go: () => void): void {
    let [low, high] = [0, this.events.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.events[middle]?.at ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    this.events.splice(low, 0, { at, go });
  }
}
