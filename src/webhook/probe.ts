/** Answers the owner's question whether the web app and the trigger can see the spreadsheet. */
import { SPREADSHEET_ID, type Store, TRIGGER_LOOK, TRIGGER_SEES } from '../script/properties';
import { thisRelease } from '../script/release';
import type { Services } from '../script/services';
import { look, type Sight } from '../script/spreadsheet';

/** What the web app tells of itself; see {@link probe}. */
interface Probe extends Sight {
  /** The running script's id: an address counts only when it answers for this script. */
  script: string;
  /** The release that answers: a deployment serves the one that it was made of. */
  version: string;
}

/** What the web app sees, as JSON. */
export function probe({ properties }: Services): string {
  const sight = look(() => properties.getProperty(SPREADSHEET_ID) ?? '');
  const { version } = thisRelease();
  const answer: Probe = { script: ScriptApp.getScriptId(), version, ...sight };
  return JSON.stringify(answer);
}

/** What the trigger sees, when a page of the owner's has asked for it. */
export function lookForOwner(store: Store, { properties, now }: Services): void {
  if (store[TRIGGER_LOOK] === undefined) return;
  const sight = look(() => store[SPREADSHEET_ID] ?? '');
  properties.setProperty(TRIGGER_SEES, JSON.stringify({ at: now(), ...sight }));
  properties.deleteProperty(TRIGGER_LOOK);
}
