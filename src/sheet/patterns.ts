/** What to search the sheet for: regular-expression sources that Java and JavaScript read alike. */
import type { Question, Told } from '../program/base';
import type { Contact } from '../program/model';
import { isPhone, phoneForms, phonePattern } from '../program/phone';
import type { ClientHeading } from './tabs';

/** What somebody is known by. */
export const KEY_HEADINGS: ClientHeading[] = ['Phone', 'Messenger id'];

/** Where the answers to a question stand. */
export function headingsOf(question: Question): ClientHeading[] {
  if ('contact' in question || 'key' in question) return KEY_HEADINGS;
  if ('inviteesOf' in question) return ['Invited by'];
  return 'code' in question ? ['Code'] : ['Notice'];
}

/** The cells that answer a question. */
export function patternsOf(question: Question): string[] {
  if ('contact' in question) return contactPatterns(question.contact);
  if ('inviteesOf' in question) return contactPatterns(question.inviteesOf);
  if ('key' in question) return keyPatterns(question.key);
  if ('code' in question) return [escaped(question.code)];
  if ('takenUpBy' in question) return [`.* #${escaped(question.takenUpBy)}\\.n\\d+`];
  return [noticePattern(question)];
}

/** The *Notice* cells that are meant. */
export function noticePattern(which: Told): string {
  if ('ref' in which) return `.* #${escaped(which.ref)}`;
  return `${waitsForPattern(which.waitingFor)}.*`;
}

/** How a notice begins that waits for somebody with one of these keys. */
export function waitsForPattern(keys: string[]): string {
  return `waits for (?:${[...new Set(keys)].map(escaped).join('|')}) to `;
}

/** A key of *Invited by*: a number in all its forms, or an id. */
export function keyPatterns(key: string): string[] {
  return isPhone(key) ? phoneForms(key).map(phonePattern) : [idPattern(key)];
}

function contactPatterns({ waId, userId }: Contact): string[] {
  const forms = waId ? [...new Set([...phoneForms(waId), waId])] : [];
  return [...forms.map(phonePattern), ...[...forms, userId ?? ''].filter(Boolean).map(idPattern)];
}

/** An id alone in its cell, or beside another one. */
function idPattern(id: string): string {
  return `(?:.* )?${escaped(id)}(?: .*)?`;
}

/** Cells in which a pattern stands, among other words or alone. */
export function holding(pattern: string): string {
  return `(?:.*\\W)?${pattern}(?:\\W.*)?`;
}

/** The same, where only spaces and colons part what stands there. */
export function holdingKey(pattern: string): string {
  return `(?:.*[\\s:])?${pattern}(?:[\\s:].*)?`;
}

/** A text as a pattern that matches just it. */
export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
