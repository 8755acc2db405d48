/** Google's door: an execution begins, or is turned away because thirty are at work, and may be delivered again. */
import type { Course, Schedule } from './schedule';

/** The pauses after which a provider delivers again: doubled from the shortest to the longest, each with some chance. */
const AGAIN_MS = { shortest: 1000, longest: 60_000 };

export interface TurnedAway {
  messages: number;
  reports: number;
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

export class Door {
  readonly turnedAway: TurnedAway = { messages: 0, reports: 0 };

  constructor(
    private readonly schedule: Schedule,
    private readonly world: World,
    private readonly chance: () => number,
  ) {}

  /** An execution begins, unless it is turned away. */
  begin(course: () => Course, what: keyof TurnedAway, times = 0): void {
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
}
