/** What the cases of a delivery are decided with. */
import type { Base } from '../program/base';
import type { Script } from '../script/program';
import type { Lookup } from './lookup';

export interface Desk {
  lookup: Lookup;
  base: Base;
  script: Script;
  /** Inviters who are told in this very delivery. */
  told: Set<string>;
}
