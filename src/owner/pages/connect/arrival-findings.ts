/** What the message that came in proves. */
import type { Arrivals, SeenMessage } from '../../wire';
import type { Finding } from '../shared/findings';

export const TITLES = [
  'A real message came in',
  'It was delivered once',
  'Its answer arrived',
] as const;

/** The three proofs, in the order of their titles; null while one is waited for. */
export function arrivalFindings({ newest }: Arrivals): (Finding | null)[] {
  if (!newest) return TITLES.map(() => null);
  return [
    { result: 'pass', found: 'Connected: messages reach your sheet.' },
    once(newest),
    answer(newest),
  ];
}

function once({ times, settled }: SeenMessage): Finding | null {
  if (times > 1) {
    return {
      result: 'warn',
      found: `It was delivered ${times} times, perhaps because Google’s answer does not count as a success.`,
      toDo: 'Nobody is told anything twice, since the program ignores repeats, but each one uses up some of Google’s daily quota. Use Check set-up → Copy the result, and send it to whoever looks after the script.',
    };
  }
  return settled ? { result: 'pass', found: 'No second delivery within two minutes.' } : null;
}

function answer({ answered, delivered, overdue }: SeenMessage): Finding | null {
  if (delivered) return { result: 'pass', found: 'The answer was sent, and it is on the phone.' };
  if (!overdue) return null;
  if (answered) {
    return {
      result: 'warn',
      found: 'The provider took the answer, but has not said that it arrived.',
      toDo: 'Look at the phone. If nothing is there: does the provider have a way to bill you, and is the phone online?',
    };
  }
  return {
    result: 'fail',
    found: 'No answer was sent.',
    toDo: 'See the tab Problems, and what step 1 says about the sheet.',
  };
}
