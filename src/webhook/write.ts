/** Puts a decision into the base, and names the messages that it sends. */
import type { Decision, Planned } from '../program/decision';
import type { Client } from '../program/model';
import { isSent, named, noticeNotSent, noticeSent, noticeWaits } from '../program/notice';
import { keyOf, keysOf, keysOfContact } from '../program/people';
import { answerRef, noticeRef, tokenOf } from '../program/token';
import { isLate } from './answerable';
import type { Case, Outcome, Sending } from './case';
import type { Desk } from './desk';
import { isRow, type Past } from './rewind';

/** A case on its way into the base. */
interface Writing {
  one: Case;
  decision: Decision;
  /** What the update had written before it was cut off: not written a second time, and named as before. */
  past: Past;
  sender: Client | null;
  names: Names;
  desk: Desk;
}

/**
 * Changes the base as decided.
 *
 * @param silent leaves the answers to the sender out
 */
export function outcomeOf(
  one: Case,
  decision: Decision,
  past: Past,
  sender: Client | null,
  desk: Desk,
  silent = false,
): Outcome {
  const names = new Names(tokenOf(one.update.key), past);
  const writing = { one, decision, past, sender, names, desk };
  writeTelling(writing);
  const referral = writeRows(writing);
  const answers = decision.messages.filter(({ kind }) => kind === 'answer');
  const sendings = decision.messages
    .filter(({ kind }) => !silent || kind !== 'answer')
    .map((planned) => names.name(planned, referral));
  for (const { inviter } of sendings) if (inviter) desk.told.add(keyOf(inviter));
  return {
    one,
    sendings: sendings.filter(({ ref }) => !one.kept.accepted.includes(ref)),
    helped: decision.helped && !silent,
    tellSoon: decision.tellSoon,
    late: silent && answers.length > 0 && isLate(one, desk.script.program.clock.now),
    person: sender ?? decision.added,
    rewarded: desk.rewarded.get(one) ?? [],
    ...(decision.forget &&
      'from' in one.update && { forgets: { from: one.update.from, keys: [] } }),
  };
}

/** Names the sendings of an update: those that it had named before keep their names, for reports may still come. */
class Names {
  readonly telling: string;
  readonly referral: string;
  private answers = 0;

  constructor(
    private readonly token: string,
    past: Past,
  ) {
    const taken = [past.telling?.ref, past.referral?.ref];
    const free = [0, 1, 2].map((n) => noticeRef(token, n)).filter((ref) => !taken.includes(ref));
    this.telling = past.telling?.ref ?? free.shift() ?? '';
    this.referral = past.referral?.ref ?? free.shift() ?? '';
  }

  /** @param referral the row that a notice is about */
  name(planned: Planned, referral: Client | null): Sending {
    if (planned.kind === 'answer')
      return { ...planned, ref: answerRef(this.token, this.answers++) };
    if (planned.kind === 'telling') return { ...planned, ref: this.telling };
    return { ...planned, ref: this.referral, about: referral ? [referral] : planned.about };
  }
}

/** What becomes of the notices that waited. */
function writeTelling({ one, decision, past, sender, names, desk }: Writing): void {
  const { telling } = past;
  const { update, kept } = one;
  const { base } = desk;
  const { clock } = desk.script.program;
  const say = (notice: string) => named(notice, names.telling);
  if (telling && kept.accepted.includes(telling.ref)) {
    if (telling.rows.some(({ notice }) => !isSent(notice))) {
      base.tell({ ref: telling.ref }, say(noticeSent(clock.minute(clock.now))));
    }
  } else if (telling) {
    // Only what was accepted may be called sent.
    const waits = noticeWaits(telling.rows[0]?.invitedBy ?? '');
    base.tell({ ref: telling.ref }, say(decision.waiting ?? waits));
  } else if (decision.waiting !== null) {
    const contact = 'from' in update ? keysOfContact(update.from) : [];
    const keys = sender ? keysOf(sender) : contact;
    const which = update.kind === 'failure' ? { ref: update.ref } : { waitingFor: keys };
    base.tell(which, say(decision.waiting));
  }
}

/** Adds and changes rows; gives the row of the referral, if there is one. */
function writeRows(writing: Writing): Client | null {
  const { one, decision, past, sender, names, desk } = writing;
  if (past.referral) return writeReferralAgain(writing, past.referral);
  const wrote = one.again && one.kept.wrote;
  const name = (set: Partial<Client>) =>
    set.notice ? { ...set, notice: named(set.notice, names.referral) } : set;
  let referral: Client | null = null;
  for (const { client, set } of wrote ? [] : decision.changes) {
    desk.base.change(client, name(set));
    if (set.invitedBy) referral = client;
  }
  const row = one.again ? sender : null;
  if (decision.added && row && !wrote) {
    // Its sender is in the base by now.
    const { note, invitedBy, inviterName, notice } = decision.added;
    desk.base.change(row, {
      note: note || row.note,
      ...(invitedBy && name({ invitedBy, inviterName, notice })),
    });
    if (invitedBy) referral = row;
  } else if (decision.added && !wrote) {
    desk.base.add(Object.assign(decision.added, name(decision.added)));
    referral = decision.added;
  }
  return referral;
}

/** The referral is written already: what can differ now is what is said of its notice. */
function writeReferralAgain(
  { one, decision, desk }: Writing,
  { row, ref }: NonNullable<Past['referral']>,
): Client {
  const { base, script } = desk;
  const { clock } = script.program;
  const { added } = decision;
  const wrote = one.kept.wrote;
  const { notice: _, ...heard } = Object.assign(
    added ? { invitedBy: added.invitedBy, inviterName: added.inviterName } : {},
    ...decision.changes.filter(({ client }) => isRow(client, row)).map(({ set }) => set),
  ) as Partial<Client>;
  const decided =
    added?.notice ||
    decision.changes.find(({ set }) => set.invitedBy)?.set.notice ||
    noticeNotSent('the inviter is not in the base any more');
  const accepted = one.kept.accepted.includes(ref);
  const notice = accepted ? noticeSent(clock.minute(clock.now)) : decided;
  const stays = accepted && isSent(row.notice);
  base.change(row, { ...(wrote ? {} : heard), ...(!stays && { notice: named(notice, ref) }) });
  return row;
}
