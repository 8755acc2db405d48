/** The rules for what WhatsApp itself tells: a message that failed, a wish to hear no more, a changed number. */
import { type Decision, nothing } from './decision';
import type { Facts } from './facts';
import type { Client, Failure, Moved, Preference } from './model';
import { noticeNotSent, noticeSent, noticeWaits } from './notice';
import { templateBody } from './notices';
import { addressOf, clientFrom, idsOf, keyOf } from './people';
import { canonicalPhone, isPhone } from './phone';
import type { Settings } from './settings';

/**
 * A notice was accepted and failed on its way: by template where the window is closed, later, or never.
 *
 * @param facts `waiting` are the invitees of whom it told
 */
export function decideFailure(
  { reason, at }: Failure,
  inviter: Client | null,
  facts: Pick<Facts, 'clock' | 'waiting'>,
  settings: Settings,
): Decision {
  const decision = nothing();
  const [invitee] = facts.waiting.rows;
  if (!invitee) return decision;
  const { meaning, text } = reason;
  if (meaning === 'refused' || meaning === 'stopped') {
    decision.waiting = noticeNotSent(text);
  } else if (meaning === 'window' && settings.noticeTemplate && inviter?.stopped === null) {
    const body = templateBody(facts.waiting, settings);
    const about = facts.waiting.rows;
    const to = addressOf(inviter);
    decision.messages.push({ to, body, kind: 'telling', about, inviter });
    decision.waiting = noticeSent(facts.clock.minute(facts.clock.now));
  } else {
    decision.waiting = noticeWaits(invitee.invitedBy);
  }
  if (meaning === 'stopped' && inviter && inviter.stopped === null) {
    decision.changes.push({ client: inviter, set: { stopped: at } });
  }
  return decision;
}

/** *Stop* and *resume* pressed in WhatsApp's own menu. */
export function decidePreference(
  preference: Preference,
  client: Client | null,
  newCode: string,
): Decision {
  const decision = nothing();
  const stopped = preference.wants === 'stop' ? preference.at : null;
  if (client) {
    // The newest wish counts, in whatever order they arrive.
    const news = client.stopped === null ? stopped !== null : preference.at >= client.stopped;
    if (news) decision.changes.push({ client, set: { stopped } });
  } else if (stopped !== null) {
    decision.added = { ...clientFrom(preference.from, preference.at, newCode), stopped };
    decision.added.lastMessage = null;
  }
  return decision;
}

/**
 * A client has a new number or id, or another id besides. A row that stands under that one already is left to the owner:
 * both may have referrals.
 *
 * @param other that row
 */
export function decideMove(moved: Moved, client: Client | null, other: Client | null): Decision {
  const decision = nothing();
  if (!client) return decision;
  const phone = moved.to.waId ? canonicalPhone(moved.to.waId) : client.phone;
  if (other && moved.from.waId && moved.from.waId === moved.to.waId) {
    noteFor(decision, client, `is the same person as ${keyOf(other)}: keep one of the two rows`);
    noteFor(decision, other, `is the same person as ${keyOf(client)}: keep one of the two rows`);
    return decision;
  }
  if (other) {
    noteFor(decision, client, `has the number ${phone} now, which has a row of its own`);
    return decision;
  }
  const kept = client.ids.filter((id) => isPhone(id) !== !!moved.to.waId);
  const ids = [...new Set([...idsOf(moved.to), ...(moved.to.userId ? [] : kept)])];
  decision.changes.push({ client, set: { phone, ids } });
  return decision;
}

/** A remark for the owner, unless it stands there already. */
function noteFor(decision: Decision, client: Client, text: string): void {
  const note = remark(client.note, text);
  if (note !== client.note) decision.changes.push({ client, set: { note } });
}

/** A cell takes 50,000 characters: a note that is nearly full takes no more remarks. */
const LONGEST_NOTE = 49_000;

/** A remark added to a note, once. */
export function remark(note: string, text: string): string {
  if (note.includes(text) || note.length > LONGEST_NOTE) return note;
  return note ? `${note}; ${text}` : text;
}
