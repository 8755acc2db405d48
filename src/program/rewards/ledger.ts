/** A reward's row: how it is made, and what follows when its state changes. */
import type { Clock } from '../facts';
import { isSent } from '../notice';
import type { Reward, State, Terms } from './model';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What a reward is called, in any case, that is a code out of the tab *Coupons*. */
export const COUPON_NAMES: readonly string[] = ['coupon', 'coupons', 'a coupon', 'an coupon'];

/** The keys under which a friend's referral is rewarded: one for each side. */
export function keysOfReferral(friend: string): { inviter: string; friend: string } {
  return { inviter: `inviter:${friend}`, friend: `friend:${friend}` };
}

/** The key of an inviter's milestone. */
export function keyOfMilestone(inviter: string, friends: number): string {
  return `milestone:${inviter}:${friends}`;
}

/** How many friends a milestone's key names; 0 for another key. */
export function friendsOfMilestone(key: string): number {
  return Number(/^milestone:.*:(\d+)$/.exec(key)?.[1] ?? 0);
}

/** Whether what is given is a code. */
export function isCoupon({ reward }: Pick<Reward, 'reward'>): boolean {
  return COUPON_NAMES.includes(reward.trim().toLowerCase());
}

/** Whether two times fall on the same day, or the first on an earlier one, in the spreadsheet's time zone. */
export function isDue(day: number, clock: Clock): boolean {
  return dayIn(day, clock) <= dayIn(clock.now, clock);
}

/** The day as `2026-12-31`, in the spreadsheet's time zone. */
export function dayIn(at: number, clock: Clock): string {
  return clock.minute(at).slice(0, 10);
}

/** Who gets a new reward, and for what. */
export type Promised = Pick<Reward, 'key' | 'who' | 'name' | 'for' | 'side' | 'reward'>;

/**
 * A new row of the ledger.
 *
 * @param flagged whether the owner has to look at it first
 * @param why what it arose from, for the owner
 */
export function newReward(
  promised: Promised,
  why: string,
  flagged: boolean,
  terms: Terms,
  clock: Clock,
): Reward {
  const reward: Reward = {
    ...promised,
    state: '',
    why,
    since: clock.now,
    readyOn: clock.now + terms.waitDays * DAY_MS,
    givenOn: null,
    coupon: '',
    told: '',
    known: '',
  };
  const state = flagged ? 'flagged' : terms.waitDays > 0 ? 'waiting' : 'ready';
  return { ...reward, ...inState(reward, state, clock) };
}

/** For *Told*: its person is to hear of it as soon as the program comes to it. */
function toBeTold(who: string): string {
  return `waits for ${who} to be told`;
}

/** For *Told*, where its person had heard of it before it was refused. */
function refusalToBeTold(who: string): string {
  return `${toBeTold(who)} that it is off`;
}

/** *Told* of any reward whose person is to hear of it: a regular expression for a whole cell. */
export const TO_BE_TOLD = 'waits for \\S+ to be told(?: that it is off)?';

/** Whether its person is to hear of it as soon as the program comes to it. */
export function isToBeTold({ told, who }: Pick<Reward, 'told' | 'who'>): boolean {
  return told === toBeTold(who) || told === refusalToBeTold(who);
}

/** Whether the row is on its way to another state, and says something else in a moment: nobody is told of it before. */
export function isOnItsWay(reward: Reward): boolean {
  const { state, known, coupon, told, who } = reward;
  const hasCode = isCoupon(reward) && state === 'ready' && coupon !== '';
  const isOff = told === refusalToBeTold(who) && state !== 'refused';
  return state !== known || hasCode || isOff;
}

/** What a change of state brings with it: dates, and whether its person hears of it. */
export function inState(reward: Reward, state: State, clock: Clock): Partial<Reward> {
  const given = state === 'given' ? { givenOn: reward.givenOn ?? clock.now } : {};
  const ready = state === 'ready' ? { readyOn: clock.now } : {};
  return { ...given, ...ready, state, known: state, told: toldAfter(reward, state) };
}

/**
 * Told are: when it will be ready, that it is ready, the coupon; and a refusal to whoever had been told before. *Told* is
 * written before the state is: cut off in between, it has to say once more what it says now.
 */
function toldAfter(reward: Reward, state: State): string {
  const waits = toBeTold(reward.who);
  const refusal = refusalToBeTold(reward.who);
  const hasHeard = isSent(reward.told) || reward.told === refusal;
  switch (state) {
    case 'waiting':
      return reward.readyOn === null || hasHeard ? reward.told : waits;
    case 'ready':
      return isCoupon(reward) ? reward.told : waits;
    case 'given':
      return reward.coupon ? waits : hasHeard ? reward.told : '';
    case 'refused':
      return hasHeard ? refusal : '';
    case 'flagged':
    case 'expired':
      return hasHeard ? reward.told : '';
  }
}
