/** What the cache remembers: which updates were handled, who got the help, who was told of a referral. It may forget. */
import type { Intent } from '../program/intent';
import type { Message, Update } from '../program/model';
import { canonicalPhone } from '../program/phone';
import { tokenOf } from '../program/token';
import { SETTINGS_STALE } from '../script/properties';
import type { Services } from '../script/services';
import { floodKey } from './flood';

/** The cache forgets after six hours; the provider's later retries are stopped by their age. */
const HANDLED_SECONDS = 21_600;

/** What the cache gave. */
export type Cached = Record<string, unknown>;

/**
 * What the cache knows of these updates; nothing when it does not answer.
 *
 * @param intents what the messages among them want
 */
export function recall(updates: Update[], intents: (Intent | null)[], services: Services): Cached {
  const keys = new Set([SETTINGS_STALE]);
  updates.forEach((update, index) => {
    keys.add(handledKey(update));
    if (update.kind === 'message') {
      keys.add(helpKey(update)).add(floodKey(update)).add(knownKey(update));
    }
    for (const key of toldKeys(inviterIn(intents[index] ?? null))) keys.add(key);
  });
  try {
    return services.cache.getAll([...keys]);
  } catch {
    return {};
  }
}

/** The cache may forget at any time, so it may as well not have heard. */
export function remember(marks: Record<string, string>, services: Services): void {
  try {
    if (Object.keys(marks).length) services.cache.putAll(marks, HANDLED_SECONDS);
  } catch {
    return;
  }
}

export function handledKey(update: Update): string {
  return `handled.${tokenOf(update.key)}`;
}

export function helpKey(message: Message): string {
  return `help.${message.from.waId ?? message.from.userId}`;
}

/** There when the sender is in the base already. */
export function knownKey(message: Message): string {
  return `known.${message.from.waId ?? message.from.userId}`;
}

/** When an inviter was last told, by their number and by their code: a link may hold either. */
export function toldKeys({ phone, code }: { phone: string; code: string }): string[] {
  return [phone && `told.${phone}`, code && `told.${code}`].filter(Boolean);
}

/** Whom an invitation names. */
export function inviterIn(intent: Intent | null): { phone: string; code: string } {
  const invitation = intent?.kind === 'invitation' ? intent.invitation : null;
  return {
    phone: invitation?.kind === 'phone' ? canonicalPhone(invitation.phone) : '',
    code: invitation?.kind === 'code' ? invitation.code : '',
  };
}
