/** Limits on one sender: a flood costs the day's quotas. Answers stop, registration does not. */
import { mayRegister, readIntent } from '../program/intent';
import type { Message, Update } from '../program/model';
import type { Settings } from '../program/settings';
import { parsed } from '../script/properties';

/** This many messages of one sender in ten minutes are answered. */
const ANSWERED = 20;

/**
 * This many invitations of one sender in a day are looked at: by then one of them has counted, or none can. All are
 * counted: if those that register nothing were, the limit itself would tell which number is a client's.
 */
const INVITATIONS = 20;

const PERIOD_MS = 10 * 60 * 1000;

/** The cache forgets somebody who has written nothing for six hours; so long pauses are as good as a limit. */
const DAY_MS = 24 * 60 * 60 * 1000;

interface Count {
  since: number;
  messages: number;
  /** When the day of these invitations began. */
  day: number;
  invitations: number;
}

/** The counts of a delivery's senders, as the cache knows them. */
export class Flood {
  private readonly counts = new Map<string, Count>();

  constructor(
    private readonly cached: Record<string, unknown>,
    private readonly settings: Settings,
    private readonly now: number,
  ) {}

  /** Counts an update; false when it is not to be looked at any more. Purchases that the staff write are no flood. */
  admits(update: Update): boolean {
    if (update.kind !== 'message') return true;
    const intent = readIntent(update, this.settings);
    if (intent.kind === 'sale') return true;
    const count = this.countOf(update);
    count.messages++;
    const invitation = mayRegister(intent);
    if (invitation) count.invitations++;
    return invitation ? count.invitations <= INVITATIONS : count.messages <= ANSWERED;
  }

  /** Whether the sender has written so much that nothing is answered any more. */
  mutes(message: Message): boolean {
    return this.countOf(message).messages > ANSWERED;
  }

  /** What the cache has to remember. */
  marks(): Record<string, string> {
    return Object.fromEntries([...this.counts].map(([key, count]) => [key, JSON.stringify(count)]));
  }

  private countOf(message: Message): Count {
    const key = floodKey(message);
    const { now } = this;
    const count = this.counts.get(key) ??
      parsed<Count>(this.cached[key] as string | undefined) ?? {
        since: now,
        messages: 0,
        day: now,
        invitations: 0,
      };
    if (now - count.since >= PERIOD_MS) Object.assign(count, { since: now, messages: 0 });
    if (!(now - count.day < DAY_MS)) Object.assign(count, { day: now, invitations: 0 });
    this.counts.set(key, count);
    return count;
  }
}

/** Whether a sender has written so much that nothing is answered, as the cache knows it. */
export function isFlooded(message: Message, cached: Record<string, unknown>, now: number): boolean {
  const count = parsed<Count>(cached[floodKey(message)] as string | undefined);
  return !!count && now - count.since < PERIOD_MS && count.messages > ANSWERED;
}

/** Where the cache has a sender's count. */
export function floodKey({ from }: Message): string {
  return `flood.${from.waId ?? from.userId}`;
}
