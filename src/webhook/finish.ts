/** What happens after the rows are written: everything is sent at once, and what did not go is marked and kept. */
import type { Planned } from '../program/decision';
import { masked } from '../program/masked';
import type { Reason } from '../program/model';
import { noticeDelayed, noticeNotSent, noticeWaits } from '../program/notice';
import { tokenInRef } from '../program/token';
import { tellOwner } from '../script/problems';
import { tabIdsIn } from '../script/properties';
import { rewriteNotice } from '../sheet/notices';
import { findTab } from '../sheet/tabs';
import type { HttpRequest } from '../whatsapp/provider';
import { markArrivals } from './arrivals';
import { type Circumstances, handle, type Outcome } from './handle';
import { isPaused, pause, resume } from './pause';
import { GRACE_MS, type Pending } from './pending';
import { type Sent, sendAll } from './send';

const MINUTE = 60 * 1000;

/** After so long what could not be sent is given up; by then the 24-hour window has been closed for two days. */
const GIVE_UP_MS = 3 * 24 * 60 * MINUTE;

/** The longest pause between two tries. */
const LONGEST_WAIT_MS = 60 * MINUTE;

/**
 * Sends what the updates came to.
 *
 * @returns the updates that have to be tried again, with their next time
 */
export function finish(
  outcomes: Outcome[],
  pending: Pending[],
  circumstances: Circumstances,
): Pending[] {
  const { program, services, store } = circumstances;
  const unsent = outcomes.flatMap(({ messages }, index) =>
    messages.filter(({ ref }) => !pending[index]?.accepted.includes(ref)),
  );
  const paused = isPaused(store, program.clock.now);
  const sent: Sent[] = paused
    ? unsent.map((planned) => ({ planned, reason: paused }))
    : sendAll(unsent, readMarks(outcomes, circumstances), program.provider, services);
  const reasons = new Map(sent.map(({ planned, reason }) => [planned.ref, reason]));
  if (!paused) watchSetUp(sent, circumstances);
  markArrivals(
    sent.filter(({ reason }) => !reason).map(({ planned }) => tokenInRef(planned.ref)),
    'answered',
    circumstances,
  );

  const again: Pending[] = [];
  outcomes.forEach(({ messages }, index) => {
    const one = pending[index];
    if (!one) return;
    const next = nextTry(
      one,
      messages.map(({ ref }) => reasons.get(ref) ?? null),
      program.clock.now,
    );
    for (const { ref } of messages) {
      if (reasons.get(ref) === null && !one.accepted.includes(ref)) one.accepted.push(ref);
    }
    const refused = messages.filter(({ ref, notice }) => notice && reasons.get(ref));
    const marked = mark(refused, reasons, next !== null, circumstances);
    const notBefore = next ?? (marked ? null : program.clock.now + MINUTE);
    if (notBefore !== null) again.push({ ...one, tries: one.tries + 1, notBefore });
  });
  return again;
}

/** When to try again; null when there is nothing left to try. */
function nextTry(one: Pending, reasons: (Reason | null)[], now: number): number | null {
  const open = reasons.filter((reason) => reason !== null && isTemporary(reason));
  if (!open.length || now - one.since > GIVE_UP_MS) return null;
  const growing = Math.min(MINUTE * 2 ** one.tries, LONGEST_WAIT_MS);
  const asked = open.map((reason) => reason?.waitMs ?? 0);
  const unknown = open.some((reason) => reason?.meaning === 'unknown') ? GRACE_MS : 0;
  return now + Math.max(growing, unknown, ...asked);
}

function isTemporary({ meaning }: Reason): boolean {
  return meaning === 'later' || meaning === 'broken' || meaning === 'unknown';
}

/** Writes into the rows what did not go; false when the sheet did not take it, so that it has to be done again. */
function mark(
  refused: Planned[],
  reasons: Map<string, Reason | null>,
  triedAgain: boolean,
  circumstances: Circumstances,
): boolean {
  try {
    for (const { ref, notice } of refused) {
      const reason = reasons.get(ref);
      if (!notice || !reason) continue;
      markNotice(ref, notice.invitedBy, reason, triedAgain, circumstances);
      if (reason.meaning === 'stopped') optOut(notice.invitedBy, circumstances);
    }
    return true;
  } catch (error) {
    console.error(masked(String(error)));
    return false;
  }
}

function markNotice(
  ref: string,
  inviterKey: string,
  reason: Reason,
  triedAgain: boolean,
  { services, store }: Circumstances,
): void {
  const sheet = findTab(services.spreadsheet, 'Clients', tabIdsIn(store));
  if (triedAgain && isTemporary(reason)) rewriteNotice(sheet, ref, noticeDelayed(reason.text, ref));
  else if (reason.meaning === 'window') rewriteNotice(sheet, ref, noticeWaits(inviterKey, ref));
  else rewriteNotice(sheet, ref, noticeNotSent(reason.text, ref));
}

/** WhatsApp knows that this person wants no such messages: so do we from now on. */
function optOut(inviterKey: string, circumstances: Circumstances): void {
  const at = circumstances.program.clock.now;
  const from = /^\d+$/.test(inviterKey) ? { waId: inviterKey } : { userId: inviterKey };
  const key = `optOut.${inviterKey}.${at}`;
  handle([{ kind: 'preference', key, at, from, wants: 'stop' }], circumstances);
}

/** A broken token stops the sending and is told; the first message that goes again ends the pause. */
function watchSetUp(sent: Sent[], circumstances: Circumstances): void {
  const broken = sent.find(({ reason }) => reason?.meaning === 'broken')?.reason;
  if (broken) {
    pause(broken, circumstances);
    tellOwner(
      {
        what: `Nothing can be sent: ${broken.text}`,
        toDo: 'Use Referrals → Connect WhatsApp… and enter the values anew. What is waiting then goes by itself.',
      },
      circumstances,
    );
  } else if (sent.some(({ reason }) => reason === null)) {
    resume(circumstances);
  }
}

/** Blue ticks for what was answered; a message that the bot leaves to a person stays unread. */
function readMarks(outcomes: Outcome[], { program, resumed }: Circumstances): HttpRequest[] {
  if (resumed || program.settings.typing) return [];
  return outcomes
    .filter(({ update, messages }) => update.kind === 'message' && messages.length > 0)
    .map(({ update }) => program.provider.seen(update.key, false))
    .filter((request) => request !== null);
}
