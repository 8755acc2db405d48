/** The journal of the benchmark's crowd: what is kept, what is open to whoever has the lock, what is to be cleared away. */
import { AT_ONCE, MANY } from '../../src/webhook/carry';
import { CROWD, IN_HAND_MS } from '../../src/webhook/crowd';

export interface Message {
  at: number;
  /** When it was kept. */
  since: number;
  answeredAt?: number;
}

export class Journal {
  private readonly kept = new Set<Message>();
  private readonly waiting: Message[] = [];
  /** Entries that are finished, and still there. */
  private emptied = 0;

  /** It is in the hands of whoever keeps it. */
  keep(message: Message): void {
    this.kept.add(message);
  }

  /** It is anybody's. */
  open(message: Message): void {
    this.keep(message);
    this.waiting.push(message);
  }

  /** @param before what was kept later is left aside */
  isAnythingOpen(before = Infinity): boolean {
    return this.waiting.some(({ since }) => since < before);
  }

  isCrowd(now: number): boolean {
    const inHand = [...this.kept].filter(({ since }) => since > now - IN_HAND_MS);
    return inHand.length >= CROWD;
  }

  /** The oldest, so many at most. */
  take(most: number): Message[] {
    return this.waiting.splice(0, most);
  }

  /** One alone is deleted, several are emptied. */
  finish(messages: Message[]): void {
    for (const one of messages) this.kept.delete(one);
    if (messages.length > 1) this.emptied += messages.length;
  }

  /** How many are cleared away by somebody who has carried. */
  clear(): number {
    if (this.emptied <= MANY) return 0;
    this.emptied -= AT_ONCE;
    return AT_ONCE;
  }
}
