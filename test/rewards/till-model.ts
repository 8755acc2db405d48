/** What the ledger must hold after any history: the rules of the rewards told a second time, without the program's code. */

/** What the owner has set. */
export interface Promised {
  countsWhen: 'joined' | 'bought' | 'I say so';
  friendGets: boolean;
  inviterGets: boolean;
  smallest: number;
  /** Rewards that an inviter gets at most; null for any number. */
  aMonth: number | null;
  inAll: number | null;
  paused: boolean;
}

/** A reward, as far as the rules know where it is. */
interface Owed {
  who: string;
  side: 'inviter' | 'friend' | 'milestone';
  /** Open: waiting, ready or flagged. */
  is: 'open' | 'given' | 'refused' | 'expired';
  takenBack: boolean;
  /** The month in which it arose. */
  month: string;
}

/** So many friends bring the milestone. */
export const MILESTONE = 2;

export class TillModel {
  readonly rewards = new Map<string, Owed>();
  /** Rewards that were taken back at some time: they may be told of again. */
  readonly onceTakenBack = new Set<string>();
  private readonly inviters = new Map<string, string>();
  private readonly counted = new Set<string>();
  private readonly cameInPause = new Set<string>();

  /** @param month which one it is now */
  constructor(
    readonly terms: Promised,
    private readonly month: () => string,
  ) {}

  /** Somebody comes by an invitation; whoever has an inviter keeps them. */
  joins(who: string, by: string): void {
    if (this.inviters.has(who)) return;
    this.inviters.set(who, by);
    if (this.terms.paused) this.cameInPause.add(who);
    else if (this.terms.countsWhen === 'joined') this.counts(who);
  }

  /** The owner says that a referral counts. */
  saidYes(who: string): void {
    if (!this.inviters.has(who)) return;
    this.cameInPause.delete(who);
    if (!this.counted.has(who)) this.counts(who);
  }

  /** @returns how the answer to a purchase begins */
  buys(who: string | null, amount: string): string {
    if (Number.isNaN(Number(amount))) return 'amount not readable';
    if (who === null) return 'not a client';
    const inviter = this.inviters.get(who);
    if (!inviter) return this.isClient(who) ? 'no inviter' : 'not a client';
    if (Number(amount) < 0) return this.comesBack(who);
    if (this.counted.has(who)) return 'counted before';
    const { countsWhen, smallest } = this.terms;
    if (this.cameInPause.has(who)) return 'does not count: ';
    if (countsWhen !== 'bought') return 'noted; ';
    if (smallest && amount === '') return 'amount missing';
    if (amount !== '' && Number(amount) < smallest) return 'below the minimum';
    this.counts(who);
    return `counts for ${inviter}`;
  }

  /** Who has no inviter and is in the base. */
  private isClient(who: string): boolean {
    return (INVITERS as readonly string[]).includes(who);
  }

  private counts(who: string): void {
    const by = this.inviters.get(who) as string;
    const others = this.othersOf(who);
    this.counted.add(who);
    const { friendGets, inviterGets } = this.terms;
    if (friendGets) this.grant(`friend:${who}`, who, 'friend');
    if (inviterGets) this.grant(`inviter:${who}`, by, 'inviter');
    if (others + 1 === MILESTONE) this.grant(`milestone:${by}:${MILESTONE}`, by, 'milestone');
  }

  private comesBack(who: string): string {
    if (!this.counted.has(who)) return 'nothing to take back';
    const by = this.inviters.get(who) as string;
    this.counted.delete(who);
    const keys = [`friend:${who}`, `inviter:${who}`];
    if (this.othersOf(who) + 1 === MILESTONE) keys.push(`milestone:${by}:${MILESTONE}`);
    const theirs = keys.flatMap((key) => this.rewards.get(key) ?? []);
    for (const key of keys) {
      const one = this.rewards.get(key);
      if (one?.is !== 'open') continue;
      this.onceTakenBack.add(key);
      one.is = 'refused';
      one.takenBack = true;
    }
    const given = theirs.some(({ is }) => is === 'given');
    return given ? 'taken back; a reward had been given already' : 'taken back';
  }

  private grant(key: string, who: string, side: Owed['side']): void {
    const before = this.rewards.get(key);
    if (before && !(before.is === 'refused' && before.takenBack)) return;
    const theirs = [...this.rewards.values()].filter(
      (one) => one.who === who && one.side === 'inviter' && one.is !== 'refused',
    );
    const month = this.month();
    const { aMonth, inAll } = this.terms;
    const lately = theirs.filter((one) => one.month === month);
    const isFull = theirs.length >= (inAll ?? Infinity) || lately.length >= (aMonth ?? Infinity);
    const is = side === 'inviter' && isFull ? 'refused' : 'open';
    this.rewards.set(key, { who, side, is, takenBack: false, month });
  }

  private othersOf(who: string): number {
    const by = this.inviters.get(who);
    return [...this.counted].filter((one) => one !== who && this.inviters.get(one) === by).length;
  }
}

/** Clients of old, whom nobody has invited. */
export const INVITERS = ['Anna', 'Zoe'] as const;

/** Those who may come. */
export const FRIENDS = ['Ben', 'Cleo', 'Dora', 'Emil', 'Fay'] as const;

/** Those among them who have come by the first inviter’s link before a history begins. */
export const JOINED = ['Ben', 'Cleo', 'Dora'] as const;
