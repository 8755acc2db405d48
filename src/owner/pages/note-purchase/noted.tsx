/** What was noted since the dialog was opened, the newest first, each with its result. */

export interface NotedPurchase {
  /** Counts them. */
  id: number;
  /** The number as people write it. */
  shown: string;
  amount: string;
  /** In the words of *Result*. */
  result: string;
}

export function Noted({ purchases }: { purchases: NotedPurchase[] }) {
  const [newest, ...others] = purchases;
  return (
    <>
      <div class="newest" role="status">
        {newest && <Line key={newest.id} of={newest} />}
      </div>
      {others.length > 0 && (
        <>
          <h2>Before</h2>
          <ul class="before">
            {others.map((one) => (
              <li key={one.id}>
                <Line of={one} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Line({ of: { shown, amount, result } }: { of: NotedPurchase }) {
  return (
    <p class={lookOf(result)}>
      <strong>{result}</strong>
      <span>{[shown, amount].filter(Boolean).join(' · ')}</span>
    </p>
  );
}

/** What counts is green, what is to be looked at is amber. */
function lookOf(result: string): string {
  if (/not readable|missing|flagged/.test(result)) return 'waiting';
  return result.startsWith('counts for') ? 'good' : '';
}
