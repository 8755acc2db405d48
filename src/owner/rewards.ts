/** What the pages know of rewards, and what they do with them. Reading never takes the lock; changing does. */
import { NO_COUPON } from '../program/rewards/changes';
import { isCoupon } from '../program/rewards/ledger';
import type { Reward } from '../program/rewards/model';
import { hasRewards } from '../program/rewards/terms';
import type { Meant, Verdict } from '../program/rewards/verdict';
import { canonicalKey } from '../script/base';
import { judgeRewards } from '../script/ledger/judge';
import { locked } from '../script/lock';
import { freshMark } from '../script/notes';
import { openProgram, type Script } from '../script/program';
import { REWARDS_EDITED, SEARCH_OVERLOOKS, type Store, tabIdsIn } from '../script/properties';
import type { Services } from '../script/services';
import { snapshotIn } from '../script/snapshot';
import { CouponsTab } from '../sheet/coupons';
import { PurchasesTab } from '../sheet/purchases';
import { RewardsTab } from '../sheet/rewards';
import { findTab, MissingTab, type RewardTab } from '../sheet/tabs';
import type { JudgedRewards, RewardsOverview, RewardsState, WireReward } from './wire';

/** As many rows as the first screen needs. */
const FIRST_PAGE = 1000;

/** Of what waits for the owner so many are read at once; the others come with the pages. */
const FIRST_OPEN = 200;

/** So many are changed in one call. */
const AT_ONCE = 100;

/** Whether rewards are promised, or were: then the owner sees them. */
export function rewardsInUse({ spreadsheet }: Services, store: Store): boolean {
  if (rewardsPromised(store)) return true;
  if (tabIdsIn(store).Rewards === undefined) return false;
  try {
    return findTab(spreadsheet, 'Rewards', tabIdsIn(store)).getLastRow() > 1;
  } catch {
    return false;
  }
}

/** Whether a reward is set. */
export function rewardsPromised(store: Store): boolean {
  const terms = snapshotIn(store)?.settings.terms;
  return !!terms && hasRewards(terms);
}

/** The first screen: what waits for the owner, wherever it stands, and the newest rows. */
export function rewardsOverview(services: Services): RewardsOverview {
  const tab = rewardsTab(services);
  const last = tab?.lastRow() ?? 1;
  const from = Math.max(last - FIRST_PAGE + 1, 2);
  const open = tab && last > 1 ? tab.find(['state'], 'ready|flagged', 2, last) : [];
  return {
    rows: last - 1,
    newest: tab ? rowsFrom(tab, from, last) : [],
    open: tab ? wiresOf(tab, open.slice(-FIRST_OPEN)) : [],
    openRows: open.length,
    timeZone: services.spreadsheet.getSpreadsheetTimeZone(),
    now: services.now(),
  };
}

/** Some rows, from the 1-based row `from`; fewer when the tab ends before. */
export function rewardRows(services: Services, from: number, count: number): WireReward[] {
  const tab = rewardsTab(services);
  return tab ? rowsFrom(tab, from, Math.min(from + count - 1, tab.lastRow())) : [];
}

/** All rewards of a client, by every number and id that stands for them: one search. */
export function rewardsOf(services: Services, keys: string[]): WireReward[] {
  const tab = rewardsTab(services);
  const wanted = keys.map(canonicalKey);
  const found = tab?.findRewards([], wanted).filter(({ who }) => wanted.includes(who)) ?? [];
  return found.map((reward) => wire(reward, tab?.rowOf(reward) ?? 0));
}

/** Gives, refuses or clears rewards; the trigger tells whoever is to hear of it. @throws when a refusal has no reason */
export function judge(
  services: Services,
  meant: Meant[],
  verdict: Verdict,
  why: string,
): JudgedRewards {
  const script = scriptOf(services);
  const judged = locked(services, () => {
    const done = judgeRewards(meant.slice(0, AT_ONCE), verdict, why, script);
    haveTold(script);
    return done;
  });
  return {
    rewards: judged.map(({ reward, row }) => wire(reward, row)),
    left: judged.flatMap(({ reward, left }) => (left ? [`${nameOf(reward)}: ${left}`] : [])),
  };
}

/** How the rewards do, for *Check set-up*; null where none is set. */
export function rewardsState(services: Services): RewardsState | null {
  const script = scriptOf(services);
  const { terms } = script.program.settings;
  if (!hasRewards(terms)) return null;
  const tab = rewardsTab(services);
  const last = tab?.lastRow() ?? 1;
  const open = tab && last > 1 ? tab.read(tab.find(['state'], 'ready|flagged', 2, last)) : [];
  const forCoupon = open.filter((one) => one.state === 'ready' && isCoupon(one));
  const toGive = open.filter((one) => one.state === 'ready' && !isCoupon(one));
  const promised = [
    terms.friendGets,
    terms.inviterGets,
    ...terms.milestones.map((one) => one.reward),
  ];
  return {
    toGive: toGive.length,
    oldest: toGive.reduce<number | null>((oldest, { readyOn }) => earlier(oldest, readyOn), null),
    flagged: open.filter(({ state }) => state === 'flagged').length,
    lackCoupon: forCoupon.filter(({ why }) => why.includes(NO_COUPON)).length,
    coupons: promised.some((reward) => isCoupon({ reward })) ? couponsLeft(script) : null,
    unanswered: unanswered(script),
    now: services.now(),
  };
}

/** The trigger looks over the ledger with its next run. */
function haveTold({ services }: Script): void {
  services.properties.setProperty(REWARDS_EDITED, freshMark(services));
}

function earlier(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}

function couponsLeft(script: Script): number {
  const coupons = opened('Coupons', script, CouponsTab);
  if (!coupons) return 0;
  const last = coupons.lastRow();
  const codes = coupons.column('code', 2, last);
  const used = coupons.column('for', 2, last);
  return codes.filter((code, index) => code !== '' && used[index] === '').length;
}

/** Rows of *Purchases* that have no *Result* yet. */
function unanswered(script: Script): number {
  const tab = opened('Purchases', script, PurchasesTab);
  if (!tab) return 0;
  const last = tab.lastRow();
  const phones = tab.column('phone', 2, last);
  const given = tab.column('result', 2, last);
  return phones.filter((phone, index) => phone !== '' && given[index] === '').length;
}

function rewardsTab(services: Services): RewardsTab | null {
  const store = services.properties.getProperties();
  return opened('Rewards', { services, store }, RewardsTab);
}

/** A tab of the rewards; null while it has not been made, or a heading is missing. */
function opened<T>(
  name: RewardTab,
  { services, store }: Pick<Script, 'services' | 'store'>,
  Tab: new (sheet: GoogleAppsScript.Spreadsheet.Sheet, byReading: boolean) => T,
): T | null {
  try {
    const sheet = findTab(services.spreadsheet, name, tabIdsIn(store));
    return new Tab(sheet, store[SEARCH_OVERLOOKS] !== undefined);
  } catch (error) {
    if (error instanceof MissingTab && error.tab) return null;
    throw error;
  }
}

function rowsFrom(tab: RewardsTab, from: number, to: number): WireReward[] {
  return wiresOf(
    tab,
    Array.from({ length: Math.max(to - from + 1, 0) }, (_, index) => from + index),
  );
}

function wiresOf(tab: RewardsTab, rows: number[]): WireReward[] {
  return tab.read(rows).map((reward, index) => wire(reward, rows[index] ?? 0));
}

function scriptOf(services: Services): Script {
  const store = services.properties.getProperties();
  return { program: openProgram(store, services), services, store };
}

function nameOf({ name, who, reward }: Reward): string {
  return `${reward} for ${name || who}`;
}

/** A reward as the pages get it. */
function wire(reward: Reward, row: number): WireReward {
  return [
    row,
    reward.key,
    reward.who,
    reward.name,
    reward.for,
    reward.side,
    reward.reward,
    reward.state,
    reward.why,
    reward.since,
    reward.readyOn,
    reward.givenOn,
    reward.coupon,
    reward.told,
    reward.known,
  ];
}
