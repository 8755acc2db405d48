/** What the ledger's work is done with: its tabs, each opened when it is first needed, and the owner's terms. */
import type { ClientBook } from '../../program/base';
import type { Clock } from '../../program/facts';
import type { RewardBook } from '../../program/rewards/book';
import type { Terms } from '../../program/rewards/model';
import type { CouponsTab } from '../../sheet/coupons';
import type { PurchasesTab } from '../../sheet/purchases';
import { REWARD_HEADINGS } from '../../sheet/tabs';
import { isInDatabase, openClients, openRewards } from '../books';
import type { Script } from '../program';
import { openCoupons, openPurchases } from '../tabs';

/** Its tabs throw a MissingTab when they, or a heading of theirs, are not there. */
export class LedgerDesk {
  readonly terms: Terms;
  readonly clock: Clock;
  private clientBook?: ClientBook;
  private rewardBook?: RewardBook;
  private couponsTab?: CouponsTab;

  /** @param purchasesTab where it has just been opened */
  constructor(
    private readonly script: Script,
    private purchasesTab?: PurchasesTab,
  ) {
    this.terms = script.program.settings.terms;
    this.clock = script.program.clock;
  }

  get clients(): ClientBook {
    this.clientBook ??= openClients(this.script, REWARD_HEADINGS);
    return this.clientBook;
  }

  get rewards(): RewardBook {
    this.rewardBook ??= openRewards(this.script);
    return this.rewardBook;
  }

  get purchases(): PurchasesTab {
    this.purchasesTab ??= openPurchases(this.script);
    return this.purchasesTab;
  }

  get coupons(): CouponsTab {
    this.couponsTab ??= openCoupons(this.script);
    return this.couponsTab;
  }

  /**
   * Writes everything that was changed, in an order in which a later run can go on wherever this one is cut off: a coupon
   * is marked before its reward says it has it, rewards stand before the referral counts, and the answer to a purchase
   * comes last. The caller flushes.
   */
  save(): void {
    this.couponsTab?.save();
    // What the sheet has not taken yet dies with the execution; a database has everything at once.
    if (isInDatabase(this.script) && (this.couponsTab || this.purchasesTab))
      this.script.services.flush();
    this.rewardBook?.save();
    this.clientBook?.save();
    this.purchasesTab?.save();
  }
}
