/**
 * The trigger's part in the rewards: it looks whether there is anything to count, has it counted, and keeps whom to tell.
 * An idle minute costs two calls: the heading of *Purchases*, and a search from the last row with a phone on.
 */
import { masked } from '../program/masked';
import { dayIn } from '../program/rewards/ledger';
import { hasRewards } from '../program/rewards/terms';
import { type Done, keepLedger, type Work } from '../script/ledger/ledger';
import { withTabs } from '../script/ledger/set-up';
import { Busy } from '../script/lock';
import { tellOwner } from '../script/problems';
import type { Script } from '../script/program';
import {
  parsed,
  REWARDS_EDITED,
  REWARDS_NEW,
  REWARDS_SEEN,
  REWARDS_WAIT,
  type Store,
} from '../script/properties';
import { openPurchases } from '../script/tabs';
import type { PurchasesTab } from '../sheet/purchases';
import { DatabaseDown } from '../sql/database';
import { entriesOf, keep } from './journal';
import { rewardingsFor } from './rewarding';

/** So often everything is looked at: apps and forms change cells without anybody being told. */
const LOOK_MS = 10 * 60 * 1000;

/** So long the trigger waits for the lock. */
const PATIENCE_MS = 1000;

/** What was seen of the rewards. */
interface Seen {
  /** The marks of the newest referral and of the owner's newest change, from before one looked. */
  referral: string;
  edit: string;
  /** When everything was looked at, in milliseconds. */
  all: number;
  /** The last row of *Purchases* that had a phone; 0 for none, or where rows are left. */
  row: number;
}

const NOTHING_SEEN: Seen = { referral: '', edit: '', all: 0, row: 0 };

/** Does what there is to do, as long as `end` has not come; nothing where no reward is set. */
export function keepRewards(script: Script, end: number): void {
  if (!hasRewards(script.program.settings.terms)) return;
  try {
    while (keepOnce(script) && script.services.now() < end);
  } catch (error) {
    // Whoever has the lock is busy with messages, or the database is away, which is told by itself.
    if (error instanceof Busy || error instanceof DatabaseDown) return;
    console.error(masked(String(error)));
    const what = `Rewards could not be counted: ${masked(String(error))}`;
    tellOwner(
      { what, toDo: 'Use Referrals → Check set-up. The program tries again every minute.' },
      script,
    );
  }
}

/** @returns whether there is more of the same */
function keepOnce(script: Script): boolean {
  const { services, store } = script;
  const start = services.now();
  const seen = parsed<Seen>(store[REWARDS_SEEN]) ?? NOTHING_SEEN;
  const marks = { referral: store[REWARDS_NEW] ?? '', edit: store[REWARDS_EDITED] ?? '' };
  const look = marks.edit !== seen.edit || isLookDue(seen, script);
  const referrals = look || marks.referral !== seen.referral;
  const { tab, rows } = withTabs(script, () => phonesIn(script, seen.row));
  const isNews = String(rows) !== String(seen.row ? [seen.row] : []);
  const work: Work = {
    look,
    referrals,
    purchases: look || isNews,
    ...(!look && { seen: { tab, last: Math.max(...rows, 0) } }),
  };
  if (!work.referrals && !work.purchases) return false;
  const done = keepLedger(work, script, PATIENCE_MS);
  const now: Seen = {
    referral: referrals && !done.more ? marks.referral : seen.referral,
    edit: look && !done.more ? marks.edit : seen.edit,
    all: look && !done.more ? start : seen.all,
    row: done.more ? 0 : Math.max(...rows, 0),
  };
  const noted = { [REWARDS_SEEN]: JSON.stringify(now), ...waitingNoted(done, store) };
  Object.assign(store, noted);
  const tellings = rewardingsFor(done.toTell, store, services.now());
  keep(entriesOf(tellings, services), services, noted);
  return done.more;
}

/** After ten minutes, and on another day. */
function isLookDue(seen: Seen, { services, program }: Script): boolean {
  const { clock } = program;
  const now = services.now();
  return now - seen.all >= LOOK_MS || dayIn(seen.all, clock) !== dayIn(now, clock);
}

/** The rows with a phone, from the last one that was seen on; where that is gone, all of them. */
function phonesIn(script: Script, row: number): { tab: PurchasesTab; rows: number[] } {
  const tab = openPurchases(script);
  const rows = tab.phonesFrom(row);
  return { tab, rows: rows.length || row <= 2 ? rows : tab.phonesFrom(2) };
}

function waitingNoted({ waitsIn }: Done, store: Store): Store {
  if (waitsIn === null || waitsIn === Number(store[REWARDS_WAIT] ?? 0)) return {};
  return { [REWARDS_WAIT]: waitsIn ? String(waitsIn) : '' };
}
