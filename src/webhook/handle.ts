/** Handles a delivery: finds the people, decides, writes the rows under the lock, sends, and marks what did not go. */
import { decide } from '../program/decide';
import type { Decision, Planned } from '../program/decision';
import type { Facts } from '../program/facts';
import { readIntent } from '../program/intent';
import { newCode } from '../program/invitation';
import type { Message, Update } from '../program/model';
import { clientFrom, keyOf } from '../program/people';
import { decideFailure, decideMove, decidePreference } from '../program/reports';
import { locked } from '../script/lock';
import type { Program } from '../script/program';
import { SEARCH_OVERLOOKS, type Store, tabIdsIn } from '../script/properties';
import type { Services } from '../script/services';
import { ClientsTab } from '../sheet/clients';
import { findTab } from '../sheet/tabs';
import { Lookup } from './lookup';
import type { Case } from './patterns';

/** So many updates share a search: its pattern grows with each. */
const AT_ONCE = 40;

/** What one update comes to: messages to send, and whether the help is among them. */
export interface Outcome {
  update: Update;
  messages: Planned[];
  helped: boolean;
}

export interface Circumstances {
  program: Program;
  services: Services;
  store: Store;
  /** Whether the updates come out of the pending store. */
  resumed: boolean;
  /** Refs that were accepted when the updates were handled before. */
  accepted?: readonly string[];
  /** Whether the sender has written so much that nothing is answered any more. */
  muted(update: Message): boolean;
  /** Whether somebody got the help within the last hour, by their id. */
  helpedLately(update: Message): boolean;
}

/**
 * Brings the sheet up to date and says what has to be sent.
 *
 * @throws {Busy} when the lock is not to be had
 */
export function handle(updates: Update[], circumstances: Circumstances): Outcome[] {
  const { settings } = circumstances.program;
  const cases = updates.map((update) => ({
    update,
    intent: update.kind === 'message' ? readIntent(update, settings) : null,
  }));
  if (cases.length === 1 && !cases.some(surelyWrites)) {
    const outcomes = attempt(cases, circumstances, false);
    if (outcomes) return outcomes;
  }
  return locked(circumstances.services, () =>
    chunks(cases).flatMap((chunk) => attempt(chunk, circumstances, true) ?? []),
  );
}

function chunks(cases: Case[]): Case[][] {
  const starts = cases.map((_, index) => index).filter((index) => index % AT_ONCE === 0);
  return starts.map((start) => cases.slice(start, start + AT_ONCE));
}

function surelyWrites({ update, intent }: Case): boolean {
  if (update.kind !== 'message') return true;
  if (intent?.kind === 'invitation') return true;
  return intent?.kind === 'command' && (intent.command === 'stop' || intent.command === 'start');
}

/** Decides and writes; without the lock nothing but *Last message* is written, and null says that more is needed. */
function attempt(cases: Case[], circumstances: Circumstances, hasLock: boolean): Outcome[] | null {
  const { services, store } = circumstances;
  const sheet = findTab(services.spreadsheet, 'Clients', tabIdsIn(store));
  const tab = new ClientsTab(sheet, store[SEARCH_OVERLOOKS] !== undefined);
  const lookup = new Lookup(tab, cases);
  const outcomes = cases.map((one) => {
    const decision = decideCase(one, lookup, tab, circumstances);
    for (const { client, set } of decision.changes) tab.change(client, set);
    if (decision.added) tab.add(decision.added);
    return { update: one.update, messages: decision.messages, helped: decision.helped };
  });
  if (!hasLock && tab.needsLock()) return null;
  tab.save();
  return outcomes;
}

function decideCase(
  { update, intent }: Case,
  lookup: Lookup,
  tab: ClientsTab,
  circumstances: Circumstances,
): Decision {
  const { program, services, resumed } = circumstances;
  const { settings, clock } = program;
  if (update.kind === 'failure') {
    const [unfinished] = lookup.unfinished(update);
    const invitee = lookup.byRef(update.ref) ?? unfinished ?? null;
    const inviter = invitee?.invitedBy ? lookup.findByKey(invitee.invitedBy) : null;
    return decideFailure(update, invitee, inviter, { clock, resumed }, settings);
  }
  const sender = lookup.contact(update.from);
  if (update.kind === 'preference') {
    return decidePreference(update, sender, newCode(services.random));
  }
  if (update.kind === 'moved') {
    const decision = decideMove(update, sender, lookup.contact(update.to));
    for (const { client, set } of decision.changes) {
      const moved = { ...client, ...set };
      if (keyOf(moved) !== keyOf(client)) tab.renameInviter(keyOf(client), keyOf(moved));
    }
    return decision;
  }
  const inviter = lookup.inviter(intent);
  const person = sender ?? clientFrom(update.from, update.at, '');
  const lists = intent?.kind === 'command' && intent.command === 'referrals' && sender;
  const facts: Facts = {
    clock,
    limits: program.provider.limits,
    sender,
    inviter,
    senderIsAncestor: inviter !== null && lookup.isAncestor(person, inviter),
    waiting: lookup.waitingFor(sender),
    unfinished: lookup.unfinished(update),
    accepted: circumstances.accepted ?? [],
    referrals: lists ? lookup.referrals(sender, update.from) : { count: 0, newest: [] },
    muted: circumstances.muted(update),
    helpedLately: circumstances.helpedLately(update),
    resumed,
    newCode: newCode(services.random),
  };
  return decide(update, intent ?? { kind: 'silence' }, facts, settings);
}
