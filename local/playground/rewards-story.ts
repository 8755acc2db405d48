/** Reads off the tabs how far the story of the rewards has come. */
import type { LocalAppsScript } from '../apps-script';
import type { RewardsStory } from './view';

type Hand = LocalAppsScript['spreadsheet'];

/** A newcomer's ledger is short. */
const MOST_READ = 20;

/** @returns null where the shop promises nothing */
export function rewardsStory(hand: Hand): RewardsStory | null {
  const names = hand.sheetNames();
  if (!names.includes('Purchases') || !names.includes('Rewards')) return null;
  return {
    purchases: columnOf(hand, 'Purchases', 'Phone').length,
    states: columnOf(hand, 'Rewards', 'State'),
  };
}

/** The first texts below a heading; none where somebody has taken the heading away. */
function columnOf(hand: Hand, tab: string, heading: string): string[] {
  const { columns } = hand.size(tab);
  const column = range(1, columns).find((one) => hand.shown(tab, 1, one) === heading);
  if (column === undefined) return [];
  return range(2, MOST_READ)
    .map((row) => hand.shown(tab, row, column))
    .filter(Boolean);
}

function range(first: number, many: number): number[] {
  return Array.from({ length: many }, (_, index) => first + index);
}
