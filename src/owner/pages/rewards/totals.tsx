/** What each person was given in a year: for the tax adviser. */
import { Button } from '../components/button';
import { List } from '../components/list';
import { downloadTotals } from './files';
import type { Total } from './ledger';

export function Totals({ totals, today }: { totals: Total[]; today: string }) {
  if (!totals.length) return null;
  return (
    <details>
      <summary>Given, by person and year</summary>
      <List
        items={totals}
        keyOf={({ year, who, name }) => `${year} ${who || name}`}
        line={({ year, name, count, rewards }) => (
          <div class="reward">
            <p>
              <span class="what">{name}</span>
              <span class="secondary">{year}</span>
              <span class="count">{count.toLocaleString()}</span>
            </p>
            <p class="secondary">
              {rewards.map(([reward, times]) => `${times} × ${reward}`).join(', ')}
            </p>
          </div>
        )}
      />
      <Button look="link" work={() => downloadTotals(totals, today)}>
        Download the totals
      </Button>
    </details>
  );
}
