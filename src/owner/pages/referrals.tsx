/** The sidebar: how the program does, who brings whom, the rewards, and the client that is selected in the sheet. */
import type { ComponentChildren } from 'preact';
import { useContext, useMemo, useState } from 'preact/hooks';
import { keyOf } from '../../program/people';
import type { Overview } from '../wire';
import { Button } from './components/button';
import { focusField } from './components/field';
import { Page, shownPage } from './components/page';
import { Failure, Loading } from './components/status';
import { Tabs } from './components/tabs';
import { Base } from './referrals/base';
import { Card } from './referrals/card';
import { LargeChart, ReferralChart } from './referrals/chart';
import { Footer } from './referrals/footer';
import { LargeView } from './referrals/large';
import { Sidebar } from './referrals/people';
import type { Reader } from './referrals/reading';
import { useReading } from './referrals/use-reading';
import { useSelected } from './referrals/use-selected';
import { ReferralsView } from './referrals/view';
import { dayFormat } from './referrals/weeks';
import { Rewards } from './rewards/view';
import { dayOfIn } from './shared/periods';
import { sentByKind, sentInWords } from './shared/sent';
import { server } from './shared/server';
import { useCall } from './shared/use-call';

export function Referrals() {
  const { value: overview, error, again } = useCall(() => server.overview());
  return (
    <Page title="Referrals" ready={!!overview || !!error}>
      {error ? <Failure error={error} again={again} /> : null}
      {overview && <Screen overview={overview} refresh={again} />}
      {!overview && !error && <Loading lines={6} />}
    </Page>
  );
}

interface ScreenProps {
  overview: Overview;
  refresh: () => Promise<void>;
}

function Screen({ overview, refresh }: ScreenProps) {
  const { timeZone, problems, rewards } = overview;
  const beginning = useMemo(() => beginningOf(overview), [overview]);
  const { kept: base, reader } = useReading(beginning, () => begun(overview));
  const large = overview.large !== null;
  const whole = reader.reading.state === 'finished' && !large;
  const { client, late, error, choose, chooseKey, close } = useSelected();
  const day = useMemo(() => dayFormat(timeZone), [timeZone]);
  const [judged, setJudged] = useState(0);
  const noteJudged = () => setJudged((before) => before + 1);
  const closeCard = () => {
    close();
    // Only one of them can be seen.
    for (const id of ['search', 'reward-search']) focusField(id);
  };
  const card = (
    <>
      {error ? <Failure error={error} /> : null}
      {client && (
        <Card
          key={keyOf(client)}
          client={client}
          base={base}
          rewards={rewards}
          late={late}
          close={closeCard}
        />
      )}
    </>
  );
  const people = { overview, refresh, base, reader };
  return (
    <Sidebar.Provider value={{ day, choose, chooseKey, whole, large, judged, noteJudged }}>
      {problems > 0 && <Banner problems={problems} />}
      {rewards && card}
      {rewards ? (
        <Tabs
          label="What is shown"
          late
          first={shownPage() === 'rewards' ? 'Rewards' : 'Referrals'}
          parts={{ Referrals: <People {...people} />, Rewards: <Rewards /> }}
        />
      ) : (
        <People {...people}>{card}</People>
      )}
    </Sidebar.Provider>
  );
}

/** How much there is to be read: of a base that is too large only what has come. */
function beginningOf({ rows, newest, large }: Overview) {
  return { rows: large ? newest.length : rows, newest };
}

/** The base with what the overview has brought, and how the rest comes into it. */
function begun({ newest }: Overview) {
  const base = new Base();
  base.add(newest);
  const take = async (from: number, count: number) =>
    base.add(await server.clientRows(from, count));
  return { kept: base, take };
}

interface PeopleProps extends ScreenProps {
  base: Base;
  reader: Reader;
  children?: ComponentChildren;
}

/** Who brings whom; what stands between the numbers and the search is given. */
function People({ overview, refresh, base, reader, children }: PeopleProps) {
  const { whole } = useContext(Sidebar);
  const { now, timeZone } = overview;
  return (
    <>
      <Summary base={base} whole={whole} overview={overview} />
      {children}
      {overview.large ? (
        <LargeView today={dayOfIn(timeZone)(now)} />
      ) : (
        <ReferralsView base={base} whole={whole} now={now} timeZone={timeZone} />
      )}
      <Footer reader={reader} refresh={refresh} />
    </>
  );
}

function Banner({ problems }: { problems: number }) {
  return (
    <Button look="banner" work={() => server.showProblems()}>
      {problems === 1 ? 'There is a problem. Show it' : `There are ${problems} problems. Show them`}
    </Button>
  );
}

/** @param whole whether everything has been read; before, the numbers are the least that there are */
function Summary({ base, whole, overview }: { base: Base; whole: boolean; overview: Overview }) {
  const { now, timeZone, large } = overview;
  const referrals = base.referrals();
  const tile = (count: number, one: string, more: string) => (
    <p class="tile">
      <strong>
        {count.toLocaleString()}
        {!whole && !large && <span title="so far">+</span>}
      </strong>
      {count === 1 ? one : more}
    </p>
  );
  return (
    <div class="top">
      <div class="tiles">
        {tile(large?.clients ?? base.size, 'client', 'clients')}
        {tile(large?.referrals ?? referrals.length, 'referral', 'referrals')}
      </div>
      {large ? (
        <LargeChart now={now} timeZone={timeZone} />
      ) : (
        <ReferralChart referrals={referrals} now={now} timeZone={timeZone} />
      )}
      <p class="secondary" title={sentByKind(overview.sent).join('\n')}>
        {sentInWords(overview.sent)}
      </p>
    </div>
  );
}
