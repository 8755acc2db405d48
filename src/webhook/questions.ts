/** What a case makes worth finding in the base. */
import type { Question } from '../program/base';
import type { Intent } from '../program/intent';
import type { Client, Contact } from '../program/model';
import { canonicalPhone } from '../program/phone';
import { tokenOf } from '../program/token';
import type { Case } from './case';

/** Everything that one case makes worth finding. */
export function questionsOf({ update, intent }: Case): Question[] {
  const own: Question = { takenUpBy: tokenOf(update.key) };
  if (update.kind === 'failure') return [own, { ref: update.ref }];
  const sender: Question = { contact: update.from };
  if (update.kind === 'moved') return [sender, { contact: update.to }];
  if (update.kind === 'preference' || update.kind === 'rewarding') return [sender];
  const waiting: Question = { waitingFor: keysOfContact(update.from) };
  return [sender, waiting, own, ...invitationQuestions(intent)];
}

function invitationQuestions(intent: Intent | null): Question[] {
  if (intent?.kind !== 'invitation') return [];
  const { invitation } = intent;
  if (invitation.kind === 'phone') return [{ key: canonicalPhone(invitation.phone) }];
  return invitation.kind === 'code' ? [{ code: invitation.code }] : [];
}

/** A list of referrals is found by the same search as its sender. */
export function inviteesOf({ update }: Case): Question[] {
  return 'from' in update ? [{ inviteesOf: update.from }] : [];
}

/** Under which keys other rows may name somebody. */
export function keysOfContact({ waId, userId }: Contact): string[] {
  return [waId ? canonicalPhone(waId) : '', userId ?? ''].filter(Boolean);
}

/** Under which keys other rows may name a client. */
export function keysOf(client: Client): string[] {
  return [client.phone, ...client.ids].filter(Boolean);
}
