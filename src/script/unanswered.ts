/** People whom a long outage left without an answer: remembered for a day, so that the owner can still answer them. */
import type { Message, Update } from '../program/model';
import { tokenOf } from '../program/token';
import { noteProperties } from './notes';
import { tellOwner } from './problems';
import type { Script } from './program';
import { parsed, type Store } from './properties';
import type { Services } from './services';

const PREFIX = 'unanswered.';

/** So many messages are remembered. */
const MOST = 200;

/** After that nobody may be written to without a template. */
const DAY_MS = 24 * 60 * 60 * 1000;

/** Remembers messages whose answers would come too late, and tells the owner. */
export function noteUnanswered(late: Update[], script: Script): void {
  const messages = late.filter((one): one is Message => one.kind === 'message');
  if (!messages.length) return;
  const room = MOST - namesIn(script.store).length;
  const values: Store = {};
  for (const message of messages.slice(0, Math.max(room, 0))) {
    values[PREFIX + tokenOf(message.key)] = JSON.stringify(message);
  }
  Object.assign(script.store, values);
  noteProperties(values, script);
  tellOwner(
    {
      what: 'Some people got no answer: your provider could not be reached for hours',
      toDo: 'Referrals → Answer those who got none says how many they are, and writes to them. After a day it is too late.',
    },
    script,
  );
}

/** The messages that may still be answered. */
export function unansweredIn(store: Store, now: number): Message[] {
  return namesIn(store)
    .flatMap((name) => parsed<Message>(store[name]) ?? [])
    .filter(({ at }) => now - at < DAY_MS);
}

/** How many people wait for an answer that may still be given. */
export function countUnanswered(store: Store, now: number): number {
  return new Set(unansweredIn(store, now).map(({ from }) => from.waId ?? from.userId)).size;
}

/** Forgets messages: those that are answered, and those for which it is too late. */
export function forgetUnanswered(messages: Message[], store: Store, services: Services): void {
  const names = new Set(messages.map(({ key }) => PREFIX + tokenOf(key)));
  for (const name of namesIn(store)) {
    const message = parsed<Message>(store[name]);
    const isOld = !message || services.now() - message.at >= DAY_MS;
    if (isOld || names.has(name)) services.properties.deleteProperty(name);
  }
}

function namesIn(store: Store): string[] {
  return Object.keys(store).filter((name) => name.startsWith(PREFIX));
}
