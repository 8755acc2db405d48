/** The sidebar's view *Rewards*: what is to give and to look at, the whole ledger, and the totals. */
import { useContext, useMemo } from 'preact/hooks';
import type { RewardsOverview } from '../../wire';
import { Failure, Loading } from '../components/status';
import { Footer } from '../referrals/footer';
import { Sidebar } from '../referrals/people';
import { useReading } from '../referrals/use-reading';
import { dayOfIn } from '../shared/periods';
import { server } from '../shared/server';
import { useCall } from '../shared/use-call';
import { AllRewards } from './all';
import { judge } from './judging';
import { LargeLedger } from './large';
import { Ledger } from './ledger';
import { type Judge, ToDo } from './to-do';

export function Rewards() {
  const { value: overview, error, again } = useCall(() => server.rewardsOverview());
  return (
    <>
      {error ? <Failure error={error} again={again} /> : null}
      {overview && <Screen overview={overview} refresh={again} />}
      {!overview && !error && <Loading lines={6} />}
    </>
  );
}

function Screen({
  overview,
  refresh,
}: {
  overview: RewardsOverview;
  refresh: () => Promise<void>;
}) {
  const dayOf = useMemo(() => dayOfIn(overview.timeZone), [overview]);
  const beginning = useMemo(() => beginningOf(overview), [overview]);
  const { kept: ledger, reader, redraw } = useReading(beginning, () => begun(overview));
  const whole = reader.reading.state === 'finished' && !overview.large;
  const { noteJudged } = useContext(Sidebar);
  const decide: Judge = (rewards, verdict, why = '') =>
    judge(rewards, verdict, why, (rows) => {
      ledger.change(rows);
      redraw();
      noteJudged();
    });
  const footer = <Footer reader={reader} refresh={refresh} />;
  const today = dayOf(overview.now);
  if (!ledger.size && whole) {
    return (
      <>
        <NoRewards />
        {footer}
      </>
    );
  }
  return (
    <>
      <Waiting ledger={ledger} judge={decide} />
      {overview.large ? (
        <LargeLedger dayOf={dayOf} today={today} />
      ) : (
        <AllRewards ledger={ledger} dayOf={dayOf} today={today} whole={whole} />
      )}
      {footer}
    </>
  );
}

/** How much there is to be read: of a ledger that is too large only what has come. */
function beginningOf({ rows, newest, large }: RewardsOverview) {
  return { rows: large ? newest.length : rows, newest };
}

/** The ledger with what the overview has brought, and how the rest comes into it. */
function begun({ newest, open, timeZone }: RewardsOverview) {
  const ledger = new Ledger(dayOfIn(timeZone));
  ledger.add(open);
  ledger.add(newest);
  const take = async (from: number, count: number) =>
    ledger.add(await server.rewardRows(from, count));
  return { kept: ledger, take };
}

function Waiting({ ledger, judge }: { ledger: Ledger; judge: Judge }) {
  const toGive = ledger.toGive();
  const flagged = ledger.flagged();
  const lacking = ledger.lackingCoupon().length;
  return (
    <>
      <h2>{toGive.length ? `${toGive.length.toLocaleString()} to give` : 'Nothing to give'}</h2>
      <ToDo rewards={toGive} verdict="give" words="Give" judge={judge} />
      {lacking > 0 && (
        <p class="note">
          {lacking === 1 ? 'One reward waits' : `${lacking.toLocaleString()} rewards wait`} for a
          coupon: add codes to the tab Coupons.
        </p>
      )}
      {flagged.length > 0 && (
        <>
          <h2>{flagged.length.toLocaleString()} to look at</h2>
          <p class="secondary">Something looks unusual. Clients are not told.</p>
          <ToDo rewards={flagged} verdict="clear" words="Clear" judge={judge} />
        </>
      )}
    </>
  );
}

function NoRewards() {
  return (
    <div class="empty">
      <h2>No rewards yet</h2>
      <p>They appear here as soon as a referral counts.</p>
    </div>
  );
}
