/** Plays the story by itself, at the speed at which one reads. */
import { Shown } from '../shown';
import { type Stage, type Step, take } from './step';

/** To read one word, and to see what came of the last step; in milliseconds. */
const A_WORD = 190;
const TO_SEE = 1200;

export class Player {
  readonly playing = new Shown(false);
  /** Counts up with every start: an older play that still waits has ended. */
  private play = 0;

  /** @param next what comes next, as the story stands */
  constructor(
    private readonly stage: Stage,
    private readonly next: () => Step | null,
  ) {}

  /** Does step after step until the story is told, nothing comes of a step, or somebody stops it. */
  async start(): Promise<void> {
    const play = ++this.play;
    this.playing.set(true);
    let done = '';
    for (let step = this.next(); step && step.words.join('') !== done; step = this.next()) {
      done = step.words.join('');
      await readingTime(done);
      if (play !== this.play || !this.playing.value) return;
      await take(step, this.stage);
      if (step.last) break;
    }
    this.stop();
  }

  stop(): void {
    this.playing.set(false);
  }
}

function readingTime(words: string): Promise<void> {
  return new Promise((passed) => setTimeout(passed, TO_SEE + words.split(' ').length * A_WORD));
}
