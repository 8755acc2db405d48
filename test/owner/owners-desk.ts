/** The owner's desk as tests of pages know it, with or without a browser on it. */
import type { ErrorCode } from '../../src/owner/wire';
import type { DeskWork } from './desk-work';
import type { PageFrame } from './surface';

/** @typeParam F what a page is there: in Chromium there is more to it */
export interface OwnersDesk<F extends PageFrame = PageFrame> extends DeskWork {
  /** The playground's door for scripts. */
  readonly place: { ask(method: string, path: string, body?: unknown): Promise<unknown> };
  /** Begins again; `prepare` runs before the sheet is opened. */
  begin(prepare?: () => void): Promise<void>;
  /** Chooses an item of the menu *Referrals* and gives the page that it opens, by default once it is ready. */
  choose(item: string, title: string, ready?: boolean): Promise<F>;
  /** The page with that title that is open or about to be. */
  frame(title: string, ready?: boolean): Promise<F>;
  /** From now on the script's answers to pages are errors like this, or only those to one function: Google's, or by code its own. */
  failWith(message: string, name?: string, code?: ErrorCode): Promise<void>;
  /** From now on calls of one function are on their way until {@link worksAgain}. */
  holdUp(name: string): Promise<void>;
  worksAgain(): Promise<void>;
  leave(): Promise<void>;
}
