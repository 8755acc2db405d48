/** What the cases of a delivery are decided with. */
import type { Base } from '../program/base';
import type { Script } from '../script/program';
import type { Case } from './case';
import type { Lookup } from './lookup';
import type { RewardNews } from './tell-rewards';

export interface Desk {
  lookup: Lookup;
  base: Base;
  script: Script;
  /** Inviters who are told in this very delivery. */
  told: Set<string>;
  news: RewardNews;
  /** Whose rewards are to be told of after a case, by their keys. */
  rewarded: Map<Case, string[]>;
}
