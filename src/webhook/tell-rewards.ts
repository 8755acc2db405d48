/** Tells people of their rewards, everything that is new in one message; and takes up what came of such a message. */

import type { Told } from '../program/base';
import type { Client, Failure, Update } from '../program/model';
import {
  named,
  noticeNotSent,
  noticeSent,
  noticeWaits,
  refInNotice,
  waitsFor,
} from '../program/notice';
import { addressOf, keyOf } from '../program/people';
import { settingsFor } from '../program/receiver';
import type { Reward } from '../program/rewards/model';
import { tellRewards } from '../program/rewards/telling';
import { hasRewards } from '../program/rewards/terms';
import { isRewardRef, rewardRef, tokenOf } from '../program/token';
import { noteProperties } from '../script/notes';
import type { Script } from '../script/program';
import { REWARDS_WAIT } from '../script/properties';
import { openRewards } from '../script/tabs';
import type { RewardsTab } from '../sheet/rewards';
import { MissingTab } from '../sheet/tabs';
import type { Case, Outcome, Sending } from './case';
import type { Lookup } from './lookup';
import { keysOf, keysOfContact } from './questions';

/** So long the cache and the provider's reports can tell whether a message went. */
const CERTAIN_MS = 6 * 60 * 60 * 1000;

/** Whether an update is about somebody being told of rewards. */
export function isAboutRewards(update: Update): boolean {
  return update.kind === 'rewarding' || (update.kind === 'failure' && isRewardRef(update.ref));
}

/** The rewards that some cases are about, found by one search when the first of them is decided. */
export class RewardNews {
  private tab?: RewardsTab;
  private readonly renamed: [from: string, to: string][] = [];

  constructor(
    private readonly cases: Case[],
    private readonly lookup: Lookup,
    private readonly script: Script,
  ) {}

  /** What one case comes to. */
  outcomeOf(one: Case): Outcome {
    const { update } = one;
    const sendings = update.kind === 'failure' ? this.failed(update, one) : this.told(one, update);
    return {
      one,
      sendings,
      helped: false,
      tellSoon: null,
      late: false,
      person: this.personOf(update),
      rewarded: [],
    };
  }

  /** Whether anything was changed that others have to see. */
  get isChanged(): boolean {
    return this.tab !== undefined;
  }

  /** Somebody is known by another key from now on; {@link save} writes it. */
  rename(from: string, to: string): void {
    if (hasRewards(this.script.program.settings.terms)) this.renamed.push([from, to]);
  }

  save(): void {
    if (this.renamed.length && this.hasTab()) {
      for (const [from, to] of this.renamed) this.rewards.rename(from, to);
    }
    this.tab?.save();
  }

  /** A minute after the owner has set a reward it is there. */
  private hasTab(): boolean {
    try {
      return this.rewards !== undefined;
    } catch (error) {
      if (error instanceof MissingTab) return false;
      throw error;
    }
  }

  /** Everything that waits for its person, and what this very update had taken up before it was cut off. */
  private told(one: Case, update: Update): Sending[] {
    const ref = rewardRef(tokenOf(update.key));
    const own = this.named(ref);
    if (own.length && !one.again) return [];
    if (one.kept.accepted.includes(ref)) {
      this.say(
        own.filter(({ told }) => !told.startsWith('sent ')),
        named(this.sent(), ref),
      );
      return [];
    }
    if (own.length && this.isUncertain(one)) {
      const reason = 'it was cut off, and nobody knows whether it went';
      this.say(
        own.filter(({ told }) => told.startsWith('sent ')),
        noticeNotSent(reason),
      );
      return [];
    }
    const person = this.personOf(update);
    return this.tell(person, [...own, ...this.waitingFor(update, person)], ref);
  }

  /** A message about rewards was accepted and failed on its way: by template, later, or never. */
  private failed({ key, ref, reason }: Failure, one: Case): Sending[] {
    const again = rewardRef(tokenOf(key));
    const rewards = [...this.named(ref), ...(one.again ? this.named(again) : [])];
    const [first] = rewards;
    if (!first || one.kept.accepted.includes(again)) return [];
    const person = this.lookup.findByKey(first.who);
    if (reason.meaning === 'refused' || reason.meaning === 'stopped') {
      this.say(rewards, noticeNotSent(reason.text));
      return [];
    }
    const { rewardTemplate } = this.script.program.settings;
    if (reason.meaning === 'window' && rewardTemplate && person) {
      return this.tell({ ...person, lastMessage: null }, rewards, again);
    }
    this.wait(rewards, first.who);
    return [];
  }

  private tell(person: Client | null, rewards: Reward[], ref: string): Sending[] {
    const { settings, clock, provider } = this.script.program;
    if (!rewards.length) return [];
    const { limits } = provider;
    const texts = settingsFor(person, settings, (client, heading) =>
      this.lookup.shown(client, heading),
    );
    const { body, told } = tellRewards(person, rewards, { clock, limits }, texts);
    const isEmpty = body?.kind === 'text' && body.text === '';
    if (!person || !body || isEmpty) {
      const waits = person !== null && waitsFor(told, keyOf(person));
      if (waits && !isEmpty) this.wait(rewards, keyOf(person));
      else this.say(rewards, isEmpty ? '' : told);
      return [];
    }
    this.say(rewards, named(told, ref));
    const to = addressOf(person);
    return [{ to, body, kind: 'rewards', about: [], inviter: null, ref, rewards: keyOf(person) }];
  }

  /** They go with the next message of their person. */
  private wait(rewards: Reward[], who: string): void {
    this.say(rewards, noticeWaits(who));
    noteWaiting(this.script, this.rewards.columnOf('told'));
  }

  private say(rewards: Reward[], told: string): void {
    for (const reward of rewards) this.rewards.change(reward, { told });
  }

  private sent(): string {
    const { clock } = this.script.program;
    return noticeSent(clock.minute(clock.now));
  }

  private isUncertain({ again, kept }: Case): boolean {
    const { now } = this.script.program.clock;
    return again && kept.tries === 0 && now - kept.since > CERTAIN_MS;
  }

  private named(ref: string): Reward[] {
    return this.rewards.known().filter(({ told }) => refInNotice(told) === ref);
  }

  private waitingFor(update: Update, person: Client | null): Reward[] {
    const keys = keysIn(update, person);
    return this.rewards.known().filter(({ told }) => keys.some((key) => waitsFor(told, key)));
  }

  private personOf(update: Update): Client | null {
    return 'from' in update ? this.lookup.contact(update.from) : null;
  }

  /** Opened and searched once for all cases. */
  private get rewards(): RewardsTab {
    if (!this.tab) {
      this.tab = openRewards(this.script);
      this.tab.findTold(this.cases.flatMap((one) => this.questionsOf(one)));
    }
    return this.tab;
  }

  private questionsOf({ update }: Case): Told[] {
    if (!isAboutRewards(update)) return [];
    const own = { ref: rewardRef(tokenOf(update.key)) };
    if (update.kind === 'failure') return [own, { ref: update.ref }];
    return [own, { waitingFor: keysIn(update, this.personOf(update)) }];
  }
}

/**
 * Remembers that rewards wait for somebody to write: from now on one looks whether it is for whoever writes.
 *
 * @param column where *Told* stands, as far as that is known
 */
export function noteWaiting(script: Script, column = 1): void {
  if (script.store[REWARDS_WAIT]) return;
  script.store[REWARDS_WAIT] = String(column);
  noteProperties({ [REWARDS_WAIT]: script.store[REWARDS_WAIT] }, script);
}

/** Under which keys the ledger may know somebody. */
function keysIn(update: Update, person: Client | null): string[] {
  const contact = 'from' in update ? keysOfContact(update.from) : [];
  return [...new Set([...contact, ...(person ? keysOf(person) : [])])];
}
