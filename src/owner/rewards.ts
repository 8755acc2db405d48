/** What the pages know of rewards, and what they do with them. Reading never takes the lock; changing does. */
import type { Reward } from '../program/rewards/model';
import type { Meant, Verdict } from '../program/rewards/verdict';
import { canonicalKey } from '../script/base';
import { judgeRewards } from '../script/ledger/judge';
import { locked } from '../script/lock';
import { freshMark } from '../script/notes';
import { openProgram, type Script } from '../script/program';
import { REWARDS_EDITED } from '../script/properties';
import type { Services } from '../script/services';
import { ifMade, openRewardsTab } from '../script/tabs';
import type { RewardsTab } from '../sheet/rewards';
import type { JudgedRewards, RewardsOverview, WireReward } from './wire';

/** As many rows as the first screen needs. */
const FIRST_PAGE = 1000;

/** Of what waits for the owner so many are read at once; the others come with the pages. */
const FIRST_OPEN = 200;

/** So many are changed in one call. */
const AT_ONCE = 100;

/** The first screen: what waits for the owner, wherever it stands, and the newest rows. */
export function rewardsOverview(services: Services): RewardsOverview {
  const tab = openIn(services);
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
  const tab = openIn(services);
  return tab ? rowsFrom(tab, from, Math.min(from + count - 1, tab.lastRow())) : [];
}

/** All rewards of a client, by every number and id that stands for them: one search. */
export function rewardsOf(services: Services, keys: string[]): WireReward[] {
  const tab = openIn(services);
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

/** The trigger looks over the ledger with its next run. */
function haveTold({ services }: Script): void {
  services.properties.setProperty(REWARDS_EDITED, freshMark(services));
}

function openIn(services: Services): RewardsTab | null {
  const store = services.properties.getProperties();
  return ifMade(() => openRewardsTab({ services, store }));
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
