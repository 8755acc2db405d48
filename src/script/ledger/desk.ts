/** What the ledger's work is done with: its tabs, each opened when it is first needed, and the owner's terms. */
import type { Clock } from '../../program/facts';
import type { Terms } from '../../program/rewards/model';
import { ClientsTab } from '../../sheet/clients';
import { CouponsTab } from '../../sheet/coupons';
import { PurchasesTab } from '../../sheet/purchases';
import { RewardsTab } from '../../sheet/rewards';
import { findTab, REWARD_HEADINGS, type TabName } from '../../sheet/tabs';
import type { Script } from '../program';
import { SEARCH_OVERLOOKS, tabIdsIn } from '../properties';

/** Its tabs throw a MissingTab when they, or a heading of theirs, are not there. */
export class LedgerDesk {
  readonly terms: Terms;
  readonly clock: Clock;
  private readonly byReading: boolean;
  private clientsTab?: ClientsTab;
  private rewardsTab?: RewardsTab;
  private couponsTab?: CouponsTab;

  /** @param purchasesTab where it has just been opened */
  constructor(
    private readonly script: Script,
    private purchasesTab?: PurchasesTab,
  ) {
    this.terms = script.program.settings.terms;
    this.clock = script.program.clock;
    this.byReading = script.store[SEARCH_OVERLOOKS] !== undefined;
  }

  get clients(): ClientsTab {
    this.clientsTab ??= new ClientsTab(this.tab('Clients'), this.byReading, REWARD_HEADINGS);
    return this.clientsTab;
  }

  get rewards(): RewardsTab {
    this.rewardsTab ??= new RewardsTab(this.tab('Rewards'), this.byReading);
    return this.rewardsTab;
  }

  get purchases(): PurchasesTab {
    this.purchasesTab ??= new PurchasesTab(this.tab('Purchases'), this.byReading);
    return this.purchasesTab;
  }

  get coupons(): CouponsTab {
    this.couponsTab ??= new CouponsTab(this.tab('Coupons'), this.byReading);
    return this.couponsTab;
  }

  /**
   * Writes everything that was changed, in an order in which a later run can go on wherever this one is cut off: a coupon
   * is marked before its reward says it has it, rewards stand before the referral counts, and the answer to a purchase
   * comes last. The caller flushes.
   */
  save(): void {
    this.couponsTab?.save();
    this.rewardsTab?.save();
    this.clientsTab?.save();
    this.purchasesTab?.save();
  }

  private tab(name: TabName) {
    return findTab(this.script.services.spreadsheet, name, tabIdsIn(this.script.store));
  }
}
