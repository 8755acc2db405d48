/**
 * The rules of the referral program: what a message changes in the base and what is answered.
 * Pure: it knows neither Google nor a provider, nor that a message can come twice or be cut off.
 */
import { COMMANDS, hello, help, linkButton, ownAnswer } from './answers';
import { askAboutCard, askWho, namedBy, sentByNobody, unclear } from './asking';
import { type Decision, nothing } from './decision';

import type { Facts } from './facts';
import { type Intent, mayRegister } from './intent';
import { decideInvitation } from './invited';
import type { Client, Message } from './model';
import { tellNobody, tellWaiting } from './notices';
import { idsOf } from './people';
import { canonicalPhone } from './phone';
import { settingsFor } from './receiver';
import { saleAnswer } from './rewards/staff';
import type { Settings } from './settings';
import { answerText, type Turn } from './turn';

/** So soon after the last one, the time of a message need not be written: the row's one write is free for news. */
const SOON_MS = 60 * 60 * 1000;

/**
 * Decides about one message.
 *
 * @returns the rows to write and the messages to send; the same for the same facts
 */
export function decide(message: Message, intent: Intent, facts: Facts, given: Settings): Decision {
  const decision = nothing();
  const { sender } = facts;
  const settings = settingsFor(sender, given, facts.shown);
  const confirmation = (intent.kind === 'command' && intent.confirmation) || '';
  const turn: Turn = { message, facts, settings, decision, confirmation };
  if (sender) {
    decision.changes.push(heard(sender, message, intent));
    const stops = intent.kind === 'command' && intent.command === 'stop';
    const heardAt = Math.max(message.at, sender.lastMessage ?? 0);
    tellWaiting(turn, sender, heardAt, stops);
  }
  const named = namedBy(intent, sender, facts.clock);
  if (named) {
    decideInvitation(turn, named, given);
  } else if (intent.kind === 'command') {
    COMMANDS[intent.command](turn);
  } else if (intent.kind === 'own') {
    ownAnswer(turn, intent.answer);
  } else if (intent.kind === 'sale') {
    answerText(turn, saleAnswer(intent.sale, facts.saleResult));
  } else if (intent.kind === 'hello') {
    if (!askWho(turn)) hello(turn);
  } else if (intent.kind !== 'silence') {
    helpOrAsk(turn, intent);
  }
  return decision;
}

/** What is no invitation and no command. */
function helpOrAsk(turn: Turn, intent: Intent): void {
  const { facts } = turn;
  if (intent.kind === 'card' && askAboutCard(turn, intent.card)) return;
  if (intent.kind === 'reply' && intent.says === 'no' && sentByNobody(turn, linkButton(turn)))
    return;
  if (askWho(turn) || unclear(turn)) return;
  if ((facts.sender?.stopped ?? null) === null) help(turn);
}

/** It is time to tell an inviter of what waits, as far as that is allowed now. */
export function decideTelling(facts: Facts, given: Settings): Decision {
  const decision = nothing();
  const { sender } = facts;
  const settings = settingsFor(sender, given, facts.shown);
  if (sender) tellWaiting({ facts, settings, decision }, sender, sender.lastMessage);
  else tellNobody(decision, facts);
  return decision;
}

/** When somebody was last heard of; or, soon after, what WhatsApp tells of them that the row does not know yet. */
function heard(sender: Client, { at, from }: Message, intent: Intent): Decision['changes'][number] {
  const before = sender.lastMessage ?? 0;
  const learned = {
    phone: sender.phone || (from.waId ? canonicalPhone(from.waId) : ''),
    name: sender.name || (from.name ?? ''),
    ids: [...new Set([...sender.ids, ...idsOf(from)])],
  };
  const soon = at >= before && at - before < SOON_MS && !mayRegister(intent);
  const news = String(learned.ids) !== String(sender.ids) || learned.phone !== sender.phone;
  if (soon && news) return { client: sender, set: learned };
  return { client: sender, set: { lastMessage: Math.max(before, at) } };
}
