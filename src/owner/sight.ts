/** Whether the one-minute trigger sees the spreadsheet: it is asked to look, and tells with its next run. */
import { parsed, TRIGGER_LOOK, TRIGGER_SEES } from '../script/properties';
import type { Services } from '../script/services';
import { sightIn } from './address';
import { noteProofs } from './proofs';
import type { Sight } from './wire';

/** Has the trigger look with its next run. */
export function askTrigger({ properties, now }: Services): null {
  properties.deleteProperty(TRIGGER_SEES);
  properties.setProperty(TRIGGER_LOOK, String(now()));
  return null;
}

/** What the trigger saw since it was asked; null until it has run. */
export function triggerSight(services: Services): Sight | null {
  const seen = parsed<unknown>(services.properties.getProperty(TRIGGER_SEES) ?? undefined);
  if (!seen) return null;
  const sight = sightIn(seen);
  noteProofs(services, {
    triggerSheet: {
      result: sight.cell ? 'pass' : 'fail',
      found: `${sight.sheet}${sight.cell ? '' : `, ${sight.why}`}`,
    },
  });
  return sight;
}
