/** What is kept of an execution that may have to wait, so that it can be run again up to where it waits. */
import type { Faults, Kind } from './types';

/** What a metered call came to. */
export interface Outcome {
  kind: Kind;
  value?: unknown;
  error?: string;
  ms: number;
  /** How long the execution stood still in it, which is nobody's work. */
  stoodMs?: number;
}

/** What an execution that was given up where it had to wait hands to its second life. */
export interface Repeatable {
  outcomes: Outcome[];
  seed: number;
  faults: StrikingFaults;
}

export type StrikingFaults = Pick<Faults, 'dieAt' | 'throwAt' | 'interruptAt'>;
