/** Tells people of their rewards, everything that is new in one message; and takes up what came of such a message. */

import type { Told } from '../program/base';
import type { Client, Failure, Update } from '../program/model';
import { isSent, named, noticeNotSent, noticeSent, waitsFor } from '../program/notice';
import { addressOf, keyOf, keysOf, keysOfContact } from '../program/people';
import { settingsFor } from '../program/receiver';
import type { Reward } from '../program/rewards/model';
import { tellRewards, toldTogether } from '../program/rewards/telling';
import { isRewardRef, rewardRef, tokenOf } from '../program/token';
import type { Script } from '../script/program';
import type { Case, Outcome, Sending } from './case';
import type { Lookup } from './lookup';
import { isUncertain } from './rewind';
import { ToldRewards } from './told-rewards';

/** Whether an update is about somebody being told of rewards. */
export function isAboutRewards(update: Update): boolean {
  return update.kind === 'rewarding' || (update.kind === 'failure' && isRewardRef(update.ref));
}

/** A last message that has closed the window. */
const LONG_AGO = 0;

export class RewardNews {
  /** What its cases are about. */
  readonly rewards: ToldRewards;

  constructor(
    cases: Case[],
    private readonly lookup: Lookup,
    private readonly script: Script,
  ) {
    this.rewards = new ToldRewards(() => cases.flatMap((one) => this.questionsOf(one)), script);
  }

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

  /** Everything that waits for its person, and what this very update had taken up before it was cut off. */
  private told(one: Case, update: Update): Sending[] {
    const ref = rewardRef(tokenOf(update.key));
    const own = this.rewards.named(ref);
    if (own.length && !one.again) return [];
    if (one.kept.accepted.includes(ref)) {
      this.rewards.say(
        own.filter(({ told }) => !isSent(told)),
        named(this.sent(), ref),
      );
      return [];
    }
    if (own.length && isUncertain(one, this.script.program.clock.now)) {
      const reason = 'it was cut off, and nobody knows whether it went';
      this.rewards.say(
        own.filter(({ told }) => isSent(told)),
        noticeNotSent(reason),
      );
      return [];
    }
    const person = this.personOf(update);
    return this.tell(person, [...own, ...this.rewards.waitingFor(keysIn(update, person))], ref);
  }

  /** A message about rewards was accepted and failed on its way: by template, later, or never. */
  private failed({ key, ref, reason }: Failure, one: Case): Sending[] {
    const again = rewardRef(tokenOf(key));
    const rewards = [...this.rewards.named(ref), ...(one.again ? this.rewards.named(again) : [])];
    const [first] = rewards;
    if (!first || one.kept.accepted.includes(again)) return [];
    const person = this.lookup.findByKey(first.who);
    if (reason.meaning === 'refused' || reason.meaning === 'stopped') {
      this.rewards.say(rewards, noticeNotSent(reason.text));
      return [];
    }
    const { rewardTemplate } = this.script.program.settings;
    if (reason.meaning === 'window' && rewardTemplate && person) {
      return this.tell({ ...person, lastMessage: LONG_AGO }, rewards, again);
    }
    this.rewards.wait(rewards, first.who);
    return [];
  }

  /** One message at most: what may not go along waits for their person to write. */
  private tell(person: Client | null, rewards: Reward[], ref: string): Sending[] {
    const { clock, provider } = this.script.program;
    return toldTogether(person, rewards, { clock, limits: provider.limits }).flatMap((some) =>
      this.send(person, some, ref),
    );
  }

  private send(person: Client | null, rewards: Reward[], ref: string): Sending[] {
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
      if (waits && !isEmpty) this.rewards.wait(rewards, keyOf(person));
      else this.rewards.say(rewards, isEmpty ? '' : told);
      return [];
    }
    this.rewards.say(rewards, named(told, ref));
    const to = addressOf(person);
    return [{ to, body, kind: 'rewards', about: [], inviter: null, ref, rewards: keyOf(person) }];
  }

  private sent(): string {
    const { clock } = this.script.program;
    return noticeSent(clock.minute(clock.now));
  }

  private personOf(update: Update): Client | null {
    return 'from' in update ? this.lookup.contact(update.from) : null;
  }

  private questionsOf({ update }: Case): Told[] {
    if (!isAboutRewards(update)) return [];
    const own = { ref: rewardRef(tokenOf(update.key)) };
    if (update.kind === 'failure') return [own, { ref: update.ref }];
    return [own, { waitingFor: keysIn(update, this.personOf(update)) }];
  }
}

/** Under which keys the ledger may know somebody. */
function keysIn(update: Update, person: Client | null): string[] {
  const contact = 'from' in update ? keysOfContact(update.from) : [];
  return [...new Set([...contact, ...(person ? keysOf(person) : [])])];
}
