/** What a case makes worth finding in the base. */
import type { Question } from '../program/base';
import type { Intent } from '../program/intent';
import type { Contact } from '../program/model';
import { contactBy, keysOfContact } from '../program/people';
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
  if (update.kind === 'forgetting') return [];
  const waiting: Question = { waitingFor: keysOfContact(update.from) };
  return [sender, waiting, own, ...invitationQuestions(intent)];
}

/** Whom an answer may name as the inviter, by a number or an id; '' for nobody. */
function keyNamed(intent: Intent | null): string {
  if (intent?.kind === 'named') return intent.key;
  if (intent?.kind === 'reply') return canonicalPhone(intent.about ?? '');
  return intent?.kind === 'card' && intent.mayAnswer ? canonicalPhone(intent.card.key) : '';
}

function invitationQuestions(intent: Intent | null): Question[] {
  const key = keyNamed(intent);
  if (key) return [{ key }];
  if (intent?.kind !== 'invitation') return [];
  const { invitation } = intent;
  if (invitation.kind === 'phone') return [{ key: canonicalPhone(invitation.phone) }];
  return invitation.kind === 'code' ? [{ code: invitation.code }] : [];
}

/** A list of referrals is found by the same search as its sender. */
export function inviteesOf({ update }: Case): Question[] {
  return 'from' in update ? [{ inviteesOf: update.from }] : [];
}

/** Everybody whom a case names by a number or an id: any of them may have been forgotten. */
export function contactsOf({ update, intent }: Case): Contact[] {
  const named = intent?.kind === 'invitation' ? intent.invitation : null;
  const key = named?.kind === 'phone' ? named.phone : keyNamed(intent);
  return [
    ...('from' in update && update.kind !== 'forgetting' ? [update.from] : []),
    ...(key ? [contactBy(key)] : []),
  ];
}
