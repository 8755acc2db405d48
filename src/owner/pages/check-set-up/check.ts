/** What a check is, and what can come of one. */
import type { Finding } from '../shared/findings';

/** What came of a check. */
export interface Outcome extends Finding {
  /** A dialog that helps. */
  opens?: 'connect';
  /** What the owner may have done about it. */
  offers?: { label: string; run(): Promise<unknown> };
}

export interface Check {
  title: string;
  /** What is said while it takes long. */
  patience?: string;
  run(): Promise<Outcome>;
}

/** The trigger is asked at the beginning and answers within two minutes: what waits for it comes last. */
