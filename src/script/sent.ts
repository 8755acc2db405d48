/**
 * How many messages went this month, by kind. The cache counts, in calls that are made anyway, and the trigger notes it
 * every ten minutes: executions that overlap count some of each other's away, so it is an approximate number.
 */
import type { Clock } from '../program/facts';
import { parsed, SENT, type Store } from './properties';
import type { Services } from './services';

/** The kinds that are told apart. */
const SENT_KINDS = ['answers', 'notices', 'rewards', 'templates'] as const;

export type SentKind = (typeof SENT_KINDS)[number];

/** What went in one month. */
export type Sent = { month: string } & Record<SentKind, number>;

/** A month, as `2026-11`, where the spreadsheet is. */
export function monthOf({ minute, now }: Pick<Clock, 'minute' | 'now'>): string {
  return minute(now).slice(0, 7);
}

/** All that went, whatever its kind. */
function totalOf(sent: Sent): number {
  return SENT_KINDS.reduce((total, kind) => total + sent[kind], 0);
}

/** Of several counts the one that knows most of a month; nothing where none is of that month. */
export function mostOf(counts: (Sent | null)[], month: string): Sent {
  const nothing: Sent = { month, answers: 0, notices: 0, rewards: 0, templates: 0 };
  return counts.reduce<Sent>(
    (most, one) => (one?.month === month && totalOf(one) > totalOf(most) ? one : most),
    nothing,
  );
}

/** @param held what the cache or Script Properties hold, by name */
export function sentIn(held: Record<string, unknown>): Sent | null {
  return parsed<Sent>((held[SENT] as string | undefined) ?? undefined);
}

/** What went this month, as far as cache and store know. */
export function sentThisMonth(month: string, store: Store, { cache }: Services): Sent {
  return mostOf([sentIn({ [SENT]: cache.get(SENT) }), sentIn(store)], month);
}

/** Notes what the cache has counted, which forgets it after six hours; where that is no news, nothing is written. */
export function noteSent(month: string, store: Store, services: Services): void {
  try {
    const text = JSON.stringify(sentThisMonth(month, store, services));
    const known = JSON.stringify(mostOf([sentIn(store)], month));
    if (text === known) return;
    services.properties.setProperty(SENT, text);
    store[SENT] = text;
  } catch {
    return;
  }
}
