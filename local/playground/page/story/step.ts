/** A line for the newcomer: what to do next, and the button that does it. */
import type { App, Area } from '../app';
import type { Sheet } from '../sheet/sheet';

/** What a step plays with: the phones and the sheet. */
export interface Stage {
  app: App;
  sheet: Sheet;
}

export interface Step {
  /** How far the story has come, such as `2 of 6`. */
  place: string;
  /** A sentence: what stands before the button, on it, and after it. */
  words: readonly [before: string, button: string, after: string];
  /** Where what comes of it is seen. */
  seenIn: Area;
  /** What the button does. @returns when it is done */
  act: (stage: Stage) => Promise<unknown>;
  /** The story is told; the button is an encore. */
  last?: boolean;
}

/** Does the step, and looks where something comes of it. */
export async function take({ act, seenIn }: Step, stage: Stage): Promise<void> {
  stage.app.area.set(seenIn);
  await act(stage);
}
