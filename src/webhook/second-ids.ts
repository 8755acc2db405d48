/** People who may write under either of two ids: what the provider answers is kept as an update, by which rows learn. */
import { learnedId, type Question, questionsAbout } from '../whatsapp/identity';
import type { HttpAnswer, Provider } from '../whatsapp/provider';
import type { Outcome } from './case';
import { type Kept, open } from './journal';

/** What to ask along with the answers to people who have not written for hours. */
export function questionsAfter(outcomes: Outcome[], provider: Provider): Question[] {
  const people = outcomes
    .filter(({ one, sendings }) => one.update.kind === 'message' && !one.known && sendings.length)
    .flatMap(({ person }) => person ?? []);
  return questionsAbout([...new Set(people)], provider);
}

/** The updates that follow from the provider's answers, in the order of the questions. */
export function learnedFrom(
  questions: Question[],
  answers: HttpAnswer[],
  provider: Provider,
  now: number,
): Kept[] {
  return questions.flatMap(({ known }, index) => {
    const answer = answers[index];
    const other = answer ? provider.identified?.(answer) : null;
    return other ? [open(learnedId(known, other, now), now)] : [];
  });
}
