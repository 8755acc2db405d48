/** The notice to an inviter: sent now, by template, with their next message, or not at all. */
import type { Decision } from './decision';
import type { Facts } from './facts';
import type { Body, Client, Message } from './model';
import { isDelayed, noticeNotSent, noticeSent, noticeWaits, refInNotice } from './notice';
import { addressOf, isKeyOf, keyOf, shownName } from './people';
import type { Settings } from './settings';
import { noticeRef, tokenOf } from './token';
import { clip, fill } from './wording';

/** Of WhatsApp's window a minute is kept for the way. */
const WAY_MS = 60 * 1000;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Why somebody who wrote *Stop* is not told. */
const STOPPED = 'they asked for no messages';

/** How many waiting notices go with one message, so that a long absence does not end in a flood. */
const WAITING_AT_ONCE = 20;

/** Whether a free-form message may be sent to this client now. */
export function windowIsOpen(client: Client, now: number, window = DAY_MS): boolean {
  return client.lastMessage !== null && now - client.lastMessage < window - WAY_MS;
}

/**
 * Tells the inviter of a new referral as far as that is allowed now.
 *
 * @returns what to write into the invitee's *Notice* cell
 */
export function planNotice(
  decision: Decision,
  invitee: Client,
  inviter: Client,
  message: Message,
  facts: Facts,
  settings: Settings,
): string {
  const { clock } = facts;
  const ref = refFor(invitee, decision, message, facts);
  if (facts.accepted.includes(ref)) return noticeSent(clock.minute(clock.now), ref);
  if (inviter.stopped !== null) return noticeNotSent(STOPPED, ref);
  const open = windowIsOpen(inviter, clock.now, facts.limits.window);
  if (!open && !settings.noticeTemplate) return noticeWaits(keyOf(inviter), ref);
  const body = open ? noticeBody(invitee, facts, settings) : templateBody(invitee, settings);
  return push(decision, invitee, inviter, message, facts, body);
}

/**
 * The sender is the inviter whom some notices waited for: now is the time.
 *
 * @param stops the message asks for no more of them
 */
export function deliverWaiting(
  decision: Decision,
  message: Message,
  facts: Facts,
  settings: Settings,
  stops: boolean,
): void {
  const { sender, clock } = facts;
  if (!sender) return;
  for (const invitee of facts.waiting.slice(0, WAITING_AT_ONCE)) {
    if (stops || sender.stopped !== null) {
      const notice = noticeNotSent(STOPPED, refFor(invitee, decision, message, facts));
      decision.changes.push({ client: invitee, set: { notice } });
      continue;
    }
    const open = clock.now - message.at <= facts.limits.window - WAY_MS;
    if (!open && !settings.noticeTemplate) return;
    const body = open ? noticeBody(invitee, facts, settings) : templateBody(invitee, settings);
    const notice = push(decision, invitee, sender, message, facts, body);
    decision.changes.push({ client: invitee, set: { notice } });
  }
}

/** This message had taken up waiting notices when it was cut off: they go now, under the names they had. */
export function resumeWaiting(
  decision: Decision,
  message: Message,
  facts: Facts,
  settings: Settings,
): void {
  const { sender } = facts;
  for (const invitee of facts.unfinished) {
    if (!facts.resumed && !isDelayed(invitee.notice)) continue;
    if (sender && !isKeyOf(invitee.invitedBy, sender)) continue;
    const notice = sender
      ? planNotice(decision, invitee, sender, message, facts, settings)
      : noticeToNobody(invitee);
    decision.changes.push({ client: invitee, set: { notice } });
  }
}

/** The inviter's row was deleted before they could be told. */
export function noticeToNobody({ notice }: Client): string {
  return isDelayed(notice)
    ? noticeNotSent('the inviter is not in the base any more', refInNotice(notice))
    : notice;
}

function push(
  decision: Decision,
  invitee: Client,
  inviter: Client,
  message: Message,
  facts: Facts,
  body: Body,
): string {
  const ref = refFor(invitee, decision, message, facts);
  decision.messages.push({ to: addressOf(inviter), body, ref, notice: invitee });
  return noticeSent(facts.clock.minute(facts.clock.now), ref);
}

/** A notice that this message named before keeps its name, so that a report about it finds it. */
function refFor(invitee: Client, decision: Decision, message: Message, facts: Facts): string {
  if (facts.unfinished.includes(invitee)) return refInNotice(invitee.notice);
  const taken = [
    ...facts.unfinished.map((row) => refInNotice(row.notice)),
    ...decision.messages.map((planned) => planned.ref),
  ];
  const token = tokenOf(message.key);
  let number = 0;
  while (taken.includes(noticeRef(token, number))) number++;
  return noticeRef(token, number);
}

function noticeBody(invitee: Client, facts: Facts, settings: Settings): Body {
  const name = shownName(invitee, settings.texts.nameless);
  return { kind: 'text', text: clip(fill(settings.texts.notice, { name }), facts.limits.text) };
}

/** The notice by the approved template. */
export function templateBody(invitee: Client, settings: Settings): Body {
  const template = settings.noticeTemplate;
  if (!template) throw new Error('No notice template is set');
  const name = shownName(invitee, settings.texts.nameless);
  const values = template.values.map((value) => fill(value, { name }));
  return { kind: 'template', name: template.name, language: template.language, values };
}
