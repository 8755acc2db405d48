/** Notes that real messages come in: the proof, for the owner, that the provider reaches the script. */
import type { Update } from '../program/model';
import { tokenOf } from '../program/token';
import { noteProperties } from '../script/notes';
import { ARRIVED, type Arrived, parsed, type Store, WATCH } from '../script/properties';
import type { Services } from '../script/services';

/** So many messages are watched at most. */
const WATCHED = 5;

/** Where arrivals are noted: the services, and what Script Properties hold. */
interface Place {
  services: Services;
  store: Store;
}

/**
 * Clients' messages were delivered, for the first time or again.
 *
 * @returns the properties to set: none but with the very first message, and while the owner watches
 */
export function arrivalsOf(updates: Update[], place: Place): Store {
  const tokens = updates.filter(({ kind }) => kind === 'message').map(({ key }) => tokenOf(key));
  const before = arrivedIn(place.store);
  if (!tokens.length || (before && !isWatching(place))) return {};
  const now = place.services.now();
  const arrived = before ?? { first: now, watched: [] };
  for (const token of isWatching(place) ? tokens : []) {
    const known = arrived.watched.find((one) => one.token === token);
    if (known) known.times++;
    else arrived.watched.unshift({ token, at: now, times: 1, answered: false, delivered: false });
  }
  const watched = arrived.watched.slice(0, WATCHED);
  place.store[ARRIVED] = JSON.stringify({ ...arrived, watched });
  return { [ARRIVED]: place.store[ARRIVED] };
}

/** The provider took an answer to one of these updates, or told that it arrived on the phone. */
export function markArrivals(tokens: string[], what: 'answered' | 'delivered', place: Place): void {
  const arrived = isWatching(place) ? arrivedIn(place.store) : null;
  const news = arrived?.watched.filter((one) => !one[what] && tokens.includes(one.token)) ?? [];
  if (!arrived || !news.length) return;
  for (const one of news) one[what] = true;
  place.store[ARRIVED] = JSON.stringify(arrived);
  noteProperties({ [ARRIVED]: place.store[ARRIVED] }, place);
}

function arrivedIn(store: Store): Arrived | null {
  return parsed<Arrived>(store[ARRIVED]);
}

function isWatching({ store, services }: Place): boolean {
  return Number(store[WATCH] ?? 0) > services.now();
}
