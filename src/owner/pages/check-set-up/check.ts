/** What a check is, and what can come of one. */
import type { State } from '../../wire';
import type { Finding } from '../shared/findings';

/** What came of a check. */
export interface Outcome extends Finding {
  /** A dialog that helps. */
  opens?: 'connect';
  /** What the owner may have done about it. */
  offers?: { label: string; run(): Promise<unknown> };
}

/** What the checks of one round share. */
export interface Shared {
  /** How things stood when the first check asked, after set-up: each question takes a second or more. */
  state(): Promise<State>;
}

export interface Check {
  title: string;
  /** What is said while it takes long. */
  patience?: string;
  run(shared: Shared): Promise<Outcome>;
}

/** The trigger is asked at the beginning and answers within two minutes: what waits for it comes last. */
