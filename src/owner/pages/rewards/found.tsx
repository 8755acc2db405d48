/** Rewards that were found: how many, each in two lines, as a file, and their totals. */
import { useContext } from 'preact/hooks';
import { Button } from '../components/button';
import { List } from '../components/list';
import { Sidebar } from '../referrals/people';
import type { DayOf } from '../shared/periods';
import { downloadRewards } from './files';
import type { Ledger } from './ledger';
import { Occasion, Receiver } from './person';
import { dateOf, idOf, type RowReward } from './reward';
import { Totals } from './totals';

interface FoundProps {
  found: RowReward[];
  ledger: Ledger;
  dayOf: DayOf;
  today: string;
  /** How many they are, in words. */
  count: string;
  /** Whether these are all that there are. */
  isAll?: boolean;
}

export function FoundRewards({ found, ledger, dayOf, today, count, isAll = true }: FoundProps) {
  return (
    <>
      <div class="found">
        <p class="secondary" role="status">
          {count}
        </p>
        {found.length > 0 && (
          <Button look="link" work={() => downloadRewards(found, dayOf, today)}>
            Download CSV
          </Button>
        )}
      </div>
      <List items={found} keyOf={idOf} line={line} />
      {isAll && <Totals totals={ledger.totals(found)} today={today} />}
    </>
  );
}

/** A number of rewards. */
export function rewardsInWords(count: number): string {
  return `${count.toLocaleString()} ${count === 1 ? 'reward' : 'rewards'}`;
}

function line(reward: RowReward) {
  return <Line reward={reward} />;
}

function Line({ reward }: { reward: RowReward }) {
  const { day } = useContext(Sidebar);
  const at = dateOf(reward);
  return (
    <div class="reward">
      <p>
        <span class="what">{reward.coupon || reward.reward}</span>
        <span class={`state ${reward.state}`}>{reward.state}</span>
      </p>
      <p>
        <Receiver reward={reward} /> <Occasion reward={reward} />
      </p>
      <p class="secondary">{[at !== null && day(at), reward.why].filter(Boolean).join(' · ')}</p>
    </div>
  );
}
