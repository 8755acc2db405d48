/** Where the owner sits in tests that need no layout: at a desk in the test's own process, or with PAGES_IN=chromium in front of a browser, which is loaded only then. */
import { DeskInMemory } from './desk-in-memory';
import type { OwnersDesk } from './owners-desk';

export const inChromium = process.env.PAGES_IN === 'chromium';

/** As `describe`, for tests of pages that either desk will do for. */
export function describePage(name: string, tests: () => void): void {
  if (inChromium) forChromium().describeInChromium(name, tests);
  else describe(name, tests);
}

export function sitDown(): Promise<OwnersDesk> {
  if (!inChromium) return DeskInMemory.sit();
  const { Desk } = require('./desk') as typeof import('./desk');
  return Desk.sit();
}

export function forChromium() {
  return require('../support/chromium') as typeof import('../support/chromium');
}
