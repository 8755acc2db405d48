/** The rules for a message that carries an invitation, in the order in which they apply. */
import { linkButton } from './answers';
import { isAsked } from './asking';
import { discreetText, mayTell } from './discretion';
import type { Facts } from './facts';
import type { Invitation } from './invitation';
import { exampleOf } from './link';
import type { Body, Client, Contact } from './model';
import { noticeHeld } from './notice';
import { planNotice } from './notices';
import { clientFrom, contactBy, isKeyOf, isSamePerson, keyOf, shownName } from './people';
import { canonicalPhone } from './phone';
import { settingsFor } from './receiver';
import { remark } from './reports';
import { NEW, whyNot } from './rewards/counts';
import { evidenceAtOnce } from './rewards/evidence';
import { countsOnJoining, promiseToFriend } from './rewards/promises';
import type { Settings, TextKey } from './settings';
import { isSource } from './sources';
import { answer, type Turn } from './turn';
import { begins, clip, fill } from './wording';

/** A number to show how an invitation looks; the range is reserved for fiction. */
const EXAMPLE = { phone: '12025550123', code: 'abcd2345' };

/** These tell the sender nothing but what they know: they go by the message and by who sent it. */
const TELLS_NOTHING: readonly TextKey[] = ['malformed', 'own'];

/** These may promise something. */
const WELCOMES: readonly TextKey[] = ['welcome', 'welcomeSource'];

/** A message's turn that carried an invitation. */
interface Coming extends Turn {
  invitation: Invitation;
}

/**
 * Decides about an invitation: registers the referral, or says why not.
 *
 * @param given the settings with the texts as they are for everybody
 */
export function decideInvitation(turn: Turn, invitation: Invitation, given: Settings): void {
  const coming = { ...turn, invitation };
  const { inviter } = turn.facts;
  const why = whyNotCounted({ ...coming, from: turn.message.from });
  if (why === null && inviter) {
    register(coming, inviter, given);
  } else if (why !== null) {
    if (why === 'unknownInviter') noteClaim(coming);
    reply(coming, why);
  }
}

/** What the rules go by. */
interface Claim {
  invitation: Invitation;
  /** Who was invited. */
  from: Contact;
  facts: Pick<Facts, 'clock' | 'sender' | 'inviter' | 'senderIsAncestor'>;
  settings: Pick<Settings, 'onlyNewClients'>;
}

/** Why an invitation is no new referral: the text that says so. */
export type WhyNot = Extract<
  TextKey,
  'malformed' | 'own' | 'welcomeBack' | 'unknownInviter' | 'loop' | 'onlyNew'
>;

/** The rules in their order: the text that says why this is not a new referral; null when it is. */
export function whyNotCounted({ invitation, from, facts, settings }: Claim): WhyNot | null {
  const { clock, sender, inviter, senderIsAncestor } = facts;
  if (invitation.kind === 'malformed') return 'malformed';
  if (isOwn(invitation, from, sender)) return 'own';
  if (sender?.invitedBy) return 'welcomeBack';
  if (!inviter) return 'unknownInviter';
  if (senderIsAncestor) return 'loop';
  if (settings.onlyNewClients && sender && !isAsked(sender, clock)) return 'onlyNew';
  return null;
}

function isOwn(invitation: Invitation, from: Contact, sender: Client | null): boolean {
  if (invitation.kind === 'code') return !!sender && sender.code === invitation.code;
  if (invitation.kind === 'malformed') return false;
  const key = canonicalPhone(invitation.kind === 'phone' ? invitation.phone : invitation.key);
  return (
    (sender !== null && isKeyOf(key, sender)) ||
    isSamePerson(clientFrom(from, 0, ''), contactBy(key))
  );
}

function register(coming: Coming, inviter: Client, given: Settings): void {
  const { message, facts, settings, decision } = coming;
  const invitee = facts.sender ?? clientFrom(message.from, message.at, facts.newCode);
  const counts = countsOnJoining(facts.clock, settings);
  reply(coming, isSource(inviter) ? 'welcomeSource' : 'welcome');
  const theirs = { facts, decision, settings: settingsFor(inviter, given, facts.shown) };
  const referral = {
    invitedBy: keyOf(inviter),
    inviterName: inviter.name,
    notice: mayTellOf(coming, inviter)
      ? planNotice(theirs, invitee, inviter)
      : noticeHeld(keyOf(inviter)),
    ...(counts && { counts }),
    ...(counts === NEW && { check: evidenceAtOnce(message.at, inviter, given.terms.flags) }),
  };
  if (facts.sender) decision.changes.push({ client: facts.sender, set: referral });
  else decision.added = Object.assign(invitee, referral);
}

/** Whoever was only named has passed on no link: they are told if they have written to the business themselves. */
function mayTellOf({ invitation }: Coming, inviter: Client): boolean {
  return invitation.kind !== 'named' || inviter.lastMessage !== null;
}

/** Answers with the text for how it went, unless that tells who is a client. */
function reply(coming: Coming, outcome: TextKey): void {
  const { invitation, message, facts, settings } = coming;
  const { texts } = settings;
  const tells = mayTell(invitation, settings);
  const said = tells || TELLS_NOTHING.includes(outcome) ? outcome : discreetText(facts, settings);
  const { key, promise } = withRewards(said, tells, coming);
  const sender = facts.sender ?? clientFrom(message.from, message.at, '');
  const somebody = begins(texts[key], 'inviter', texts.nameless);
  const values = {
    name: shownName(sender, texts.nameless),
    inviter: tells && facts.inviter ? shownName(facts.inviter, somebody) : somebody,
    example: exampleOf(EXAMPLE, settings),
  };
  const text = [fill(texts[key], values), promise].filter(Boolean).join('\n\n');
  answer(coming, withLinkButton(text, coming));
}

/** A welcome says what the friend gets, or that there is nothing just now. */
function withRewards(
  key: TextKey,
  tells: boolean,
  { facts, settings }: Coming,
): { key: TextKey; promise: string } {
  const counts = countsOnJoining(facts.clock, settings);
  if (!WELCOMES.includes(key) || counts === '') return { key, promise: '' };
  if (whyNot(counts)) return { key: key === 'welcome' ? 'welcomePaused' : key, promise: '' };
  return { key, promise: promiseToFriend(tells, settings) };
}

function withLinkButton(text: string, coming: Coming): Body {
  const { limits } = coming.facts;
  return { kind: 'choices', text: clip(text, limits.card), buttons: [linkButton(coming)] };
}

function claimOf(invitation: Invitation): string {
  if (invitation.kind === 'phone') return invitation.phone;
  if (invitation.kind === 'named') return invitation.key;
  return invitation.kind === 'code' ? invitation.code : '';
}

/** The owner can see whom the sender named, and settle it by hand. */
function noteClaim({ invitation, message, facts, decision }: Coming): void {
  const { sender, inviterForgotten } = facts;
  const claimed = inviterForgotten
    ? 'says they were invited by somebody who was forgotten'
    : `says they were invited by ${claimOf(invitation)}, who is not in the base`;
  if (sender) {
    const note = remark(sender.note, claimed);
    decision.changes.push({ client: sender, set: { note } });
  } else {
    decision.added = clientFrom(message.from, message.at, facts.newCode);
    decision.added.note = claimed;
  }
}
