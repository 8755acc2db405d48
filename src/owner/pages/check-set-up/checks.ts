/** The checks of *Check set-up*, in their order: how each is made, and what its outcome means. */
import type { Finding } from '../shared/findings';
import { accountChecks } from './account-checks';
import { googleChecks } from './google-checks';
import { proofCheck } from './proof-check';
import { sheetChecks } from './sheet-checks';
import { webAppChecks } from './web-app-checks';

/** What came of a check. */
export interface Outcome extends Finding {
  /** A dialog that helps. */
  opens?: 'connect';
}

export interface Check {
  title: string;
  /** What is said while it takes long. */
  patience?: string;
  run(): Promise<Outcome>;
}

/** The trigger is asked at the beginning and answers within two minutes: what waits for it comes last. */
export function allChecks(): Check[] {
  const { first, last } = webAppChecks();
  return [...sheetChecks(), ...first, ...accountChecks(), ...googleChecks(), ...last, proofCheck()];
}
