/** Finds the people that cases are about, decides each, and writes the rows. Sends nothing. */
import type { Base } from '../program/base';
import { newCode } from '../program/codes';
import { decide, decideTelling } from '../program/decide';
import { type Decision, nothing } from '../program/decision';
import { mayRegister } from '../program/intent';
import type { Client } from '../program/model';
import { isDelayed, named, noticeNotSent, refInNotice, whenSent } from '../program/notice';
import { keyOf, keysOfContact } from '../program/people';
import { decideFailure, decideMove, decidePreference } from '../program/reports';
import { anew, openClients } from '../script/books';
import { forgottenAs } from '../script/forgetting/forgotten';
import type { Script } from '../script/program';
import { findSourceIn } from '../script/sources';
import { mayAnswer } from './answerable';
import type { Case, Outcome } from './case';
import { broughtBack, goneIn, isOver } from './coming-back';
import type { Desk } from './desk';
import { factsOf } from './facts';
import { forget } from './forget';
import { hasCopy } from './journal';
import { Lookup } from './lookup';
import {
  isOlder,
  isUncertain,
  NO_PAST,
  type Past,
  pastOf,
  senderBefore,
  waitingBefore,
} from './rewind';
import { isAboutRewards, RewardNews } from './tell-rewards';
import { outcomeOf } from './write';

/** What a few cases came to. */
export interface Handled {
  outcomes: Outcome[];
  /** Whether others have to see what was written. */
  flush: boolean;
}

/**
 * Brings the sheet up to date and says what has to be sent. The caller has the lock, and flushes when others have to see
 * what was written.
 *
 * @throws {MissingTab} when a tab or a heading is not there, and whatever the sheet throws
 */
export function handle(cases: Case[], script: Script): Handled {
  const sales = cases.filter(isSale);
  const forgettings = cases.filter(isForgetting);
  // Whoever joins along with a sale is in the sheet by then.
  const first = cases.filter((one) => !isSale(one) && !isForgetting(one));
  const all = [first, sales].filter((some) => some.length);
  const handled = [
    ...all.map((some) => anew(() => decideAndWrite(some, script))),
    ...forgettings.map((one) => ({ outcomes: [forget(one, script)], flush: true })),
  ];
  return {
    outcomes: handled.flatMap(({ outcomes }) => outcomes),
    flush: handled.some(({ flush }) => flush),
  };
}

function isSale({ intent }: Case): boolean {
  return intent?.kind === 'sale';
}

function isForgetting({ update }: Case): boolean {
  return update.kind === 'forgetting';
}

function decideAndWrite(cases: Case[], script: Script): Handled {
  const { base, news, outcomes } = decideAll(cases, script);
  // A new number or id is told once, unlike what every message of its sender says again.
  const isSeen = ({ update }: Case) => update.kind === 'moved';
  const flush =
    base.needsLock() || news.rewards.isChanged || cases.some((one) => isSeen(one) || isSale(one));
  // Once a row knows the new key, nobody asks for the earlier one.
  news.rewards.follow();
  base.save();
  news.rewards.save();
  return { outcomes, flush };
}

/** The same without the lock: null when more than *Last message* would have to be written. */
export function handleLightly(one: Case, script: Script): Outcome[] | null {
  const { base, outcomes } = decideAll([one], script);
  if (base.needsLock()) return null;
  base.save();
  return outcomes;
}

function decideAll(
  cases: Case[],
  script: Script,
): { base: Base; news: RewardNews; outcomes: Outcome[] } {
  const base = openClients(script);
  const lookup = new Lookup(base, cases, {
    source: (code) => findSourceIn(script, code),
    forgottenAs: (contact) => forgottenAs(keysOfContact(contact), script.store, script.services),
  });
  const news = new RewardNews(cases, lookup, script);
  const desk = { lookup, base, script, told: new Set<string>(), news, rewarded: new Map() };
  const outcomes = cases.map((one) => decideCase(one, desk));
  return { base, news, outcomes };
}

function decideCase(one: Case, desk: Desk): Outcome {
  const { lookup, script, news } = desk;
  const { update } = one;
  if (isAboutRewards(update)) return news.outcomeOf(one);
  const { clock } = script.program;
  const rows = lookup.takenUpBy(update);
  if (!one.again && isForsaken(rows, one, script)) one.again = true;
  const gone = goneIn(update, lookup);
  if (gone && isOver(gone, update)) return outcomeOf(one, nothing(), NO_PAST, null, desk);
  const known = update.kind === 'failure' ? null : lookup.contact(update.from);
  const sender = known ?? (gone && broughtBack(gone, one, desk));
  const finished = rows.filter((row) => !one.again || isOlder(row, one, clock));
  if (isFinished(one, finished, sender)) return outcomeOf(one, nothing(), NO_PAST, sender, desk);
  if (rows.length && isUncertain(one, clock.now)) {
    giveUpOn(rows, desk.base);
    return outcomeOf(one, nothing(), NO_PAST, sender, desk);
  }
  const past = one.again ? pastOf(rows, finished, sender, one, lookup.unread) : NO_PAST;
  const decision = decisionOf(one, past, sender, desk);
  // Whoever was forgotten and asks for no messages has a row that says so.
  if (gone && !sender) decision.added = null;
  return outcomeOf(one, decision, past, sender, desk, !mayAnswer(one, sender, script));
}

/**
 * An earlier delivery could not send, and could not be kept either: nobody but this one will take it up. What may have
 * gone is never marked so.
 */
function isForsaken(rows: Client[], { kept }: Case, { services }: Script): boolean {
  if (!rows.some(({ notice }) => isDelayed(notice))) return false;
  return !hasCopy(services.properties.getProperties(), kept);
}

function giveUpOn(rows: Client[], base: Base): void {
  const reason = 'it was cut off, and nobody knows whether it went';
  for (const { notice } of rows) {
    const ref = refInNotice(notice);
    if (whenSent(notice)) base.tell({ ref }, named(noticeNotSent(reason), ref));
  }
}

/** A row names the sending of this very update, and it did not come from what is kept: an earlier delivery did it all. */
function isFinished({ update, intent }: Case, rows: Client[], sender: Client | null): boolean {
  if (update.kind === 'failure' || update.kind === 'telling') return rows.length > 0;
  return mayRegister(intent) && sender !== null && rows.includes(sender);
}

function decisionOf(one: Case, past: Past, sender: Client | null, desk: Desk): Decision {
  const { lookup, script } = desk;
  const { program, services } = script;
  const { update } = one;
  switch (update.kind) {
    case 'failure': {
      const waiting = waitingBefore(past, one) ?? lookup.byRef(update.ref);
      const inviter = lookup.findByKey(waiting.rows[0]?.invitedBy ?? '');
      return decideFailure(update, inviter, { clock: program.clock, waiting }, program.settings);
    }
    case 'preference':
      return decidePreference(update, sender, newCode(services.random));
    case 'moved':
      return followed(decideMove(update, sender, lookup.contact(update.to, sender)), desk);
    case 'rewarding':
    case 'forgetting':
      return nothing();
    case 'telling':
      return decideTelling(factsOf(one, past, sender, desk), program.settings);
    case 'message': {
      const facts = factsOf(one, past, senderBefore(sender, past, one), desk);
      return followed(
        decide(update, one.intent ?? { kind: 'silence' }, facts, program.settings),
        desk,
      );
    }
  }
}

/** Rows of referrals and rewards follow their people to a number or id that was not known. */
function followed(decision: Decision, { base, news }: Desk): Decision {
  for (const { client: row, set } of decision.changes) {
    const after = { ...row, ...set };
    if (keyOf(after) === keyOf(row)) continue;
    base.renameInviter(keyOf(row), keyOf(after));
    news.rewards.rename(keyOf(row), keyOf(after));
  }
  return decision;
}
