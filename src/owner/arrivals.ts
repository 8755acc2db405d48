/** Watches for real messages to come in: the only proof that the provider reaches the script. */
import { ARRIVED, type Arrived, parsed, WATCH } from '../script/properties';
import type { Services } from '../script/services';
import { noteProofs } from './proofs';
import type { Arrivals } from './wire';

const WATCH_MS = 15 * 60 * 1000;

/** A second delivery would come within so long. */
const SETTLED_MS = 2 * 60 * 1000;

/** From now on what comes in is noted, for a quarter of an hour. */
export function watchArrivals(services: Services): Arrivals {
  services.properties.setProperty(WATCH, String(services.now() + WATCH_MS));
  return arrivals(services);
}

/** What has come in, and what became of the newest message. */
export function arrivals(services: Services): Arrivals {
  const { properties, now } = services;
  const arrived = parsed<Arrived>(properties.getProperty(ARRIVED) ?? undefined);
  const newest = arrived?.watched[0];
  const settled = !!newest && now() - newest.at >= SETTLED_MS;
  if (arrived) {
    noteProofs(services, { message: { result: 'pass', found: 'a real message came in' } });
  }
  if (newest && (settled || newest.times > 1)) {
    const found = `delivered ${newest.times} times within two minutes`;
    const once = newest.times === 1;
    noteProofs(services, {
      once: { result: once ? 'pass' : 'warn', found: once ? 'delivered once' : found },
    });
  }
  if (newest && (settled || newest.delivered)) {
    noteProofs(services, { answer: answerOf(newest) });
  }
  return {
    first: arrived?.first ?? null,
    newest: newest
      ? {
          at: newest.at,
          times: newest.times,
          answered: newest.answered,
          delivered: newest.delivered,
          settled,
        }
      : null,
    now: now(),
  };
}

function answerOf({ answered, delivered }: { answered: boolean; delivered: boolean }) {
  if (delivered) return { result: 'pass' as const, found: 'the answer was delivered' };
  return answered
    ? { result: 'warn' as const, found: 'the answer was taken, its delivery was not reported' }
    : { result: 'fail' as const, found: 'no answer was taken' };
}
