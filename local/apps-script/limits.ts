/** What Google allows one account: executions at once, and how much of each service in a day. */

/** So much is allowed. Lift a limit with Infinity. */
export interface Limits {
  /** Executions at the same time; one that waits for a lock counts. */
  simultaneous: number;
  /** UrlFetch requests a day. */
  fetches: number;
  /** Reads and writes of properties a day. */
  properties: number;
  /** Recipients of mails a day. */
  mails: number;
  /** Jdbc connections a day. */
  connections: number;
  /** Of these, such as failed. */
  failedConnections: number;
  /** How long installed triggers may run a day, in milliseconds. */
  triggerMs: number;
}

/** What a day's limit is set on. */
export type Daily = Exclude<keyof Limits, 'simultaneous'>;

/** A free account's. */
export const FREE_ACCOUNT: Limits = {
  simultaneous: 30,
  fetches: 20_000,
  properties: 50_000,
  mails: 100,
  connections: 10_000,
  failedConnections: 100,
  triggerMs: 90 * 60_000,
};

/** Google's words. */
export const TOO_MANY_AT_ONCE =
  'There are too many scripts running simultaneously for this Google user account.';
const USED_UP: Record<Daily, string> = {
  fetches: 'Service invoked too many times for one day: urlfetch.',
  properties: 'Service invoked too many times for one day: properties.',
  mails: 'Service invoked too many times for one day: email.',
  connections: 'Service invoked too many times for one day: jdbc connect.',
  failedConnections: 'Service invoked too many times for one day: jdbc failed connect.',
  triggerMs: 'Service using too much computer time for one day',
};

const DAY_MS = 86_400_000;

export type Used = Record<Daily, number>;

/** What one day has used up, as plain JSON. */
export interface UsedDay {
  day: number;
  used: Used;
}

/** Counts what each day uses; a new day of the clock (in UTC here) begins with nothing used. */
export class DailyUse {
  #day = 0;
  #used: Used = noneUsed();
  constructor(
    private readonly limits: Limits,
    private readonly now: () => number,
  ) {}

  /** Used today. */
  get used(): Used {
    const day = Math.floor(this.now() / DAY_MS);
    if (day !== this.#day) {
      this.#day = day;
      this.#used = noneUsed();
    }
    return this.#used;
  }

  /** Google's refusal of so much more of a service today; undefined when there is still enough. */
  refusal(of: Daily, more: number): string | undefined {
    return this.used[of] + more > this.limits[of] ? USED_UP[of] : undefined;
  }

  add(of: Daily, amount: number): void {
    this.used[of] += amount;
  }

  save(): UsedDay {
    return { day: this.#day, used: { ...this.#used } };
  }

  restore({ day, used }: UsedDay): void {
    this.#day = day;
    this.#used = { ...noneUsed(), ...used };
  }
}

function noneUsed(): Used {
  return {
    fetches: 0,
    properties: 0,
    mails: 0,
    connections: 0,
    failedConnections: 0,
    triggerMs: 0,
  };
}
