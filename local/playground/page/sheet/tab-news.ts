/** Which tabs have something new in them that nobody has looked at. */
import type { SheetTab } from '../../view';

export class TabNews {
  /** How often each tab had changed when it was looked at last. */
  private readonly seen = new Map<string, number>();

  /**
   * Looks through the tabs; the open one is seen.
   *
   * @returns the names of those with news
   */
  in(tabs: readonly SheetTab[], open: string): Set<string> {
    const news = new Set<string>();
    for (const { name, changes } of tabs) {
      const seen = this.seen.get(name);
      // A tab that is seen for the first time has no news, nor has one of a world that began again.
      if (seen === undefined || seen > changes || name === open) this.seen.set(name, changes);
      else if (changes > seen) news.add(name);
    }
    return news;
  }
}
