/**
 * Asking a newcomer who sent them: whether it was the person whose contact card they share, or, where the owner wants it,
 * who it was. What was asked stands in the row's *Note*; nothing is looked up before it is answered.
 */
import type { Clock, Facts } from './facts';
import { type Intent, NO, YES } from './intent';
import type { Invitation } from './invitation';
import type { Body, Card, Client } from './model';
import { clientFrom, isKeyOf, isSamePerson, shownName } from './people';
import { isPhone } from './phone';
import { remark } from './reports';
import { answer, type Turn } from './turn';
import { clip, fill } from './wording';

const DAY_MS = 24 * 60 * 60 * 1000;

/** So long somebody is a newcomer who has no inviter yet. */
const NEW_MS = 7 * DAY_MS;

/** So long an answer is waited for. */
const ANSWER_MS = 3 * DAY_MS;

/** What comes so soon after the question was written before it could be read. */
const READING_MS = 10 * 1000;

/** Whether a client was asked lately, and has no inviter yet: they are as new as they were. */
export function isAsked(client: Client | null, clock: Clock): boolean {
  return client !== null && !client.invitedBy && questionsIn(client, clock).length > 0;
}

/** Whom a message names as the sender's inviter: an invitation, or an answer to what they were asked. */
export function namedBy(
  intent: Intent | null,
  sender: Client | null,
  clock: Clock,
): Invitation | null {
  if (intent?.kind === 'invitation') return intent.invitation;
  if (!sender || !isAsked(sender, clock)) return null;
  const questions = questionsIn(sender, clock);
  const newest = questions[questions.length - 1];
  if (intent?.kind === 'reply' && intent.says === 'yes') {
    const key = intent.about ?? newest?.about;
    return key ? { kind: 'named', key } : null;
  }
  const who = questions.some(({ about }) => !about);
  if (intent?.kind === 'named' && who) return { kind: 'named', key: intent.key };
  return intent?.kind === 'card' && who ? { kind: 'named', key: intent.card.key } : null;
}

/** Somebody shares a contact card. @returns false where they are not to be asked about it */
export function askAboutCard(turn: Turn, card: Card): boolean {
  const { facts, message, settings } = turn;
  const { sender, clock } = facts;
  const isOwn =
    isSamePerson(clientFrom(message.from, 0, ''), { waId: card.key, userId: card.key }) ||
    (sender !== null && isKeyOf(card.key, sender));
  const joined = sender?.joined ?? 0;
  const isRecent = !settings.onlyNewClients && clock.now - joined < NEW_MS;
  const isNew = !sender || isAsked(sender, clock) || (!sender.invitedBy && isRecent);
  if (isOwn || !isNew || !mayAsk(facts)) return false;
  const { didSend, buttonYes, buttonNo, nameless } = settings.texts;
  const phone = isPhone(card.key) ? card.key : '';
  const inviter = shownName({ name: card.name, phone }, nameless);
  ask(turn, fill(didSend, { inviter }), card.key, [
    { id: YES + card.key, title: buttonYes },
    { id: NO, title: buttonNo },
  ]);
  return true;
}

/** A newcomer's first message: who sent them? @returns false where they are not to be asked */
export function askWho(turn: Turn): boolean {
  const { facts, message, settings } = turn;
  if (facts.sender || !settings.askNewcomers || !mayAsk(facts)) return false;
  const { whoSent, nameless, buttonNo } = settings.texts;
  const name = shownName(clientFrom(message.from, message.at, ''), nameless);
  ask(turn, fill(whoSent, { name }), '', [{ id: NO, title: buttonNo }]);
  return true;
}

/**
 * What is no answer that could be used, to somebody who was asked who sent them: the first time they are told so, and the
 * owner can read it.
 *
 * @returns whether that is all that is to be said
 */
export function unclear(turn: Turn): boolean {
  const { facts, message, settings, decision } = turn;
  const { sender, clock } = facts;
  if (!sender || !isAsked(sender, clock) || !mayAsk(facts)) return false;
  if (!questionsIn(sender, clock).some(({ about }) => !about)) return false;
  const since = message.at - (sender.joined ?? 0);
  if (since < READING_MS) return true;
  const heard = sender.lastMessage ?? 0;
  const isFirst = heard - (sender.joined ?? 0) < READING_MS || Math.abs(heard - message.at) < 1000;
  if (!isFirst) return false;
  const said = clip(message.text.replace(/\s+/g, ' ').trim(), 60);
  if (said)
    decision.changes.push({
      client: sender,
      set: { note: remark(sender.note, `answered “${said}”`) },
    });
  decision.helped = true;
  answer(turn, { kind: 'text', text: clip(settings.texts.sentUnclear, facts.limits.text) });
  return true;
}

/** Nobody sent them. @returns false where nobody had asked */
export function sentByNobody(turn: Turn, button: { id: string; title: string }): boolean {
  const { facts, settings, decision } = turn;
  if (!isAsked(facts.sender, facts.clock) || facts.helpedLately) return false;
  decision.helped = true;
  const text = clip(settings.texts.sentByNobody, facts.limits.card);
  answer(turn, { kind: 'choices', text, buttons: [button] });
  return true;
}

/** Not while somebody of the business talks, nor somebody who wants no messages. */
function mayAsk({ sender, personTalks }: Facts): boolean {
  return !personTalks && (sender?.stopped ?? null) === null;
}

/** @param about whom the question is about; '' where it is who */
function ask(
  turn: Turn,
  text: string,
  about: string,
  buttons: Extract<Body, { kind: 'choices' }>['buttons'],
): void {
  const { message, facts, decision } = turn;
  const { sender, clock } = facts;
  const note = `asked ${clock.minute(clock.now)} ${about ? `whether ${about} sent them` : 'who sent them'}`;
  if (!sender) decision.added = { ...clientFrom(message.from, message.at, facts.newCode), note };
  else if (!questionsIn(sender, clock).some((one) => one.about === about)) {
    decision.changes.push({ client: sender, set: { note: remark(sender.note, note) } });
  }
  answer(turn, { kind: 'choices', text: clip(text, facts.limits.card), buttons });
}

/** What a client was asked within the last days, as *Note* has it: about whom, '' for who. */
function questionsIn({ note }: Client, clock: Clock): { about: string }[] {
  const asked = /asked (\d{4}-\d\d-\d\d \d\d:\d\d) (?:who|whether (\S+)) sent them/g;
  const since = clock.minute(clock.now - ANSWER_MS);
  return [...note.matchAll(asked)]
    .filter(([, at = '']) => at > since)
    .map(([, , about = '']) => ({ about }));
}
