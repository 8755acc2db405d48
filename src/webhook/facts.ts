/** What the rules need to know to decide a case. */

import { namedBy } from '../program/asking';
import { newCode } from '../program/codes';
import type { Command } from '../program/commands';
import type { Facts } from '../program/facts';
import { isForgottenId } from '../program/forgotten';
import type { Invitation } from '../program/invitation';
import type { Client } from '../program/model';
import { clientFrom, contactBy, keyOf, keysOf } from '../program/people';
import { hasRewards } from '../program/rewards/terms';
import { topIn } from '../script/top';
import type { Case } from './case';
import type { Desk } from './desk';
import type { Lookup } from './lookup';
import { rewardsOf, saleResult } from './reward-facts';
import { type Past, waitingBefore } from './rewind';

/**
 * Gathers the facts of a case, as they were before it began.
 *
 * @param past what it wrote before it was cut off
 * @param sender the row of whoever it is from; null when they are not in the base
 */
export function factsOf(one: Case, past: Past, sender: Client | null, desk: Desk): Facts {
  const { lookup, script, told } = desk;
  const { program, services } = script;
  const { update, intent } = one;
  const named = namedBy(intent, sender, program.clock);
  const inviter = inviterOf(one, past, named, lookup);
  const from = 'from' in update ? update.from : {};
  const person = sender ?? clientFrom(from, update.at, '');
  // Where no window closes nothing waits for somebody to write.
  if (sender && Number.isFinite(program.provider.limits.window)) lookup.readWaiting(sender);
  const asksForData = asksFor('data', one);
  const lists = (asksFor('referrals', one) || asksForData) && sender;
  const wantsRewards =
    asksFor('rewards', one) || (asksForData && hasRewards(program.settings.terms));
  return {
    clock: program.clock,
    limits: program.provider.limits,
    sender,
    inviter,
    inviterForgotten: !inviter && namesForgotten(named, lookup),
    senderIsAncestor: inviter !== null && lookup.isAncestor(person, inviter),
    waiting: waitingBefore(past, one) ?? lookup.waitingFor(keysOf(person)),
    toldLately: one.toldLately || (inviter !== null && told.has(keyOf(inviter))),
    referrals: lists ? lookup.referrals(sender, from) : { count: 0, rows: [] },
    rewards: wantsRewards && sender ? rewardsOf(sender, script) : [],
    top: asksFor('top', one) ? topIn(script.store, program.clock) : [],
    saleResult: intent?.kind === 'sale' ? saleResult(intent.sale, one, desk) : '',
    helpedLately: one.helpedLately,
    personTalks: one.personTalks,
    shown: (client, heading) => lookup.shown(client, heading),
    newCode: newCode(services.random),
  };
}

/** A referral that was written stays with its inviter; what was written as something else becomes none later. */
function inviterOf(
  { again, kept }: Case,
  { referral }: Past,
  named: Invitation | null,
  lookup: Lookup,
) {
  if (referral?.row.invitedBy) return lookup.findByKey(referral.row.invitedBy);
  return again && kept.wrote ? null : lookup.inviter(named);
}

function namesForgotten(named: Invitation | null, lookup: Lookup): boolean {
  if (named?.kind === 'phone') return lookup.forgotten({ waId: named.phone }) !== null;
  if (named?.kind !== 'named') return false;
  return isForgottenId(named.key) || lookup.forgotten(contactBy(named.key)) !== null;
}

function asksFor(command: Command, { intent }: Case): boolean {
  return intent?.kind === 'command' && intent.command === command;
}
