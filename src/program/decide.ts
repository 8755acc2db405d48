/**
 * The rules of the referral program: what a message changes in the base and what is answered.
 * Pure: it knows neither Google nor a provider.
 */
import { COMMANDS, help } from './answers';
import type { Decision } from './decision';
import type { Facts } from './facts';
import type { Intent } from './intent';
import { decideInvitation } from './invited';
import type { Client, Message } from './model';
import { deliverWaiting, resumeWaiting } from './notices';
import { idsOf } from './people';
import { canonicalPhone } from './phone';
import type { Settings } from './settings';

/** After this a message is a straggler: it is counted, but no longer answered. */
const STRAGGLER_MS = 6 * 60 * 60 * 1000;

/** So soon after the last one, the time of a message need not be written: the row's one write is free for news. */
const SOON_MS = 60 * 60 * 1000;

/** Until this a message is surely new, even when its sender has been heard of since. */
const FRESH_MS = 5 * 60 * 1000;

/**
 * Decides about one message.
 *
 * @returns the rows to write and the messages to send; the same for the same facts
 */
export function decide(
  message: Message,
  intent: Intent,
  facts: Facts,
  settings: Settings,
): Decision {
  const decision: Decision = { changes: [], messages: [], added: null, helped: false };
  // At 0 nothing was written: the owner asks for what waits for somebody who never wrote.
  if (facts.sender && message.at) decision.changes.push(heard(facts.sender, message, intent));
  resumeWaiting(decision, message, facts, settings);
  const stops = intent.kind === 'command' && intent.command === 'stop';
  deliverWaiting(decision, message, facts, settings, stops);
  if (intent.kind === 'invitation') {
    decideInvitation(decision, intent.invitation, message, facts, settings);
  } else if (intent.kind === 'command') {
    COMMANDS[intent.command](decision, message, facts, settings);
  } else if (intent.kind === 'help' && (facts.sender?.stopped ?? null) === null) {
    help(decision, message, facts, settings);
  }
  if (!mayAnswer(message, facts)) dropAnswers(decision);
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
  const soon = at >= before && at - before < SOON_MS && intent.kind !== 'invitation';
  const news = String(learned.ids) !== String(sender.ids) || learned.phone !== sender.phone;
  if (soon && news) return { client: sender, set: learned };
  return { client: sender, set: { lastMessage: Math.max(before, at) } };
}

/**
 * A message that comes late (the provider's retry after hours) is not answered as if it were new. In between, one
 * that its sender has followed up with a later one is taken for a second delivery, unless we kept it ourselves.
 */
function mayAnswer(message: Message, facts: Facts): boolean {
  const age = facts.clock.now - message.at;
  if (facts.muted) return false;
  if (age > STRAGGLER_MS) return false;
  if (age < FRESH_MS || facts.resumed) return true;
  return !(facts.sender?.lastMessage && facts.sender.lastMessage >= message.at);
}

function dropAnswers(decision: Decision): void {
  decision.messages = decision.messages.filter((planned) => planned.notice !== undefined);
  decision.helped = false;
}
