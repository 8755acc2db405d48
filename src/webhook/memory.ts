/** What is known about people from the cache, as the rules ask for it. */
import type { Intent } from '../program/intent';
import type { Update } from '../program/model';
import { sentIn } from '../script/sent';
import type { Memory } from './case';
import { isFlooded } from './flood';
import { type Cached, helpKey, inviterIn, knownKey, toldKeys } from './marks';
import { isTalking } from './talking';
import { ticksIn } from './ticks';

/** Nobody gets the help twice, and no inviter two notices, within so long. */
const HOUR_MS = 60 * 60 * 1000;

/** @param cached what the cache gave for the updates that will be asked about */
export function memoryOf(cached: Cached, now: number): Memory {
  const lately = (key: string) => now - Number(cached[key] ?? 0) < HOUR_MS;
  return {
    muted: (update) => update.kind === 'message' && isFlooded(update, cached, now),
    helpedLately: (update: Update) => update.kind === 'message' && lately(helpKey(update)),
    personTalks: (update) => update.kind === 'message' && isTalking(update.from, cached, now),
    toldLately: (intent: Intent | null) => toldKeys(inviterIn(intent)).some(lately),
    known: (update) => update.kind === 'message' && cached[knownKey(update)] !== undefined,
    ticks: ticksIn(cached, now),
    sent: sentIn(cached),
  };
}
