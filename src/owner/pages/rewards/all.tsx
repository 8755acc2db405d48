/** The whole ledger: searched, by state and period, as a file; and the totals of what was given. */
import { useMemo, useState } from 'preact/hooks';
import type { DayOf } from '../shared/periods';
import { FoundRewards, rewardsInWords } from './found';
import type { Ledger } from './ledger';
import { EVERYTHING, Wishes } from './wishes';

interface AllProps {
  ledger: Ledger;
  dayOf: DayOf;
  today: string;
  /** Whether everything has been read. */
  whole: boolean;
}

export function AllRewards({ ledger, dayOf, today, whole }: AllProps) {
  const [wanted, want] = useState(EVERYTHING);
  const { version } = ledger;
  const found = useMemo(() => ledger.find(wanted, today), [ledger, version, wanted, today]);
  const count = rewardsInWords(found.length);
  return (
    <>
      <Wishes wanted={wanted} want={want} />
      <FoundRewards
        key={JSON.stringify(wanted)}
        {...{ found, ledger, dayOf, today }}
        count={whole ? count : `${count} so far`}
      />
    </>
  );
}
