/**
 * People who may write under either of two ids. A message under an id that no row knows says nothing of the other one,
 * so every row has to learn its second id before that: with the first answers, and bit by bit for the rows of before.
 */
import type { Address, Client, Moved } from '../program/model';
import { addressOf } from '../program/people';
import type { HttpRequest, Provider } from './provider';

/** A question to the provider, and about whom. */
export interface Question {
  known: Address;
  request: HttpRequest;
}

/**
 * What to ask so that these people are known by every id that they may write under.
 *
 * @param clients rows of the base, or people who have just been added
 * @returns at most one question for each; none where the provider has no second ids, or both are known
 */
export function questionsAbout(
  clients: readonly Pick<Client, 'phone' | 'ids'>[],
  provider: Pick<Provider, 'identify'>,
): Question[] {
  return clients.flatMap((client) => {
    const known = addressOf(client);
    const request = provider.identify?.(known) ?? null;
    return request ? [{ known, request }] : [];
  });
}

/**
 * The update by which a row learns the id that the provider answered.
 *
 * @param other what `Provider.identified` gave
 * @param at now, in milliseconds
 */
export function learnedId(known: Address, other: string, at: number): Moved {
  const key = `identified.${known.waId ?? known.userId}.${other}`;
  return { kind: 'moved', key, at, from: known, to: { ...known, userId: other } };
}
