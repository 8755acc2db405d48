/** What is promised when somebody joins: to the friend below the welcome, to the inviter below the notice. */
import type { Clock } from '../facts';
import type { Settings } from '../settings';
import { fill } from '../wording';
import { countsNot, NEW } from './counts';
import { dayIn } from './ledger';
import { hasRewards, runsOn } from './terms';

/** For the *Counts* of somebody who joins now; '' where there are no rewards. */
export function countsOnJoining(clock: Clock, { terms }: Settings): string {
  if (!hasRewards(terms)) return '';
  if (runsOn(dayIn(clock.now, clock), terms)) return NEW;
  return countsNot(terms.paused ? 'the program was paused' : 'outside the days of the program');
}

/**
 * The promise below the welcome; '' where the friend gets nothing.
 *
 * @param certain whether the answer may tell that the invitation named a client
 */
export function promiseToFriend(certain: boolean, { terms, texts }: Settings): string {
  if (!terms.friendGets) return '';
  const text = terms.countsWhen === 'bought' ? texts.promiseFriend : texts.promiseFriendSoon;
  const promise = fill(text, { reward: terms.friendGets });
  return certain ? promise : fill(texts.promiseIf, { promise });
}

/**
 * The promise below the notice; '' where the inviter gets nothing for each friend.
 *
 * @param name the friend's, as others may see it
 */
export function promiseToInviter(name: string, { terms, texts }: Settings): string {
  if (!terms.inviterGets) return '';
  const text = terms.countsWhen === 'bought' ? texts.promiseInviter : texts.promiseInviterSoon;
  return fill(text, { name, reward: terms.inviterGets });
}
