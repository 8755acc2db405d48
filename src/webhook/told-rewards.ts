/** The rewards whose *Told* some cases are about: found by one search when the first of them is asked for. */
import type { Told } from '../program/base';
import { noticeWaits, refInNotice, waitsFor } from '../program/notice';
import type { RewardBook } from '../program/rewards/book';
import { isOnItsWay } from '../program/rewards/ledger';
import type { Reward } from '../program/rewards/model';
import { hasRewards } from '../program/rewards/terms';
import { openRewards } from '../script/books';
import { noteProperties } from '../script/notes';
import type { Script } from '../script/program';
import { REWARDS_WAIT } from '../script/properties';
import { openCoupons } from '../script/tabs';
import { MissingTab } from '../sheet/tabs';

export class ToldRewards {
  private tab?: RewardBook;
  private readonly renamed: [from: string, to: string][] = [];

  /** @param questions which rewards will be asked for */
  constructor(
    private readonly questions: () => Told[],
    private readonly script: Script,
  ) {}

  /** Those whose *Told* names this sending. */
  named(ref: string): Reward[] {
    return this.rewards.known().filter(({ told }) => refInNotice(told) === ref);
  }

  /** Those whose *Told* waits for one of these keys, and which are what their rows say. */
  waitingFor(keys: string[]): Reward[] {
    return this.rewards
      .known()
      .filter((one) => keys.some((key) => waitsFor(one.told, key)) && !isOnItsWay(one));
  }

  /** Changes what stands in *Told*. */
  say(rewards: Reward[], told: string): void {
    for (const reward of rewards) this.rewards.change(reward, { told });
  }

  /** They go with the next message of their person. */
  wait(rewards: Reward[], who: string): void {
    this.say(rewards, noticeWaits(who));
    noteWaiting(this.script, this.rewards.hint());
  }

  /** Somebody is known by another key from now on; {@link follow} writes it. */
  rename(from: string, to: string): void {
    if (hasRewards(this.script.program.settings.terms)) this.renamed.push([from, to]);
  }

  /** Whether anything was changed that others have to see. */
  get isChanged(): boolean {
    return this.tab !== undefined;
  }

  /** Writes the keys by which people are known from now on. */
  follow(): void {
    if (!this.renamed.length) return;
    // A minute after the owner has set a reward the tab is there, and that for coupons if need be.
    const tabs = [optional(() => this.rewards), optional(() => openCoupons(this.script))];
    for (const [from, to] of this.renamed) for (const tab of tabs) tab?.rename(from, to);
  }

  save(): void {
    this.tab?.save();
  }

  private get rewards(): RewardBook {
    if (!this.tab) {
      this.tab = openRewards(this.script);
      this.tab.findTold(this.questions());
    }
    return this.tab;
  }
}

function optional<T>(open: () => T): T | null {
  try {
    return open();
  } catch (error) {
    if (error instanceof MissingTab) return null;
    throw error;
  }
}

/**
 * Remembers that rewards wait for somebody to write: from now on one looks whether it is for whoever writes.
 *
 * @param hint of the book of rewards, as far as that is known
 */
export function noteWaiting(script: Script, hint = 1): void {
  if (script.store[REWARDS_WAIT]) return;
  script.store[REWARDS_WAIT] = String(hint);
  noteProperties({ [REWARDS_WAIT]: script.store[REWARDS_WAIT] }, script);
}
