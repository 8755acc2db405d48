/** What the owner wants to see of the ledger: a search, a state and a period. */
import { STATES } from '../../../program/rewards/model';
import { Field } from '../components/field';
import { PeriodChoice } from '../components/period-choice';
import { Select } from '../components/select';
import { ALWAYS } from '../shared/periods';
import type { Wanted } from './ledger';

/** Everything. */
export const EVERYTHING: Wanted = { typed: '', state: '', span: ALWAYS };

interface WishesProps {
  wanted: Wanted;
  want: (wanted: Wanted) => void;
}

export function Wishes({ wanted, want }: WishesProps) {
  return (
    <>
      <h2>All rewards</h2>
      <Field
        id="reward-search"
        label="Search"
        type="search"
        placeholder="Name, number, reward or coupon"
        value={wanted.typed}
        onInput={(typed) => want({ ...wanted, typed })}
      />
      <div class="row">
        <Select
          id="reward-state"
          label="State"
          value={wanted.state}
          options={{ '': 'Every state', ...Object.fromEntries(STATES.map((one) => [one, one])) }}
          choose={(state) => want({ ...wanted, state })}
        />
        <PeriodChoice
          id="reward-period"
          span={wanted.span}
          choose={(span) => want({ ...wanted, span })}
        />
      </div>
    </>
  );
}
