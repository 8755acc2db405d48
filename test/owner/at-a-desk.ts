/** Where the owner sits in tests that need no layout: at a desk in the test's own process, or with PAGES_IN=chromium in front of a browser. */
import { describeInChromium } from '../support/chromium';
import type { Desk } from './desk';
import type { DeskInMemory } from './desk-in-memory';
import type { OwnersDesk } from './owners-desk';

export const inChromium = process.env.PAGES_IN === 'chromium';

/** As `describe`, for tests of pages that either desk will do for. */
export const describePage = inChromium ? describeInChromium : describe;

/** Only the desk that is needed is loaded. */
export function sitDown(): Promise<OwnersDesk> {
  if (inChromium) return (require('./desk') as { Desk: typeof Desk }).Desk.sit();
  const inMemory: { DeskInMemory: typeof DeskInMemory } = require('./desk-in-memory');
  return inMemory.DeskInMemory.sit();
}
