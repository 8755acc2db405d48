/** What clients hear of their rewards: one message of all that is new, and the list that they ask for. */
import type { Clock } from '../facts';
import type { Body, Client, Limits } from '../model';
import { nameForOthers } from '../names';
import { noticeNotSent, noticeSent, noticeWaits } from '../notice';
import { STOPPED, windowIsOpen } from '../notices';
import { keyOf } from '../people';
import { isPhone, maskPhone } from '../phone';
import type { Settings } from '../settings';
import { clip, fill, listLine } from '../wording';
import { friendsOfMilestone, isCoupon } from './ledger';
import type { Reward } from './model';

/** How many rewards a list names at most. */
const LISTED = 30;

/** What can be known of a message's surroundings. */
interface Surroundings {
  clock: Clock;
  limits: Limits;
}

/**
 * Tells somebody of everything about their rewards that they have not heard yet, as far as that is allowed now: whoever
 * has never written is not written to, not by a template either.
 *
 * @param person null when their row is gone
 * @param rewards those whose *Told* waits for them
 * @returns the message, if one may go; and what goes into each *Told*
 */
export function tellRewards(
  person: Client | null,
  rewards: Reward[],
  { clock, limits }: Surroundings,
  settings: Settings,
): { body: Body | null; told: string } {
  if (!person) return { body: null, told: noticeNotSent('they are not in the base any more') };
  if (person.stopped !== null) return { body: null, told: noticeNotSent(STOPPED) };
  const told = noticeSent(clock.minute(clock.now));
  if (windowIsOpen(person.lastMessage, clock.now, limits.window)) {
    const lines = rewards.map((reward) => newsOf(reward, clock, settings)).filter(Boolean);
    return { body: { kind: 'text', text: clip(lines.join('\n'), limits.text) }, told };
  }
  const { rewardTemplate } = settings;
  const wroteOnce = person.lastMessage !== null;
  if (!rewardTemplate || !wroteOnce || !rewards.every(isGoodNews)) {
    return { body: null, told: noticeWaits(keyOf(person)) };
  }
  const { name, language } = rewardTemplate;
  const reward = [...new Set(rewards.map((one) => one.coupon || one.reward))].join(', ');
  const values = rewardTemplate.values.map((value) => fill(value, { reward }));
  return { body: { kind: 'template', name, language, values }, told };
}

/** Whether a template may tell of it, whose words say that somebody gets something. */
function isGoodNews({ state }: Reward): boolean {
  return state === 'ready' || state === 'given';
}

/**
 * Rewards that are told of together: outside the 24 hours, what a template may tell of goes without the rest.
 *
 * @param person null when their row is gone
 */
export function toldTogether(
  person: Client | null,
  rewards: Reward[],
  { clock, limits }: Surroundings,
): Reward[][] {
  const isOpen = !person || windowIsOpen(person.lastMessage, clock.now, limits.window);
  if (isOpen) return [rewards];
  return [rewards.filter(isGoodNews), rewards.filter((one) => !isGoodNews(one))];
}

/** One line of news; '' where there is nothing to say. */
function newsOf(reward: Reward, clock: Clock, settings: Settings): string {
  const { texts } = settings;
  const values = { reward: reward.reward, for: forWhat(reward, settings), coupon: reward.coupon };
  switch (reward.state) {
    case 'waiting':
      return fill(texts.rewardWaiting, { ...values, day: dayOf(reward.readyOn, clock) });
    case 'ready':
      return fill(texts.rewardReady, values);
    case 'given':
      return reward.coupon ? fill(texts.rewardCoupon, values) : '';
    case 'refused':
      return fill(texts.rewardRefused, { ...values, why: quotedIn(reward.why) }).trim();
    default:
      return '';
  }
}

/** *My rewards*, the newest first; refused and expired ones are the owner's business. */
export function listOfRewards(
  rewards: Reward[],
  { clock, limits }: Surroundings,
  settings: Settings,
): string {
  const { texts } = settings;
  const shown = rewards
    .filter(({ state }) => state !== 'refused' && state !== 'expired')
    .sort((a, b) => (b.since ?? 0) - (a.since ?? 0));
  if (!shown.length) return clip(texts.noRewards, limits.text);
  const lines = shown
    .slice(0, LISTED)
    .map((one) =>
      listLine([one.coupon || one.reward, forWhat(one, settings), stateOf(one, clock, texts)]),
    );
  const more = shown.length - lines.length;
  if (more > 0) lines.push(fill(texts.more, { more }));
  return clip([texts.rewards, ...lines].join('\n'), limits.text);
}

function stateOf(reward: Reward, clock: Clock, texts: Settings['texts']): string {
  if (reward.state === 'given')
    return fill(texts.stateGiven, { day: dayOf(reward.givenOn, clock) });
  if (reward.state === 'ready' && !isCoupon(reward)) return texts.stateReady;
  const { readyOn } = reward;
  if (reward.state !== 'waiting' || readyOn === null) return texts.stateOnItsWay;
  return fill(texts.stateReadyOn, { day: dayOf(readyOn, clock) });
}

/** What a reward is for, as its receiver may read it. */
function forWhat(reward: Reward, { terms, texts }: Settings): string {
  if (reward.side === 'milestone') {
    return fill(texts.forFriends, { count: friendsOfMilestone(reward.key) });
  }
  if (reward.side === 'friend') {
    return terms.countsWhen === 'bought' ? texts.forPurchase : texts.forJoining;
  }
  if (isPhone(reward.for)) return maskPhone(reward.for);
  return nameForOthers(reward.for) || texts.nameless;
}

function dayOf(at: number | null, clock: Clock): string {
  return at === null ? '' : clock.day(at);
}

/** In quotation marks of any kind: “…”, „…“, «…». */
const QUOTED = /[\u201c"\u201e\u00ab]([^\u201c\u201d"\u201e\u00ab\u00bb]+)[\u201c\u201d"\u00bb]/;

/** What the owner wrote for the client: the part of *Why* in quotation marks. */
function quotedIn(why: string): string {
  return QUOTED.exec(why)?.[1]?.trim() ?? '';
}
