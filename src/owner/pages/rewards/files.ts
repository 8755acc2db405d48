/** Rewards and totals as files: for the tax adviser, and whoever else wants a table. */
import { csvFile, download } from '../shared/download';
import type { DayOf } from '../shared/periods';
import type { Ledger, Total } from './ledger';
import type { RowReward } from './reward';

const HEADINGS = ['Name', 'Number', 'Reward', 'For', 'State', 'Why', 'Since', 'Given on', 'Coupon'];

/** Has the browser save the rewards that are shown. */
export function downloadRewards(rewards: RowReward[], dayOf: DayOf, today: string): void {
  const day = (at: number | null) => (at === null ? '' : dayOf(at));
  const lines = rewards.map((one) => [
    ...[one.name, one.who, one.reward, one.for, one.state, one.why],
    ...[day(one.since), day(one.givenOn), one.coupon],
  ]);
  download(csvFile([HEADINGS, ...lines]), `rewards ${today}.csv`);
}

/** Has the browser save the totals, each reward of a person in a line of its own. */
export function downloadTotals(totals: ReturnType<Ledger['totals']>, today: string): void {
  const lines = totals.flatMap((total: Total) =>
    total.rewards.map(([reward, times]) => [total.year, total.name, total.who, reward, times]),
  );
  const headings = ['Year', 'Name', 'Number', 'Reward', 'How many'];
  download(csvFile([headings, ...lines]), `rewards by person and year ${today}.csv`);
}
