/** Has the one-minute trigger look at the sheet, and waits for what it saw. */
import type { Sight } from '../../wire';
import { server } from './server';

/** It runs every minute or so: two minutes are enough, and a little for Google's own delay. */
const LONGEST_MS = 150_000;
const EVERY_MS = 3000;

/**
 * @param goOn asked before every look, so that a page that is done with it can stop
 * @returns what the trigger saw; null when it has not run
 */
export async function askedTrigger(goOn: () => boolean = () => true): Promise<Sight | null> {
  await server.askTrigger();
  for (const end = Date.now() + LONGEST_MS; Date.now() < end && goOn(); ) {
    const sight = await server.triggerSight();
    if (sight) return sight;
    await pause(EVERY_MS);
  }
  return null;
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
