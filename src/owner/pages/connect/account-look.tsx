/** After the values are stored: what the token may do and how long, and whether anything keeps messages back. */
import { Findings } from '../components/findings';
import { accessFinding, hindranceFinding } from '../shared/account-findings';
import type { Finding } from '../shared/findings';
import { server } from '../shared/server';
import { useCall } from '../shared/use-call';

/** @param now the script's clock, in milliseconds */
export function AccountLook({ now }: { now: number }) {
  const access = useCall(() => server.access());
  const hindrances = useCall(() => server.hindrances());
  const lines = [
    {
      title: 'The access token',
      ...access,
      finding: findingOf(access, (one) => accessFinding(one, now)),
    },
    {
      title: 'Nothing keeps messages back',
      ...hindrances,
      finding: findingOf(hindrances, hindranceFinding),
    },
  ];
  return (
    <Findings
      heading="h3"
      lines={lines
        // What a provider does not tell is no news here.
        .filter(({ finding }) => finding?.result !== 'skip')
        .map(({ title, finding, busy }) => ({ title, finding, running: busy }))}
    />
  );
}

/** Null while it is waited for. */
function findingOf<T>(
  { value, error, busy }: { value: T | null; error: unknown; busy: boolean },
  find: (value: T | null) => Finding,
): Finding | null {
  if (busy) return null;
  if (error) {
    return { result: 'warn', found: `This could not be checked: ${(error as Error).message}.` };
  }
  return find(value);
}
