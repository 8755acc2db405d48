/** Keeps what arrived; where there is no room for it, the owner reads that. */
import { masked } from '../program/masked';
import { tellOwner } from '../script/problems';
import type { Script } from '../script/program';
import type { Store } from '../script/properties';
import { type Entry, keep } from './journal';

/**
 * @param noted properties that are to be noted with it
 * @returns whether it is kept
 */
export function keepSafely(entries: Entry[], script: Script, noted: Store = {}): boolean {
  try {
    keep(entries, script.services, noted);
    return true;
  } catch (error) {
    tellOwner(
      {
        what: `Messages cannot be kept: ${masked(String(error))}`,
        toDo: 'Use Referrals → Check set-up. What cannot be handled right away is left to your provider, which may send it again.',
      },
      script,
    );
    return false;
  }
}
