/** New referrals over the last weeks: two numbers and a small chart. */
import type { RowClient } from '../shared/client';
import { h, svg } from '../shared/dom';
import { dayFormat, weekStarts } from './weeks';

const WEEKS = 12;
const WIDTH = 276;
const HEIGHT = 56;
const GAP = 4;

/** The chart of these referrals. */
export function referralChart(referrals: RowClient[], now: number, timeZone: string): HTMLElement {
  const starts = weekStarts(now, WEEKS, timeZone);
  const counts = countByWeek(referrals, starts);
  const [last = 0, current = 0] = counts.slice(-2);
  const day = dayFormat(timeZone);
  const words = counts.map((count, week) => `week of ${day(starts[week] ?? 0)}: ${count}`);
  return h(
    'section.weeks',
    { 'aria-label': 'New referrals by week' },
    h(
      'p.this-week',
      {},
      h('strong', {}, current.toLocaleString()),
      ' this week',
      h('span.secondary', {}, `last week ${last.toLocaleString()}`),
    ),
    svg(
      'svg',
      {
        viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
        role: 'img',
        'aria-label': `New referrals in the last ${WEEKS} weeks. ${words.join('; ')}`,
      },
      ...bars(counts, words),
    ),
    h(
      'p.axis',
      { 'aria-hidden': 'true' },
      h('span', {}, day(starts[0] ?? 0)),
      h('span', {}, 'now'),
    ),
  );
}

function countByWeek(referrals: RowClient[], starts: number[]): number[] {
  const counts = starts.map(() => 0);
  for (const { joined } of referrals) {
    if (joined === null) continue;
    let week = starts.length - 1;
    while (week >= 0 && joined < (starts[week] ?? 0)) week--;
    if (week >= 0) counts[week] = (counts[week] ?? 0) + 1;
  }
  return counts;
}

function bars(counts: number[], words: string[]): SVGElement[] {
  const most = Math.max(...counts, 1);
  const width = (WIDTH + GAP) / counts.length - GAP;
  return counts.map((count, week) => {
    const height = count ? Math.max((count / most) * HEIGHT, 3) : 1;
    const shape = {
      x: week * (width + GAP),
      y: HEIGHT - height,
      width,
      height,
      rx: count ? 2 : 0,
      class: week === counts.length - 1 ? 'current' : count ? 'past' : 'none',
    };
    return svg('rect', shape, svg('title', {}, words[week] ?? ''));
  });
}
