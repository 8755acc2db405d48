/** Watches for real messages to come in: the only proof that the provider reaches the script. */

import { SET_UPS } from '../script/asking';
import {
  ARRIVED,
  type Arrived,
  parsed,
  type Store,
  WATCH,
  WATCHING,
  type Watched,
} from '../script/properties';
import type { Services } from '../script/services';
import { snapshotIn } from '../script/snapshot';
import { type Found, noteProofs } from './proofs';
import type { Arrivals, SeenMessage } from './wire';

const WATCH_MS = 15 * 60 * 1000;

/** A second delivery would come within so long. */
const SETTLED_MS = 2 * 60 * 1000;

/** Where only the trigger sees the sheet, an answer takes two minutes, and the word that it arrived a little more. */
const OVERDUE_MS = 4 * 60 * 1000;

/** From now on what comes in is noted, for a quarter of an hour. */
export function watchArrivals(services: Services): Arrivals {
  services.properties.setProperty(WATCH, String(services.now() + WATCH_MS));
  services.cache.put(WATCHING, '1', WATCH_MS / 1000);
  return arrivals(services);
}

/** What has come in, and what became of the newest message. */
export function arrivals(services: Services): Arrivals {
  const store = services.properties.getProperties();
  const now = services.now();
  const arrived = parsed<Arrived>(store[ARRIVED]);
  const newest = arrived?.watched[0];
  const seen = newest ? seenOf(newest, now, tellsArrival(store)) : null;
  noteProofs(services, {
    ...(arrived && { message: { result: 'pass', found: 'a real message came in' } }),
    ...(seen && onceProof(seen)),
    ...(seen && answerProof(seen)),
  });
  return { first: arrived?.first ?? null, newest: seen, now };
}

function seenOf(newest: Watched, now: number, tellsNews: boolean): SeenMessage {
  const { at, times, answered, delivered } = newest;
  const age = now - at;
  // Where nobody tells that it arrived, the answer's having been taken is all that can be known.
  const arrived = delivered || (answered && !tellsNews);
  return {
    times,
    answered,
    delivered: arrived,
    settled: age >= SETTLED_MS,
    overdue: age >= OVERDUE_MS,
  };
}

/** Whether the provider in use tells when a message has arrived. */
function tellsArrival(store: Store): boolean {
  return !SET_UPS[snapshotIn(store)?.settings.provider ?? '']?.tellsNoArrival;
}

function onceProof({ times, settled }: SeenMessage): Found {
  if (times > 1) {
    return { once: { result: 'warn', found: `delivered ${times} times within two minutes` } };
  }
  return settled ? { once: { result: 'pass', found: 'delivered once' } } : {};
}

function answerProof({ answered, delivered, overdue }: SeenMessage): Found {
  if (delivered) return { answer: { result: 'pass', found: 'the answer arrived' } };
  if (!overdue) return {};
  return answered
    ? { answer: { result: 'warn', found: 'the answer was taken, its arrival was not reported' } }
    : { answer: { result: 'fail', found: 'no answer was taken' } };
}
