/** The same where the ledger is too large for a page: its database looks at every reward, and gives the newest found. */
import { useMemo, useState } from 'preact/hooks';
import { Failure, Loading } from '../components/status';
import { type DayOf, daysOf } from '../shared/periods';
import { server } from '../shared/server';
import { useCall } from '../shared/use-call';
import { useSettled } from '../shared/use-settled';
import { FoundRewards, rewardsInWords } from './found';
import { Ledger, type Wanted } from './ledger';
import { useJudged } from './use-judged';
import { EVERYTHING, Wishes } from './wishes';

interface LargeProps {
  dayOf: DayOf;
  today: string;
}

export function LargeLedger({ dayOf, today }: LargeProps) {
  const [wanted, want] = useState(EVERYTHING);
  const settled = { ...wanted, typed: useSettled(wanted.typed.trim()) };
  return (
    <>
      <Wishes wanted={wanted} want={want} />
      <Search key={JSON.stringify(settled)} wanted={settled} dayOf={dayOf} today={today} />
    </>
  );
}

function Search({ wanted, dayOf, today }: LargeProps & { wanted: Wanted }) {
  const { from, to } = daysOf(wanted.span, today);
  const { value, error, again } = useCall(() =>
    server.findRewards(wanted.typed, wanted.state, from, to),
  );
  useJudged(again);
  const ledger = useMemo(() => {
    const found = new Ledger(dayOf);
    if (value) found.add(value.newest);
    return found;
  }, [value, dayOf]);
  if (error) return <Failure error={error} again={again} />;
  if (!value) return <Loading lines={3} />;
  const found = ledger.find(EVERYTHING, today);
  const isAll = found.length === value.all;
  const newest = `The newest ${found.length.toLocaleString()} of ${rewardsInWords(value.all)}. Choose a state or a period, or type more, to find fewer.`;
  return (
    <FoundRewards
      {...{ found, ledger, dayOf, today, isAll }}
      count={isAll ? rewardsInWords(value.all) : newest}
    />
  );
}
