/** Meta's rates: so many messages a second in all, and to one person one in 6 seconds after a burst. */
import { GraphError } from './errors';

const PAIR_PAUSE = 6000;
const PAIR_BURST = 45;

export class Pace {
  private readonly lastSecond: number[] = [];
  /** Recipient → when the person's allowance will be whole again. */
  private readonly whole = new Map<string, number>();

  constructor(
    private readonly now: () => number,
    private readonly perSecond: number,
  ) {}

  /**
   * Counts one message to this recipient.
   *
   * @throws GraphError 130429 over the number's rate, 131056 over the pair's
   */
  take(recipient: string): void {
    const now = this.now();
    while (this.lastSecond.length > 0 && (this.lastSecond[0] as number) <= now - 1000) {
      this.lastSecond.shift();
    }
    if (this.lastSecond.length >= this.perSecond) {
      throw new GraphError(
        130429,
        'Message failed to send because the throughput of this phone number has been reached.',
      );
    }
    const whole = Math.max(this.whole.get(recipient) ?? 0, now) + PAIR_PAUSE;
    if (whole - now > PAIR_BURST * PAIR_PAUSE) {
      throw new GraphError(
        131056,
        'Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time.',
      );
    }
    this.whole.set(recipient, whole);
    this.lastSecond.push(now);
  }
}
