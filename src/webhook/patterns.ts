/** What to search the sheet for: regular-expression sources that Java and JavaScript read alike. */
import type { Intent } from '../program/intent';
import type { Client, Contact, Update } from '../program/model';
import { sendingPattern, waitingPattern } from '../program/notice';
import { canonicalPhone, phoneForms, phonePattern } from '../program/phone';
import { tokenOf } from '../program/token';

/** An update together with what it wants. */
export interface Case {
  update: Update;
  /** For messages. */
  intent: Intent | null;
}

/** Everything that one update makes worth finding. */
export function patternsOf({ update, intent }: Case): string[] {
  const own = sendingPattern(tokenOf(update.key));
  if (update.kind === 'failure') return [own, `.* #${escaped(update.ref)}`];
  const sender = contactPatterns(update.from);
  if (update.kind === 'moved') return [...sender, ...contactPatterns(update.to)];
  if (update.kind === 'preference') return sender;
  const keys = [update.from.waId && canonicalPhone(update.from.waId), update.from.userId];
  const waiting = keys.filter(Boolean).map((key) => waitingPattern(escaped(String(key))));
  return [...sender, ...waiting, own, ...invitationPatterns(intent)];
}

function invitationPatterns(intent: Intent | null): string[] {
  if (intent?.kind !== 'invitation') return [];
  const { invitation } = intent;
  if (invitation.kind === 'phone') return phoneForms(invitation.phone).map(phonePattern);
  return invitation.kind === 'code' ? [escaped(invitation.code)] : [];
}

/** A message's sender, in every form. */
export function senderPatterns({ update }: Case): string[] {
  return update.kind === 'message' ? contactPatterns(update.from) : [];
}

function contactPatterns({ waId, userId }: Contact): string[] {
  const forms = waId ? [...new Set([...phoneForms(waId), waId])] : [];
  return [...forms.map(phonePattern), ...[...forms, userId ?? ''].filter(Boolean).map(idPattern)];
}

/** A client, in every form in which other rows may name them. */
export function personPatterns(client: Client): string[] {
  return [client.phone, ...client.ids].filter(Boolean).flatMap(keyPatterns);
}

/** A key of *Invited by*. */
export function keyPatterns(key: string): string[] {
  return /^\d+$/.test(key) ? phoneForms(key).map(phonePattern) : [idPattern(key)];
}

/** An id alone in its cell, or beside another one. */
function idPattern(id: string): string {
  return `(?:.* )?${escaped(id)}(?: .*)?`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
