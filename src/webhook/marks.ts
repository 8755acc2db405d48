/** What the cache remembers: which updates were handled, who got the help, who was told of a referral. It may forget. */
import type { Intent } from '../program/intent';
import type { Message, Receipt, Received, Update } from '../program/model';
import { canonicalPhone } from '../program/phone';
import { plainText } from '../program/text';
import { tokenInRef, tokenOf } from '../program/token';
import { freshMark } from '../script/notes';
import { KEYS, SENT, SETTINGS_STALE, WATCHING, WINDOW_NEWS } from '../script/properties';
import type { Services } from '../script/services';
import { floodKey } from './flood';
import { talkingKeys } from './talking';
import { TICKS } from './ticks';

/** The cache forgets after six hours; the provider's later retries are stopped by their age. */
const HANDLED_SECONDS = 21_600;

/** What the cache gave. */
export type Cached = Record<string, unknown>;

/** What the cache knows of what arrived, and of the webhook's key: one call; nothing when it does not answer. */
export function recall(arrived: Received[], services: Services): Cached {
  const keys = new Set([SETTINGS_STALE, KEYS, WATCHING, TICKS, SENT]);
  for (const one of arrived) {
    if (one.kind === 'trouble') continue;
    if (one.kind === 'echo') {
      for (const key of talkingKeys(one.to)) keys.add(key);
      continue;
    }
    if (one.kind === 'receipt') {
      keys.add(handledToken(tokenInRef(one.ref)));
      continue;
    }
    keys.add(handledKey(one));
    if (one.kind !== 'message') continue;
    keys.add(helpKey(one)).add(floodKey(one)).add(knownKey(one));
    const named = one.card ? toldKeys({ phone: one.card.key, code: '' }) : toldCandidates(one.text);
    for (const key of [...talkingKeys(one.from), ...named]) keys.add(key);
  }
  try {
    return services.cache.getAll([...keys]);
  } catch {
    return {};
  }
}

/** Whether an update, or the one that a receipt is about, is finished. */
export function isHandled(one: Update | Receipt, cached: Cached): boolean {
  const key = one.kind === 'receipt' ? handledToken(tokenInRef(one.ref)) : handledKey(one);
  return cached[key] !== undefined && cached[key] !== null;
}

/** Whom a text may name as inviter: the settings, which say how an invitation looks, are not known yet. */
function toldCandidates(text: string): string[] {
  const numbers = plainText(text).match(/\d[\d\s().\-/]{5,24}\d/g) ?? [];
  const codes = plainText(text).match(/(?<![a-z0-9])[2-9a-hjkmnp-z]{8}(?![a-z0-9])/g) ?? [];
  return [
    ...numbers.flatMap((number) =>
      toldKeys({ phone: canonicalPhone(number.replace(/\D/g, '').replace(/^00/, '')), code: '' }),
    ),
    ...codes.flatMap((code) => toldKeys({ phone: '', code })),
  ].slice(0, 6);
}

/** The cache may forget at any time, so it may as well not have heard. */
export function remember(marks: Record<string, string>, services: Services): void {
  try {
    if (Object.keys(marks).length) services.cache.putAll(marks, HANDLED_SECONDS);
  } catch {
    return;
  }
}

/** Word for the window that something is new in the database, where it is. */
export function newsMark({ services }: { services: Services }): Record<string, string> {
  const { database } = services;
  if (!database?.isNews) return {};
  database.isNews = false;
  return { [WINDOW_NEWS]: freshMark(services) };
}

export function handledKey(update: Update): string {
  return handledToken(tokenOf(update.key));
}

function handledToken(token: string): string {
  return `handled.${token}`;
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

/** Everything that the cache may hold under a number or an id. */
export function cachedOf(key: string): string[] {
  return ['help', 'known', 'flood', 'told', 'talking'].map((what) => `${what}.${key}`);
}

/** Whom an invitation names. */
export function inviterIn(intent: Intent | null): { phone: string; code: string } {
  if (intent?.kind === 'named') return { phone: canonicalPhone(intent.key), code: '' };
  if (intent?.kind === 'card') return { phone: canonicalPhone(intent.card.key), code: '' };
  const invitation = intent?.kind === 'invitation' ? intent.invitation : null;
  return {
    phone: invitation?.kind === 'phone' ? canonicalPhone(invitation.phone) : '',
    code: invitation?.kind === 'code' ? invitation.code : '',
  };
}
