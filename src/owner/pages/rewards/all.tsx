/** The whole ledger: searched, by state and period, as a file; and the totals of what was given. */
import { useContext, useMemo, useState } from 'preact/hooks';
import { STATES } from '../../../program/rewards/model';
import { Button } from '../components/button';
import { Field } from '../components/field';
import { List } from '../components/list';
import { PeriodChoice } from '../components/period-choice';
import { Select } from '../components/select';
import { Sidebar } from '../referrals/people';
import { ALWAYS, type DayOf } from '../shared/periods';
import { downloadRewards } from './files';
import type { Ledger, Wanted } from './ledger';
import { Occasion, Receiver } from './person';
import { dateOf, idOf, type RowReward } from './reward';
import { Totals } from './totals';

interface AllProps {
  ledger: Ledger;
  dayOf: DayOf;
  today: string;
  /** Whether everything has been read. */
  whole: boolean;
}

export function AllRewards({ ledger, dayOf, today, whole }: AllProps) {
  const [wanted, setWanted] = useState<Wanted>({ typed: '', state: '', span: ALWAYS });
  const want = (news: Partial<Wanted>) => setWanted({ ...wanted, ...news });
  const { version } = ledger;
  const found = useMemo(() => ledger.find(wanted, today), [ledger, version, wanted, today]);
  const count = `${found.length.toLocaleString()} ${found.length === 1 ? 'reward' : 'rewards'}`;
  return (
    <>
      <h2>All rewards</h2>
      <Field
        id="reward-search"
        label="Search"
        type="search"
        placeholder="Name, number, reward or coupon"
        value={wanted.typed}
        onInput={(typed) => want({ typed })}
      />
      <div class="row">
        <Select
          id="reward-state"
          label="State"
          value={wanted.state}
          options={{ '': 'Every state', ...Object.fromEntries(STATES.map((one) => [one, one])) }}
          choose={(state) => want({ state })}
        />
        <PeriodChoice id="reward-period" span={wanted.span} choose={(span) => want({ span })} />
      </div>
      <div class="found">
        <p class="secondary" role="status">
          {whole ? count : `${count} so far`}
        </p>
        {found.length > 0 && (
          <Button look="link" work={() => downloadRewards(found, dayOf, today)}>
            Download CSV
          </Button>
        )}
      </div>
      <List key={JSON.stringify(wanted)} items={found} keyOf={idOf} line={line} />
      <Totals totals={ledger.totals(found)} today={today} />
    </>
  );
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
