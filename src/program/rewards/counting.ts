/** A referral counts: which rewards arise from it, for the friend, for the inviter, and for reaching a milestone. */
import { isSourceCode } from '../codes';
import type { Clock } from '../facts';
import { keyOf } from '../people';
import { NO_COUPON } from './changes';
import { countsNot, countsSince, isCounted, isOwnersYes, NOT_YET } from './counts';
import { evidenceOf } from './evidence';
import { dayIn, inState, keyOfMilestone, keysOfReferral, newReward, type Promised } from './ledger';
import type { Reward, Settled, Standing, State, Terms } from './model';

/** How a refusal begins that a later purchase undoes. */
const TAKEN_BACK = 'taken back';

/** A change of nothing. */
export function unsettled(result = ''): Settled {
  return { result, set: {}, added: [], changed: [] };
}

/**
 * Looks at a referral that was just registered, or about which the owner has said that it counts.
 *
 * @returns what goes into *Check* and *Counts*, and the rewards when it counts now
 */
export function settleReferral(standing: Standing, terms: Terms, clock: Clock): Settled {
  const { friend, inviter, siblings } = standing;
  const day = dayIn(clock.now, clock);
  if (isOwnersYes(friend.counts)) {
    if (!friend.invitedBy)
      return { ...unsettled(), set: { counts: countsNot('nobody invited them') } };
    return count(standing, countsSince('you said so', day), 'you said so', terms, clock);
  }
  const check = evidenceOf(friend, inviter, siblings, terms.flags);
  const seen = { ...standing, friend: { ...friend, check } };
  const settled =
    terms.countsWhen === 'joined'
      ? count(seen, countsSince('joined', day), 'joined', terms, clock)
      : { ...unsettled(), set: { counts: NOT_YET } };
  return { ...settled, set: { ...settled.set, ...(check && { check }) } };
}

/**
 * The referral counts from now on.
 *
 * @param counts for the friend's *Counts*
 * @param why what the rewards arise from
 */
export function count(
  standing: Standing,
  counts: string,
  why: string,
  terms: Terms,
  clock: Clock,
): Settled {
  const settled = unsettled();
  settled.set = { counts };
  if (isCounted(standing.friend.counts)) return settled;
  for (const promised of promisedBy(standing, terms)) {
    grant(settled, promised, why, standing, terms, clock);
  }
  return settled;
}

function promisedBy({ friend, inviter, countedBefore }: Standing, terms: Terms): Promised[] {
  const keys = keysOfReferral(keyOf(friend));
  const who = inviter ? keyOf(inviter) : friend.invitedBy;
  const name = inviter?.name ?? friend.inviterName;
  const theFriend = { who: keyOf(friend), name: friend.name, for: name || who };
  const theInviter = { who, name, for: friend.name || keyOf(friend) };
  const { friendGets, inviterGets, milestones } = terms;
  // A source gets nothing.
  const reached = isSourceCode(who)
    ? []
    : milestones.filter(({ friends }) => friends === countedBefore + 1);
  return [
    ...(friendGets
      ? [{ ...theFriend, key: keys.friend, side: 'friend' as const, reward: friendGets }]
      : []),
    ...(inviterGets && !isSourceCode(who)
      ? [{ ...theInviter, key: keys.inviter, side: 'inviter' as const, reward: inviterGets }]
      : []),
    ...reached.map(({ friends, reward }) => ({
      ...theInviter,
      key: keyOfMilestone(who, friends),
      for: `${friends} friends`,
      side: 'milestone' as const,
      reward,
    })),
  ];
}

/** A new row; or, where one was taken back before, that row once more. What stands otherwise stays as it is. */
function grant(
  settled: Settled,
  promised: Promised,
  why: string,
  standing: Standing,
  terms: Terms,
  clock: Clock,
): void {
  const { friend, rewards } = standing;
  const before = rewards.find(({ key }) => key === promised.key);
  const fresh = newReward(promised, why, friend.check !== '', terms, clock);
  if (friend.check) fresh.why = `${why}; look: ${friend.check}`;
  const limit =
    promised.side === 'inviter' ? limitReached(promised.who, rewards, terms, clock) : '';
  if (limit) Object.assign(fresh, inState(fresh, 'refused', clock), { why: limit });
  if (before && !wasTakenBack(before) && !isHalfGranted(before, fresh)) return;
  if (before) settled.changed.push({ reward: before, set: fresh });
  else settled.added.push(fresh);
}

function wasTakenBack({ state, why }: Reward): boolean {
  return state === 'refused' && why.startsWith(TAKEN_BACK);
}

/** Cut off while it was granted once more: *Why* is written before *State*. */
function isHalfGranted({ state, why }: Reward, fresh: Reward): boolean {
  return state === 'refused' && [fresh.why, `${fresh.why}; ${NO_COUPON}`].includes(why);
}

/** Which of the owner's limits keeps an inviter from one more reward; '' for none. */
function limitReached(who: string, rewards: Reward[], terms: Terms, clock: Clock): string {
  const { atMostAMonth, atMostInAll } = terms;
  const theirs = rewards.filter(
    (one) => one.who === who && one.side === 'inviter' && one.state !== 'refused',
  );
  if (atMostInAll !== null && theirs.length >= atMostInAll) {
    return `over the limit: at most ${atMostInAll} in all`;
  }
  const month = (at: number) => dayIn(at, clock).slice(0, 7);
  const now = month(clock.now);
  const lately = theirs.filter(({ since }) => since !== null && month(since) === now);
  if (atMostAMonth !== null && lately.length >= atMostAMonth) {
    return `over the limit: at most ${atMostAMonth} a month`;
  }
  return '';
}

/** What was bought comes back: what was not given is refused; what was given stays, and says so. */
export function takeBack(standing: Standing, clock: Clock): Settled {
  const { friend, rewards, countedBefore, inviter } = standing;
  const day = dayIn(clock.now, clock);
  const keys = Object.values(keysOfReferral(keyOf(friend)));
  const milestone = keyOfMilestone(inviter ? keyOf(inviter) : friend.invitedBy, countedBefore + 1);
  const theirs = rewards.filter(({ key }) => [...keys, milestone].includes(key));
  const open = theirs.filter(({ state }) => OPEN.includes(state as State));
  const given = theirs.filter(({ state }) => state === 'given');
  // What an earlier try has refused already, before it was cut off, is as good as open.
  const settled = unsettled(resultOf([...open, ...theirs.filter(wasTakenBack)], given));
  settled.set = { counts: `${TAKEN_BACK} ${day}` };
  for (const reward of open) {
    const set = { ...inState(reward, 'refused', clock), why: `${TAKEN_BACK} ${day}` };
    settled.changed.push({ reward, set });
  }
  const note = `${TAKEN_BACK} ${day}, after it was given`;
  for (const reward of given.filter(({ why }) => !why.includes(note))) {
    const why = [reward.why, note].filter(Boolean).join('; ');
    settled.changed.push({ reward, set: { why } });
  }
  return settled;
}

const OPEN: State[] = ['waiting', 'ready', 'flagged'];

function resultOf(open: Reward[], given: Reward[]): string {
  if (given.length) return 'taken back; a reward had been given already';
  return open.length ? 'taken back; no reward' : 'taken back';
}
