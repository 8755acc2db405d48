/** What the pages know of rewards, and what they do with them. Reading never takes the lock; changing does. */
import { canonicalKey } from '../program/phone';
import type { RewardBook } from '../program/rewards/book';
import type { Reward } from '../program/rewards/model';
import type { Meant, Verdict } from '../program/rewards/verdict';
import { anew, isInDatabase, type Opener, openRewards } from '../script/books';
import { judgeRewards } from '../script/ledger/judge';
import { locked } from '../script/lock';
import { freshMark } from '../script/notes';
import { openScript, type Script } from '../script/program';
import { REWARDS_EDITED } from '../script/properties';
import type { Services } from '../script/services';
import { ifMade } from '../script/tabs';
import type { JudgedRewards, RewardsOverview, WireReward } from './wire';

/** As many rows as the first screen needs. */
const FIRST_PAGE = 1000;

/** A ledger of more rows than this is not read as a whole, where it is in a database: so many of the newest are. */
const LARGE = 20_000;
const NEWEST = 5000;

/** Of what waits for the owner so many are read at once; the others come with the pages. */
const FIRST_OPEN = 200;

/** So many are changed in one call. */
const AT_ONCE = 100;

/** The first screen: what waits for the owner, wherever it stands, and the newest rows. */
export function rewardsOverview(services: Services): RewardsOverview {
  const opener = openerOf(services);
  const book = openIn(opener);
  const last = book?.lastRow() ?? 1;
  const large = isInDatabase(opener) && last > LARGE;
  const count = large ? NEWEST : FIRST_PAGE;
  const newest = book?.readFrom(Math.max(last - count + 1, 2), count) ?? [];
  const open = book && last > 1 ? book.findOpen(FIRST_OPEN) : { rewards: [], all: 0 };
  return {
    rows: last - 1,
    newest: wiresOf(book, newest),
    open: wiresOf(book, open.rewards),
    openRows: open.all,
    large,
    timeZone: services.spreadsheet.getSpreadsheetTimeZone(),
    now: services.now(),
  };
}

/** Some rows, from the 1-based row `from`; fewer when the book ends before. */
export function rewardRows(services: Services, from: number, count: number): WireReward[] {
  const book = openIn(openerOf(services));
  return wiresOf(book, book?.readFrom(from, count) ?? []);
}

/** All rewards of a client, by every number and id that stands for them: one search. */
export function rewardsOf(services: Services, keys: string[]): WireReward[] {
  const book = openIn(openerOf(services));
  const wanted = keys.map(canonicalKey);
  const found = book?.findRewards([], wanted).filter(({ who }) => wanted.includes(who)) ?? [];
  return wiresOf(book, found);
}

/** Gives, refuses or clears rewards; the trigger tells whoever is to hear of it. @throws when a refusal has no reason */
export function judge(
  services: Services,
  meant: Meant[],
  verdict: Verdict,
  why: string,
): JudgedRewards {
  const script = openScript(services);
  const judged = locked(services, () => {
    const done = anew(() => judgeRewards(meant.slice(0, AT_ONCE), verdict, why, script));
    haveTold(script);
    return done;
  });
  return {
    rewards: judged.map(({ reward, row }) => wireReward(reward, row)),
    left: judged.flatMap(({ reward, left }) => (left ? [`${nameOf(reward)}: ${left}`] : [])),
  };
}

/** The trigger looks over the ledger with its next run. */
function haveTold({ services }: Script): void {
  services.properties.setProperty(REWARDS_EDITED, freshMark(services));
}

function openIn(opener: Opener): RewardBook | null {
  return ifMade(() => openRewards(opener));
}

function wiresOf(book: RewardBook | null, rewards: Reward[]): WireReward[] {
  return rewards.map((reward) => wireReward(reward, book?.rowOf(reward) ?? 0));
}

function openerOf(services: Services): Opener {
  return { services, store: services.properties.getProperties() };
}

function nameOf({ name, who, reward }: Reward): string {
  return `${reward} for ${name || who}`;
}

/** A reward as the pages get it. */
export function wireReward(reward: Reward, row: number): WireReward {
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
