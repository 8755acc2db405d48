/** The checks of *Check set-up*, in their order: how each is made, and what its outcome means. */
import { accountChecks } from './account-checks';
import { googleChecks } from './google-checks';
import { sheetChecks } from './sheet-checks';

/** What came of a check. */
export interface Outcome {
  result: 'pass' | 'fail' | 'warn' | 'skip';
  /** What was found, in one line. */
  found: string;
  /** What it means and what to do; empty when all is well. */
  toDo?: string;
  /** A dialog that helps. */
  opens?: 'connect';
  /** More that was learnt, a line each. */
  details?: string[];
}

export interface Check {
  title: string;
  run(): Promise<Outcome>;
}

export function allChecks(): Check[] {
  return [...sheetChecks(), ...accountChecks(), ...googleChecks()];
}
