/** Writes into *Notice* cells why a message did not go. */
import { masked } from '../program/masked';
import type { Reason } from '../program/model';
import { named, noticeDelayed, noticeNotSent, noticeWaits } from '../program/notice';
import { tell } from '../script/books';
import type { Script } from '../script/program';
import type { Sending } from './case';
import type { Verdicts } from './send';
import { noteWaiting } from './told-rewards';

/** What did not go for such a reason may go later. */
const TEMPORARY: Reason['meaning'][] = ['later', 'broken', 'unknown'];

/** Whether a message may go when it is tried again. */
export function isTemporary({ meaning }: Reason): boolean {
  return TEMPORARY.includes(meaning);
}

/**
 * Writes into the rows what did not go.
 *
 * @param again whether it is tried again, by the reason
 * @returns false when the sheet did not take it, so that it has to be done again
 */
export function mark(
  refused: Sending[],
  verdicts: Verdicts,
  again: (reason: Reason) => boolean,
  script: Script,
): boolean {
  try {
    for (const sending of refused) {
      const reason = verdicts.get(sending);
      const told = toldOf(sending);
      if (reason && told) markNotice(sending.ref, told, reason, again(reason), script);
    }
    return true;
  } catch (error) {
    console.error(masked(String(error)));
    return false;
  }
}

/** Where it is written what became of a message, and whom that would wait for. */
interface Told {
  tab: 'Clients' | 'Rewards';
  who: string;
}

/** Null where nothing is written: an answer. */
function toldOf({ rewards, about }: Sending): Told | null {
  if (rewards !== undefined) return { tab: 'Rewards', who: rewards };
  const [invitee] = about;
  return invitee ? { tab: 'Clients', who: invitee.invitedBy } : null;
}

function markNotice(
  ref: string,
  { tab, who }: Told,
  { meaning, text }: Reason,
  again: boolean,
  script: Script,
): void {
  const waits = meaning === 'window' || meaning === 'template';
  const delayed = again && TEMPORARY.includes(meaning);
  const notice = delayed ? noticeDelayed(text) : waits ? noticeWaits(who) : noticeNotSent(text);
  tell(tab, { ref }, named(notice, ref), script);
  if (waits && tab === 'Rewards') noteWaiting(script);
}
