/** The rules for a message that carries an invitation, in the order in which they apply. */
import { answer, type Decision } from './decision';
import { discreetText, mayTell } from './discretion';
import type { Facts } from './facts';
import { buttonId } from './intent';
import { type Invitation, writeInvitation } from './invitation';
import type { Body, Client, Message } from './model';
import { planNotice } from './notices';
import { clientFrom, isSamePerson, keyOf, shownName } from './people';
import { canonicalPhone } from './phone';
import { settingsFor } from './receiver';
import { remark } from './reports';
import { NEW, whyNot } from './rewards/counts';
import { evidenceAtOnce } from './rewards/evidence';
import { countsOnJoining, promiseToFriend } from './rewards/promises';
import type { Settings, TextKey } from './settings';
import { begins, clip, fill } from './wording';

/** A number to show how an invitation looks; the range is reserved for fiction. */
const EXAMPLE = { phone: '12025550123', code: 'abcd2345' };

/** These tell the sender nothing but what they know: they go by the message and by who sent it. */
const TELLS_NOTHING: readonly TextKey[] = ['malformed', 'own'];

/** An invitation and the message that carried it. */
interface Coming {
  invitation: Invitation;
  message: Message;
}

/**
 * Decides about an invitation: registers the referral, or says why not.
 *
 * @param settings with the texts as the sender gets them
 * @param given the same for everybody
 */
export function decideInvitation(
  decision: Decision,
  invitation: Invitation,
  message: Message,
  facts: Facts,
  settings: Settings,
  given: Settings,
): void {
  const coming = { invitation, message };
  const why = whyNotCounted(invitation, message, facts, settings);
  if (why === null && facts.inviter) {
    register(decision, facts.inviter, coming, facts, settings, given);
  } else if (why !== null) {
    if (why === 'unknownInviter') noteClaim(decision, claimOf(invitation), message, facts);
    reply(decision, why, coming, facts, settings);
  }
}

/** The rules in their order: the text that says why this is not a new referral; null when it is. */
function whyNotCounted(
  invitation: Invitation,
  message: Message,
  { sender, inviter, senderIsAncestor }: Facts,
  settings: Settings,
): TextKey | null {
  if (invitation.kind === 'malformed') return 'malformed';
  if (isOwn(invitation, message, sender)) return 'own';
  if (sender?.invitedBy) return 'welcomeBack';
  if (!inviter) return 'unknownInviter';
  if (senderIsAncestor) return 'loop';
  if (settings.onlyNewClients && sender) return 'onlyNew';
  return null;
}

function isOwn(invitation: Invitation, message: Message, sender: Client | null): boolean {
  if (invitation.kind === 'code') return !!sender && sender.code === invitation.code;
  if (invitation.kind === 'malformed') return false;
  const phone = canonicalPhone(invitation.phone);
  return sender?.phone === phone || isSamePerson(clientFrom(message.from, 0, ''), { waId: phone });
}

function register(
  decision: Decision,
  inviter: Client,
  coming: Coming,
  facts: Facts,
  settings: Settings,
  given: Settings,
): void {
  const { message } = coming;
  const invitee = facts.sender ?? clientFrom(message.from, message.at, facts.newCode);
  const counts = countsOnJoining(facts.clock, settings);
  reply(decision, 'welcome', coming, facts, settings);
  const referral = {
    invitedBy: keyOf(inviter),
    inviterName: inviter.name,
    notice: planNotice(decision, invitee, inviter, facts, settingsFor(inviter, given, facts.shown)),
    ...(counts && { counts }),
    ...(counts === NEW && { check: evidenceAtOnce(message.at, inviter) }),
  };
  if (facts.sender) decision.changes.push({ client: facts.sender, set: referral });
  else decision.added = Object.assign(invitee, referral);
}

/** Answers with the text for how it went, unless that tells who is a client. */
function reply(
  decision: Decision,
  outcome: TextKey,
  { invitation, message }: Coming,
  facts: Facts,
  settings: Settings,
): void {
  const { texts } = settings;
  const tells = mayTell(invitation, settings);
  const said = tells || TELLS_NOTHING.includes(outcome) ? outcome : discreetText(facts, settings);
  const { key, promise } = withRewards(said, tells, facts, settings);
  const sender = facts.sender ?? clientFrom(message.from, message.at, '');
  const somebody = begins(texts[key], 'inviter', texts.nameless);
  const values = {
    name: shownName(sender, texts.nameless),
    inviter: tells && facts.inviter ? shownName(facts.inviter, somebody) : somebody,
    example: writeInvitation(settings.invitation, EXAMPLE),
  };
  const text = [fill(texts[key], values), promise].filter(Boolean).join('\n\n');
  answer(decision, message, withLinkButton(text, facts, settings));
}

/** A welcome says what the friend gets, or that there is nothing just now. */
function withRewards(
  key: TextKey,
  tells: boolean,
  { clock }: Facts,
  settings: Settings,
): { key: TextKey; promise: string } {
  const counts = countsOnJoining(clock, settings);
  if (key !== 'welcome' || counts === '') return { key, promise: '' };
  if (whyNot(counts)) return { key: 'welcomePaused', promise: '' };
  return { key, promise: promiseToFriend(tells, settings) };
}

function withLinkButton(text: string, facts: Facts, settings: Settings): Body {
  const button = { id: buttonId('link'), title: settings.texts.buttonLink };
  return { kind: 'choices', text: clip(text, facts.limits.card), buttons: [button] };
}

function claimOf(invitation: Invitation): string {
  if (invitation.kind === 'phone') return invitation.phone;
  return invitation.kind === 'code' ? invitation.code : '';
}

/** The owner can see whom the sender named, and settle it by hand. */
function noteClaim(decision: Decision, claim: string, message: Message, facts: Facts): void {
  const claimed = `says they were invited by ${claim}, who is not in the base`;
  const { sender } = facts;
  if (sender) {
    const note = remark(sender.note, claimed);
    decision.changes.push({ client: sender, set: { note } });
  } else {
    decision.added = clientFrom(message.from, message.at, facts.newCode);
    decision.added.note = claimed;
  }
}
