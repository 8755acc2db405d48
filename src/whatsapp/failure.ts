/** A message of ours that was accepted and failed on its way. */
import type { Failure, Reason, Trouble } from '../program/model';

/**
 * The failure and, where the set-up is broken, a word to the owner: the message had been accepted, so nothing else
 * would tell them.
 *
 * @param id the provider's id of the message
 */
export function failureOf(
  id: string,
  at: number,
  ref: string,
  reason: Reason,
): (Failure | Trouble)[] {
  const failure: Failure = { kind: 'failure', key: `${id}.failed`, at, ref, reason };
  if (reason.meaning !== 'broken') return [failure];
  const what = `A message was accepted but not delivered: ${reason.text}`;
  const toDo = reason.toDo ?? 'Use Referrals → Connect… to check the connection.';
  return [
    failure,
    { kind: 'trouble', problem: { what, toDo, ...(reason.unpaid && { unpaid: true }) } },
  ];
}
