/** Tells the owner of a problem, without ever being one itself. What the sheet cannot take waits in Script Properties. */
import { masked } from '../program/masked';
import { tokenOf } from '../program/token';
import { type Problem, reportProblem } from '../sheet/problems';
import { findTab } from '../sheet/tabs';
import { parsed, type Store, tabIdsIn } from './properties';
import type { Services } from './services';

const PREFIX = 'problem.';

/** So many kinds of problem wait at most, and the same one is counted again only after so long. */
const MOST_WAITING = 20;
const COUNTED_AGAIN_MS = 10 * 60 * 1000;

/** A problem that the sheet could not take yet. */
interface WaitingProblem extends Problem {
  /** When it last happened, in milliseconds, and how often. */
  at: number;
  count: number;
}

/** Where a problem is told: the services, and what Script Properties hold. */
interface Place {
  services: Services;
  store: Store;
}

/** Puts a line into the Problems tab. Where the tab cannot be had, the problem waits; the script's own log has it too. */
export function tellOwner(problem: Problem, place: Place): void {
  try {
    writeProblem(problem, place);
  } catch (error) {
    console.error(`${masked(problem.what)} (and the Problems tab: ${masked(String(error))})`);
    keepProblem(problem, place);
  }
}

/** The problems that wait for the sheet, newest first. */
export function waitingProblems(store: Store): WaitingProblem[] {
  return namesIn(store)
    .flatMap((name) => parsed<WaitingProblem>(store[name]) ?? [])
    .sort((a, b) => b.at - a.at);
}

/** Moves what waits into the Problems tab, as far as it can be had. */
export function moveWaitingProblems(place: Place): void {
  const { services, store } = place;
  for (const name of namesIn(store)) {
    const waiting = parsed<WaitingProblem>(store[name]);
    try {
      if (waiting) writeProblem(waiting, place, waiting.at);
      services.properties.deleteProperty(name);
      delete store[name];
    } catch {
      return;
    }
  }
}

function writeProblem(problem: Problem, { services, store }: Place, at = services.now()): void {
  reportProblem(findTab(services.spreadsheet, 'Problems', tabIdsIn(store)), problem, at);
}

function keepProblem(problem: Problem, { services, store }: Place): void {
  const name = PREFIX + tokenOf(problem.what);
  const before = parsed<WaitingProblem>(store[name]);
  const at = services.now();
  if (before && at - before.at < COUNTED_AGAIN_MS) return;
  if (!before && namesIn(store).length >= MOST_WAITING) return;
  const waiting: WaitingProblem = { ...problem, at, count: (before?.count ?? 0) + 1 };
  store[name] = JSON.stringify(waiting);
  try {
    services.properties.setProperty(name, store[name]);
  } catch (error) {
    console.error(masked(String(error)));
  }
}

function namesIn(store: Store): string[] {
  return Object.keys(store).filter((name) => name.startsWith(PREFIX));
}
