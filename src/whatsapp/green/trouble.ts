/** What Green-API tells of its instance and of messages that failed, in words for the owner. */
import type { Trouble } from '../../program/model';
import { type Json, string } from '../json';

/** By the instance's state. */
const STATES: Record<string, string> = {
  notAuthorized: 'Green-API is not connected with your WhatsApp any more: scan its QR code',
  blocked: 'WhatsApp has blocked your number: ask for a review on the phone',
  yellowCard: 'WhatsApp suspects spam and does not send what Green-API gives it',
  suspended: 'WhatsApp suspects spam: your number can write to contacts saved on its phone only',
};

/** The trouble that a webhook tells of, if it does. */
export function troubleIn(root: Json): Trouble[] {
  const what = stateOf(root) || failureOf(root);
  const problem = { what, toDo: 'Open the instance in Green-API’s console.' };
  return what ? [{ kind: 'trouble', problem }] : [];
}

function stateOf({ typeWebhook, stateInstance }: Json): string {
  if (typeWebhook === 'quotaExceeded') return 'Green-API’s plan allows no more chats this month';
  const state = string(stateInstance);
  if (/^(authorized|starting|)$/.test(state)) return '';
  // What arrives may be called like something that every object has.
  return Object.keys(STATES).includes(state)
    ? (STATES[state] ?? '')
    : `Green-API reports: ${state}`;
}

/** Other statuses than failures are no trouble; what the owner sends from the phone has statuses too. */
function failureOf({ status, sendByApi, chatId, description }: Json): string {
  const failed =
    /^(failed|noAccount|yellowCard|suspended)$/.test(string(status)) && sendByApi !== false;
  if (!failed) return '';
  // The digits of `…@lid` are no number that the owner could know.
  const [, number = 'somebody who hides their number'] = /^(\d+)@c\.us$/.exec(string(chatId)) ?? [];
  return `A message to ${number} failed: ${string(description) || status}`;
}
