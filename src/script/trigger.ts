/** The one-minute trigger: how it is found, and whether it was it that called. */
import { parsed, type Store } from './properties';
import type { Services } from './services';

/** The function that the one-minute trigger runs. */
export const DRAIN = 'drainPending';

/** In Script Properties: the ids of the triggers that were seen to be ours, as JSON. */
const TRIGGER_IDS = 'triggerIds';

/** Everybody who sets the script up has a trigger of their own; more than so many are not remembered. */
const MOST = 10;

/** What a trigger hands to the function that it calls, as far as it is looked at. */
export interface TriggerEvent {
  triggerUid?: unknown;
}

/** The one-minute triggers of whoever runs the script. */
export function ownTriggers(): GoogleAppsScript.Script.Trigger[] {
  return ScriptApp.getProjectTriggers().filter((one) => one.getHandlerFunction() === DRAIN);
}

/**
 * Whether one of our own triggers called. An id that was noted before costs nothing; another is looked up once among
 * the project's triggers.
 */
export function calledByTrigger(
  event: TriggerEvent | undefined,
  store: Store,
  { properties }: Services,
): boolean {
  const id = String(event?.triggerUid ?? '');
  if (!id) return false;
  const noted = parsed<string[]>(store[TRIGGER_IDS]) ?? [];
  if (noted.includes(id)) return true;
  if (!ownTriggers().some((one) => one.getUniqueId() === id)) return false;
  properties.setProperty(TRIGGER_IDS, JSON.stringify([id, ...noted].slice(0, MOST)));
  return true;
}
