/** After the owner's pages have had the lock: whoever found it taken has gone home, and left a message behind. */
import { masked } from '../program/masked';
import type { Services } from '../script/services';
import { carryOn } from './carry';

/** The owner waits for the page's answer meanwhile: what takes longer is left to the trigger. */
const CARRY_MS = 10_000;

/** Carries what was kept meanwhile; should that fail, the trigger does it. */
export function carryAfterOwner(services: Services): void {
  if (!services.askedForLock) return;
  try {
    carryOn(services, CARRY_MS);
  } catch (error) {
    console.error(masked(String(error)));
  }
}
