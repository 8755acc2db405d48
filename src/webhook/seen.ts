/** Blue ticks for what was answered, as long as the day has some; what the bot leaves to a person stays unread. */
import type { Program } from '../script/program';
import type { HttpRequest } from '../whatsapp/provider';
import type { Outcome } from './case';
import { NO_TICKS, type Ticks, ticksLeft } from './ticks';

/** The messages that get blue ticks. */
export function seenIn(outcomes: Outcome[]): Outcome[] {
  return outcomes
    .filter(({ one, sendings }) => !one.again && one.update.kind === 'message' && sendings.length)
    .slice(0, ticksLeft(latestTicks(outcomes)));
}

/**
 * The requests for them, where the owner wants them; “typing…” has brought them along. A button that waits for a sign
 * gets it in any case.
 */
export function readMarks(seen: Outcome[], { settings, provider }: Program): HttpRequest[] {
  const ticks = !settings.typing && settings.blueTicks;
  return seen
    .map(({ one }) => {
      const { key } = one.update;
      return provider.pressed?.(key) ?? (ticks ? provider.seen(key, false) : null);
    })
    .filter((request) => request !== null);
}

/** Of others' messages the cache was asked later than of one's own. */
export function latestTicks(outcomes: Outcome[]): Ticks {
  return outcomes
    .map(({ one }) => one.ticks)
    .reduce((last, ticks) => (ticks.count > last.count ? ticks : last), NO_TICKS);
}
