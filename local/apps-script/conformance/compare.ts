/** Holds the answers against what was expected. */
import { type Claim, fits, Judgement } from './case';
import { FIGURES, LOAD } from './cases/figures';
import { OUTSIDE } from './cases/outside';
import type { Driven } from './drive';
import { MARKS, PAGE_CLAIMS, SUBJECTS } from './suite';

/** One case and what came of it. */
export interface Finding {
  claim: Claim;
  outcome: 'as expected' | 'different' | 'not asked';
  answer?: unknown;
  /** Why it was not asked. */
  why?: string;
}

/** Everything that is claimed, by subject. */
export const CLAIMS: Record<string, Claim[]> = {
  ...SUBJECTS,
  Figures: [...FIGURES, LOAD],
  'The web app from outside': OUTSIDE,
  'Pages, menus and triggers': [...PAGE_CLAIMS, ...MARKS],
};

/** The findings by subject. */
export function compare({ answers, unasked }: Driven): Record<string, Finding[]> {
  return Object.fromEntries(
    Object.entries(CLAIMS).map(([subject, claims]) => [
      subject,
      claims.map((claim) => {
        const { name } = claim;
        if (!(name in answers)) {
          return { claim, outcome: 'not asked', why: unasked[name] ?? 'No answer came.' };
        }
        const answer = answers[name];
        const outcome = fits(claim, answer) ? 'as expected' : 'different';
        return { claim, outcome, answer };
      }),
    ]),
  );
}

/** What was expected, for a reader. */
export function told({ expected }: Claim): string {
  return expected instanceof Judgement ? expected.told : JSON.stringify(expected);
}
