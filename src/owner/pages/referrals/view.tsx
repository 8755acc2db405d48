/** The view of referrals: who brings how many in a period, what a search finds, and the same as a file. */
import { useMemo, useState } from 'preact/hooks';
import { Button } from '../components/button';
import { Field } from '../components/field';
import { PeriodChoice } from '../components/period-choice';
import { ALWAYS, type DayOf, dayOfIn, isIn, type Span } from '../shared/periods';
import type { Base } from './base';
import { NoClients, NoReferrals } from './empty';
import { downloadReferrals } from './files';
import { Found, Inviters } from './people';

interface ViewProps {
  base: Base;
  /** Whether everything has been read: a part is never shown as the whole. */
  whole: boolean;
  now: number;
  timeZone: string;
}

export function ReferralsView({ base, whole, now, timeZone }: ViewProps) {
  const [typed, setTyped] = useState('');
  const dayOf = useMemo(() => dayOfIn(timeZone), [timeZone]);
  return (
    <>
      <Field
        id="search"
        label="Search"
        type="search"
        placeholder="Name or number"
        value={typed}
        onInput={setTyped}
      />
      {typed.trim() ? (
        <Search base={base} typed={typed.trim()} whole={whole} />
      ) : (
        <Everybody base={base} whole={whole} dayOf={dayOf} today={dayOf(now)} />
      )}
    </>
  );
}

function Search({ base, typed, whole }: { base: Base; typed: string; whole: boolean }) {
  const found = base.search(typed);
  const none = whole ? 'Nobody has that name or number.' : 'Nobody found so far.';
  const count = `${found.length.toLocaleString()} found${whole ? '' : ' so far'}`;
  return (
    <>
      <p class="secondary" role="status">
        {found.length ? count : none}
      </p>
      <Found key={typed} found={found} base={base} />
    </>
  );
}

interface EverybodyProps extends Pick<ViewProps, 'base' | 'whole'> {
  dayOf: DayOf;
  today: string;
}

function Everybody({ base, whole, dayOf, today }: EverybodyProps) {
  const [span, setSpan] = useState<Span>(ALWAYS);
  const { version } = base;
  const referrals = useMemo(() => {
    const all = base.referrals();
    if (span.period === 'all') return all;
    return all.filter(({ joined }) => joined !== null && isIn(dayOf(joined), span, today));
  }, [base, version, span, dayOf, today]);
  const inviters = useMemo(() => base.invitersOf(referrals), [base, referrals]);
  if (!base.referrals().length) {
    if (!whole) return <p class="secondary">No referrals in what has been read so far.</p>;
    return base.size ? <NoReferrals /> : <NoClients />;
  }
  const count = `${referrals.length.toLocaleString()} ${referrals.length === 1 ? 'referral' : 'referrals'}`;
  return (
    <>
      <h2>Inviters</h2>
      <PeriodChoice id="period" span={span} choose={setSpan} />
      <div class="found">
        <p class="secondary" role="status">
          {whole ? count : `${count} so far`}
        </p>
        {whole && referrals.length > 0 && (
          <Button look="link" work={() => downloadReferrals(referrals, base, dayOf, today)}>
            Download CSV
          </Button>
        )}
      </div>
      <Inviters key={JSON.stringify(span)} inviters={inviters} />
    </>
  );
}
