/** Where the owner sits in tests that need no layout: at a desk in the test's own process, or with PAGES_IN=chromium in front of a browser. */
import { describeInChromium } from '../support/chromium';
import type { OwnersDesk } from './owners-desk';

export const inChromium = process.env.PAGES_IN === 'chromium';

/** As `describe`, for tests of pages that either desk will do for. */
export const describePage = inChromium ? describeInChromium : describe;

type Desks = typeof import('./desk') & typeof import('./desk-in-memory');

/** Only the desk that is needed is loaded. */
export function sitDown(): Promise<OwnersDesk> {
  const { Desk, DeskInMemory }: Partial<Desks> = inChromium
    ? require('./desk')
    : require('./desk-in-memory');
  return Desk ? Desk.sit() : (DeskInMemory as Desks['DeskInMemory']).sit();
}
