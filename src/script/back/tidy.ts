/** What is left to do once the base is in the sheet again: marks, figures and notes of the windows go. It may be done twice. */
import { masked } from '../../program/masked';
import { removeMarks } from '../../sheet/back-tab';
import { leaveMark } from '../edit-marks';
import { Busy, locked } from '../lock';
import { endFigures } from '../numbers-figures';
import type { Script } from '../program';
import {
  DATABASE_DOWN,
  REWARDS_EDITED,
  WINDOW_EDITED,
  WINDOW_PINNED,
  WINDOW_SEEN,
} from '../properties';
import { ifMade, sheetOf } from '../tabs';
import { endBack, phaseOf } from './state';

/** What is noted of windows and of a database in use. */
const NOTED = [WINDOW_SEEN, WINDOW_PINNED, WINDOW_EDITED, DATABASE_DOWN];

/** Where the base is the sheet: nothing, unless everybody has just come back into it. */
export function tidyUp(script: Script): void {
  const { services, store } = script;
  try {
    if (phaseOf(store) === 'tidying') locked(services, () => tidyNow(script));
    else if (store[WINDOW_SEEN] !== undefined) services.properties.deleteProperty(WINDOW_SEEN);
  } catch (error) {
    // Whoever has the lock is busy with messages: a minute later is soon enough.
    if (!(error instanceof Busy)) console.error(masked(String(error)));
  }
}

/** The caller has the lock, and flushes. */
export function tidyNow(script: Script): void {
  const { services, store } = script;
  for (const name of ['Clients', 'Rewards'] as const) {
    ifMade(() => removeMarks(sheetOf(name, script)));
  }
  endFigures(script);
  // What the owner has changed of the rewards meanwhile is looked at.
  leaveMark(REWARDS_EDITED, services);
  services.flush();
  for (const name of NOTED) {
    if (store[name] === undefined) continue;
    delete store[name];
    services.properties.deleteProperty(name);
  }
  endBack(script);
}
