/** A line for the newcomer. */
import type { ComponentChildren } from 'preact';

export interface Step {
  /** How far the story has come, such as `2 of 6`. */
  step: string;
  words: ComponentChildren;
}

export function step(place: string, words: ComponentChildren): Step {
  return { step: place, words };
}
