/** What rows that come back are worked on with. */
import type { BackTab } from '../../sheet/back-tab';
import type { Script } from '../program';

export interface Desk {
  tab: BackTab;
  script: Script;
  /** Ids that stand in other rows. */
  taken: Set<number>;
  /** Whether the rows leave the tab again: the database stays the base. */
  isLeaving?: boolean;
  /** More pieces than these may not be mended: they are left as they are. */
  most: number;
}
