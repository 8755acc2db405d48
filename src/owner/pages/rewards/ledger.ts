/** What has been read of the ledger: what waits for the owner, what they search for, and the totals. */
import { plainText } from '../../../program/text';
import type { WireReward } from '../../wire';
import { type DayOf, isIn, type Span } from '../shared/periods';
import {
  dateOf,
  idOf,
  isFlagged,
  isToGive,
  lacksCoupon,
  type RowReward,
  readReward,
  receiverOf,
} from './reward';

/** What the owner wants to see. */
export interface Wanted {
  typed: string;
  /** '' for every state. */
  state: string;
  span: Span;
}

/** What one person was given in a year. */
export interface Total {
  year: string;
  who: string;
  name: string;
  count: number;
  /** Each reward, and how often. */
  rewards: [reward: string, times: number][];
}

export class Ledger {
  /** Counts what came in: whoever has drawn it knows when to draw again. */
  version = 0;
  private readonly rewards = new Map<string, RowReward>();
  /** What was changed here: a page of rows that was read before may come in later. */
  private readonly judged = new Set<string>();
  private readonly searched = new Map<RowReward, string>();
  private readonly days = new Map<RowReward, string>();

  /** @param dayOf a time as `2026-12-31`, in the spreadsheet's time zone */
  constructor(private readonly dayOf: DayOf) {}

  /** Takes rows in that were read. */
  add(rows: WireReward[]): void {
    for (const reward of rows.map(readReward)) {
      const empty = !reward.key && !reward.who && !reward.name && !reward.reward;
      if (!empty && !this.judged.has(idOf(reward))) this.put(reward);
    }
    this.version++;
  }

  /** Takes rewards in as they are now that they were changed. */
  change(rows: WireReward[]): void {
    for (const reward of rows.map(readReward)) {
      this.judged.add(idOf(reward));
      this.put(reward);
    }
    this.version++;
  }

  get size(): number {
    return this.rewards.size;
  }

  /** To be handed over: whoever has waited longest first. */
  toGive(): RowReward[] {
    return this.where(isToGive).sort((a, b) => (a.readyOn ?? 0) - (b.readyOn ?? 0));
  }

  flagged(): RowReward[] {
    return this.where(isFlagged).sort((a, b) => (a.since ?? 0) - (b.since ?? 0));
  }

  lackingCoupon(): RowReward[] {
    return this.where(lacksCoupon);
  }

  /** The newest first. */
  find({ typed, state, span }: Wanted, today: string): RowReward[] {
    const words = plainText(typed).split(/\s+/).filter(Boolean);
    const digits = /^[\d\s+().-]+$/.test(typed) ? typed.replace(/\D/g, '') : '';
    const isMeant = (text: string) =>
      (digits !== '' && text.includes(digits)) || words.every((word) => text.includes(word));
    const found = this.where(
      (reward) =>
        (!state || reward.state === state) &&
        isIn(this.days.get(reward) ?? '', span, today) &&
        isMeant(this.searched.get(reward) ?? ''),
    );
    return found.sort((a, b) => (dateOf(b) ?? 0) - (dateOf(a) ?? 0));
  }

  /** The day that a reward counts for, as `2026-12-31`; '' where there is none. */
  day(reward: RowReward): string {
    return this.days.get(reward) ?? '';
  }

  /** By person and year, of those that were given: the newest year first, and in it who got most. */
  totals(rewards: RowReward[]): Total[] {
    const totals = new Map<string, Total & { times: Map<string, number> }>();
    for (const reward of rewards) {
      if (reward.state !== 'given') continue;
      const year = this.day(reward).slice(0, 4);
      const id = `${year} ${reward.who || reward.name}`;
      const before = totals.get(id);
      const total = before ?? {
        ...{ year, who: reward.who, name: receiverOf(reward), count: 0 },
        ...{ rewards: [], times: new Map<string, number>() },
      };
      total.count++;
      total.times.set(reward.reward, (total.times.get(reward.reward) ?? 0) + 1);
      if (!before) totals.set(id, total);
    }
    return [...totals.values()]
      .map(({ times, ...total }) => ({ ...total, rewards: [...times] }))
      .sort((a, b) => b.year.localeCompare(a.year) || b.count - a.count);
  }

  private where(is: (reward: RowReward) => boolean): RowReward[] {
    return [...this.rewards.values()].filter(is);
  }

  private put(reward: RowReward): void {
    const before = this.rewards.get(idOf(reward));
    if (before) {
      this.searched.delete(before);
      this.days.delete(before);
    }
    this.rewards.set(idOf(reward), reward);
    const { name, who, coupon } = reward;
    const words = `${name} ${reward.for} ${reward.reward} ${coupon}`;
    this.searched.set(reward, `${plainText(words)} ${who}`);
    const at = dateOf(reward);
    this.days.set(reward, at === null ? '' : this.dayOf(at));
  }
}
