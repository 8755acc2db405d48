/** Whether a message is still to be answered: not a second time, not hours late, and not a flood. */
import type { Client } from '../program/model';
import type { Script } from '../script/program';
import type { Case } from './case';

/** After this an answer would come out of nowhere. */
const STRAGGLER_MS = 6 * 60 * 60 * 1000;

/** Until this a message is surely new, even when its sender has been heard of since. */
const FRESH_MS = 5 * 60 * 1000;

/**
 * Whether the sender gets an answer. One that has just been delivered, and that its sender has followed up with a later
 * one, is taken for a second delivery, unless we kept it ourselves.
 */
export function mayAnswer(one: Case, sender: Client | null, { program }: Script): boolean {
  const { update, kept } = one;
  if (update.kind !== 'message') return true;
  if (one.muted || isOutdated(one, sender)) return false;
  const { now } = program.clock;
  const age = now - update.at;
  if (kept.asked) return age < program.provider.limits.window;
  if (age > STRAGGLER_MS) return false;
  if (age < FRESH_MS || kept.since < now - FRESH_MS || one.again) return true;
  return !(sender?.lastMessage && sender.lastMessage >= update.at);
}

/** *Stop* was confirmed too late: a *Start* has come since; or the other way round. */
function isOutdated({ intent, kept, again }: Case, sender: Client | null): boolean {
  if (!again || !kept.wrote || intent?.kind !== 'command') return false;
  const { command } = intent;
  if (command !== 'stop' && command !== 'start') return false;
  return ((sender?.stopped ?? null) !== null) !== (command === 'stop');
}

/** Whether answers are left out only because they would come too late: the owner may send them all the same. */
export function isLate({ update, kept, muted }: Case, now: number): boolean {
  return (
    update.kind === 'message' &&
    !muted &&
    !kept.asked &&
    kept.tries > 0 &&
    now - update.at > STRAGGLER_MS
  );
}
