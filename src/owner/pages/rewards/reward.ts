/** One reward as the pages use it, out of the list of values that comes over the wire. */
import { maskPhone } from '../../../program/phone';
import { isCoupon } from '../../../program/rewards/ledger';
import type { Reward } from '../../../program/rewards/model';
import type { WireReward } from '../../wire';

/** A row of the ledger, and which row it was. */
export interface RowReward extends Reward {
  row: number;
}

/** Takes a reward apart. */
export function readReward(wire: WireReward): RowReward {
  const [row, key, who, name, forWhat, side, reward, state, why, ...rest] = wire;
  const [since, readyOn, givenOn, coupon, told, known] = rest;
  return {
    row,
    key,
    who,
    name,
    for: forWhat,
    side: side as Reward['side'],
    reward,
    state: state.toLowerCase(),
    why,
    since,
    readyOn,
    givenOn,
    coupon,
    told,
    known,
  };
}

/** What a reward is known by: its key, or its row where the owner has written it. */
export function idOf({ key, row }: RowReward): string {
  return key || `row ${row}`;
}

/** Whoever gets it, for the page. */
export function receiverOf({ name, who }: Reward): string {
  if (name) return name;
  return /^\d+$/.test(who) ? maskPhone(who) : 'Somebody without a name';
}

/** What it is for, beside whoever gets it: in words, and whom or what they name. */
export function occasionOf({ side, for: named }: Reward): { words: string; named: string } {
  if (!named) return { words: '', named: '' };
  const shown = /^\d+$/.test(named) ? maskPhone(named) : named;
  return { words: side === 'friend' ? 'invited by' : 'for', named: shown };
}

/** Handed over by somebody: a coupon is given by the program. */
export function isToGive(reward: Reward): boolean {
  return reward.known === 'ready' && reward.state === 'ready' && !isCoupon(reward);
}

/** It is ready, and there was no coupon for it yet. */
export function lacksCoupon(reward: Reward): boolean {
  return reward.known === 'ready' && reward.state === 'ready' && isCoupon(reward);
}

/** The owner has to look at it. */
export function isFlagged({ known, state }: Reward): boolean {
  return known === 'flagged' && state === 'flagged';
}

/** When it was given; before, since when it is there. */
export function dateOf({ state, givenOn, since }: Reward): number | null {
  return state === 'given' ? (givenOn ?? since) : since;
}
