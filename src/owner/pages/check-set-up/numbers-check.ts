/** The tab Numbers: whoever has deleted it may have it back. */
import { server } from '../shared/server';
import type { Check, Outcome } from './check';

export function numbersCheck(): Check {
  return { title: 'The tab Numbers', run: numbers };
}

async function numbers(): Promise<Outcome> {
  if (!(await server.areNumbersDeleted()))
    return { result: 'pass', found: 'It is yours to change.' };
  return {
    result: 'pass',
    found: 'You have deleted it. Nothing else needs it.',
    offers: { label: 'Make it again', run: () => server.makeNumbers() },
  };
}
