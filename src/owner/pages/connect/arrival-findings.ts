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
      toDo: 'Nothing is told twice, the program leaves repetitions alone, but each costs some of Google’s daily quota. Use Check set-up → Copy the result, and report it to whoever looks after the script.',
    };
  }
  return settled ? { result: 'pass', found: 'No second delivery within two minutes.' } : null;
}

function answer({ answered, delivered, overdue }: SeenMessage): Finding | null {
  if (delivered) return { result: 'pass', found: 'The answer has gone: it is on the phone.' };
  if (!overdue) return null;
  if (answered) {
    return {
      result: 'warn',
      found: 'The provider has taken the answer, and has not said that it arrived.',
      toDo: 'Look at the phone. If nothing is there: is there a way to pay at the provider, and is the phone online?',
    };
  }
  return {
    result: 'fail',
    found: 'No answer has gone.',
    toDo: 'Look at the tab Problems, and at what step 1 says about the sheet.',
  };
}
