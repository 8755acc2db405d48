/** New referrals over the last weeks: two numbers and a small chart. */
import type { RowClient } from '../shared/client';
import { server } from '../shared/server';
import { useCall } from '../shared/use-call';
import { dayFormat, weekStarts } from './weeks';

const WEEKS = 12;
const WIDTH = 276;
const HEIGHT = 56;
const GAP = 4;

interface ChartProps {
  referrals: RowClient[];
  /** The script's clock. */
  now: number;
  /** The spreadsheet's. */
  timeZone: string;
}

export function ReferralChart({ referrals, now, timeZone }: ChartProps) {
  const starts = weekStarts(now, WEEKS, timeZone);
  return <Chart starts={starts} counts={countByWeek(referrals, starts)} timeZone={timeZone} />;
}

/** The same where they are too many to be read: the database counts them. */
export function LargeChart({ now, timeZone }: Omit<ChartProps, 'referrals'>) {
  const starts = weekStarts(now, WEEKS, timeZone);
  const { value: counts } = useCall(() => server.referralsByWeek(starts));
  return <Chart starts={starts} counts={counts ?? starts.map(() => 0)} timeZone={timeZone} />;
}

interface Counted {
  starts: number[];
  counts: number[];
  timeZone: string;
}

function Chart({ starts, counts, timeZone }: Counted) {
  const [last = 0, current = 0] = counts.slice(-2);
  const day = dayFormat(timeZone);
  const words = counts.map((count, week) => `week of ${day(starts[week] ?? 0)}: ${count}`);
  return (
    <section class="weeks" aria-label="New referrals by week">
      <p class="this-week">
        <strong>{current.toLocaleString()}</strong> this week
        <span class="secondary">last week {last.toLocaleString()}</span>
      </p>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`New referrals in the last ${WEEKS} weeks. ${words.join('; ')}`}
      >
        <Bars counts={counts} words={words} />
      </svg>
      <p class="axis" aria-hidden="true">
        <span>{day(starts[0] ?? 0)}</span>
        <span>now</span>
      </p>
    </section>
  );
}

function Bars({ counts, words }: { counts: number[]; words: string[] }) {
  const most = Math.max(...counts, 1);
  const width = (WIDTH + GAP) / counts.length - GAP;
  return (
    <>
      {counts.map((count, week) => {
        const height = count ? Math.max((count / most) * HEIGHT, 3) : 1;
        const look = week === counts.length - 1 ? 'current' : count ? 'past' : 'none';
        return (
          <rect
            key={words[week]}
            x={week * (width + GAP)}
            y={HEIGHT - height}
            width={width}
            height={height}
            rx={count ? 2 : 0}
            class={look}
          >
            <title>{words[week]}</title>
          </rect>
        );
      })}
    </>
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
