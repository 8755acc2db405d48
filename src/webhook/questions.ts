/** What a case makes worth finding in the base. */
import type { Question } from '../program/base';
import type { Intent } from '../program/intent';
import type { Contact } from '../program/model';
import { keysOfContact } from '../program/people';
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

function invitationQuestions(intent: Intent | null): Question[] {
  if (intent?.kind === 'named') return [{ key: intent.key }];
  if (intent?.kind === 'reply' && intent.about) return [{ key: canonicalPhone(intent.about) }];
  if (intent?.kind === 'card' && intent.mayAnswer) {
    return [{ key: canonicalPhone(intent.card.key) }];
  }
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
  return [
    ...('from' in update && update.kind !== 'forgetting' ? [update.from] : []),
    ...(named?.kind === 'phone' ? [{ waId: named.phone }] : []),
  ];
}
