/** The notice to an inviter: sent now, by template, together with others, with their next message, or not at all. */
import type { Decision } from './decision';
import type { Facts, Some } from './facts';
import type { Body, Client } from './model';
import {
  isHeld,
  isJoining,
  noticeHeld,
  noticeJoins,
  noticeNotSent,
  noticeNotTold,
  noticeSent,
  noticeWaits,
} from './notice';
import { addressOf, keyOf, shownName } from './people';
import { mayStillCount } from './rewards/counts';
import { countsOnJoining, promiseToInviter } from './rewards/promises';
import type { Settings } from './settings';
import { isSource, NO_PERSON } from './sources';
import type { Deciding } from './turn';
import { clip, fill } from './wording';

/** Of WhatsApp's window a minute is kept for the way. */
const WAY_MS = 60 * 1000;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Why somebody who wrote *Stop* is not told. */
export const STOPPED = 'they asked for no messages';

/** How many names a notice of several gives; the others are counted. */
const NAMED = 20;

/** Whether a free-form message may be sent now to somebody who last wrote then. */
export function windowIsOpen(lastMessage: number | null, now: number, window = DAY_MS): boolean {
  return lastMessage !== null && now - lastMessage < window - WAY_MS;
}

/**
 * Tells the inviter of a new referral as far as that is allowed now.
 *
 * @returns what to write into the invitee's *Notice* cell
 */
export function planNotice(deciding: Deciding, invitee: Client, inviter: Client): string {
  const { decision, facts, settings } = deciding;
  const { now } = facts.clock;
  if (isSource(inviter)) return noticeNotTold(NO_PERSON);
  if (inviter.stopped !== null) return noticeNotSent(STOPPED);
  const open = windowIsOpen(inviter.lastMessage, now, facts.limits.window);
  if (!open && !settings.noticeTemplate) return noticeWaits(keyOf(inviter));
  if (facts.toldLately) {
    decision.tellSoon = inviter;
    return noticeJoins(keyOf(inviter));
  }
  const joining = { ...invitee, counts: countsOnJoining(facts.clock, settings) };
  const body = bodyOf({ count: 1, rows: [joining] }, open, deciding);
  const to = addressOf(inviter);
  decision.messages.push({ to, body, kind: 'notice', about: [invitee], inviter });
  return noticeSent(facts.clock.minute(now));
}

/**
 * Tells an inviter of everything that waited for them: now is the time. Somebody who has never written, and whom a friend
 * has only named, is told of nothing before they write.
 *
 * @param heardAt when they last wrote
 * @param stops they ask for no more of them
 */
export function tellWaiting(
  deciding: Deciding,
  inviter: Client,
  heardAt: number | null,
  stops = false,
): void {
  const { decision, facts, settings } = deciding;
  const { waiting, clock, limits } = facts;
  if (!waiting.count) return;
  if (stops || inviter.stopped !== null) {
    decision.waiting = noticeNotSent(STOPPED);
    return;
  }
  const open = windowIsOpen(heardAt, clock.now, limits.window);
  const held = heardAt === null && waiting.rows.some(({ notice }) => isHeld(notice));
  if (!open && (held || !settings.noticeTemplate)) {
    if (waiting.rows.some(({ notice }) => isJoining(notice))) {
      decision.waiting = (held ? noticeHeld : noticeWaits)(keyOf(inviter));
    }
    return;
  }
  const body = bodyOf(waiting, open, deciding);
  const to = addressOf(inviter);
  decision.messages.push({ to, body, kind: 'telling', about: waiting.rows, inviter });
  decision.waiting = noticeSent(clock.minute(clock.now));
}

/** The inviter's row is gone: nobody is left to be told. */
export function tellNobody(decision: Decision, { waiting }: Pick<Facts, 'waiting'>): void {
  if (waiting.count) decision.waiting = noticeNotSent('the inviter is not in the base any more');
}

function bodyOf(invitees: Some, open: boolean, { facts, settings }: Deciding): Body {
  return open
    ? noticeBody(invitees, settings, facts.limits.text)
    : templateBody(invitees, settings);
}

function noticeBody({ count, rows }: Some, settings: Settings, longest: number): Body {
  const { texts } = settings;
  const [only] = rows;
  const text =
    count === 1 && only
      ? noticeOf(only, settings)
      : fill(texts.notices, { count, names: namesOf({ count, rows }, texts) });
  return { kind: 'text', text: clip(text, longest) };
}

function noticeOf(invitee: Client, settings: Settings): string {
  const name = shownName(invitee, settings.texts.nameless);
  const promise = mayStillCount(invitee.counts) && promiseToInviter(name, settings);
  return [fill(settings.texts.notice, { name }), promise].filter(Boolean).join('\n\n');
}

/** The notice by the approved template. */
export function templateBody(invitees: Some, settings: Settings): Body {
  const template = settings.noticeTemplate;
  if (!template) throw new Error('No notice template is set');
  const name = namesOf(invitees, settings.texts);
  const values = template.values.map((value) => fill(value, { name }));
  return { kind: 'template', name: template.name, language: template.language, values };
}

/** “Ben, Cleo and 3 more”. */
function namesOf({ count, rows }: Some, texts: Settings['texts']): string {
  const names = rows.slice(0, NAMED).map((row) => shownName(row, texts.nameless));
  const more = count - names.length;
  return [names.join(', '), more > 0 && fill(texts.more, { more })].filter(Boolean).join(' ');
}
