/** *Newer version?* in *Check set-up*: what the project has released since, looked up when the owner asks and never else. */

import { fetchSafely } from '../script/asking';
import { parsed } from '../script/properties';
import { thisRelease } from '../script/release';
import type { Services } from '../script/services';
import { object, string } from '../whatsapp/json';
import { isDeployed } from './first-click';
import type { Newest, Updates } from './wire';

/** What is shown of somebody else's words. */
const LONGEST_NOTE = 400;
const MOST_NOTES = 40;

/** Which version this is and how the next one gets here. Asks nobody. */
export function updates(): Updates {
  const { version, page, newest } = thisRelease();
  return { version, page, announced: newest !== '', byCommand: isDeployed() };
}

/**
 * The newest release, as its own announcement tells.
 *
 * @throws Error when nobody has said where it is announced, or it cannot be read there
 */
export function newestVersion(services: Services): Newest {
  const { version, page, newest } = thisRelease();
  if (!newest) throw new Error('This copy of the program does not know where releases are.');
  const [answer] = fetchSafely(
    [{ url: newest, method: 'get', headers: {}, followRedirects: true }],
    services,
  );
  const told = answer?.status === 200 ? object(parsed(answer.body)) : {};
  const found = /^\d+\.\d+\.\d+/.exec(string(told.version))?.[0];
  if (!found) throw new Error(`The newest version could not be looked up. See ${page}/releases`);
  const notes = Array.isArray(told.notes) ? told.notes.slice(0, MOST_NOTES) : [];
  return {
    version: found,
    newer: isNewer(found, version),
    notes: notes.map((note) => string(note).slice(0, LONGEST_NOTE)).filter((note) => note !== ''),
  };
}

/** By their three numbers, the first that differs decides. */
function isNewer(found: string, here: string): boolean {
  const ours = here.split('.').map(Number);
  const theirs = found.split('.').map(Number);
  const at = theirs.findIndex((number, index) => number !== ours[index]);
  return at >= 0 && (theirs[at] ?? 0) > (ours[at] ?? 0);
}
