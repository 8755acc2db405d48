/** The sidebar: how the program does, who brings whom, and the client that is selected in the sheet. */
import { useMemo, useState } from 'preact/hooks';
import { keyOf } from '../../program/people';
import type { Overview } from '../wire';
import { Button } from './components/button';
import { Field, focusField } from './components/field';
import { Page } from './components/page';
import { Progress } from './components/progress';
import { Failure, Loading } from './components/status';
import type { Base } from './referrals/base';
import { Card } from './referrals/card';
import { ReferralChart } from './referrals/chart';
import { NoClients, NoReferrals } from './referrals/empty';
import { Found, Inviters, Sidebar } from './referrals/people';
import type { Reader } from './referrals/reading';
import { useReading } from './referrals/use-reading';
import { useSelected } from './referrals/use-selected';
import { dayFormat } from './referrals/weeks';
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

function Screen({ overview, refresh }: { overview: Overview; refresh: () => Promise<void> }) {
  const { timeZone, problems } = overview;
  const { base, reader } = useReading(overview);
  const { client, error, choose, close } = useSelected();
  const [typed, setTyped] = useState('');
  const day = useMemo(() => dayFormat(timeZone), [timeZone]);
  const whole = reader.reading.state === 'finished';
  const closeCard = () => {
    close();
    focusField('search');
  };
  return (
    <Sidebar.Provider value={{ day, choose }}>
      {problems > 0 && <Banner problems={problems} />}
      <Summary base={base} whole={whole} overview={overview} />
      {error ? <Failure error={error} /> : null}
      {client && <Card key={keyOf(client)} client={client} base={base} close={closeCard} />}
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
        <Everybody base={base} />
      )}
      <Footer reader={reader} refresh={refresh} />
    </Sidebar.Provider>
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
  const { now, timeZone } = overview;
  const referrals = base.referrals();
  const tile = (count: number, one: string, more: string) => (
    <p class="tile">
      <strong>
        {count.toLocaleString()}
        {!whole && <span title="so far">+</span>}
      </strong>
      {count === 1 ? one : more}
    </p>
  );
  return (
    <div class="top">
      <div class="tiles">
        {tile(base.size, 'client', 'clients')}
        {tile(referrals.length, 'referral', 'referrals')}
      </div>
      <ReferralChart referrals={referrals} now={now} timeZone={timeZone} />
      <p class="secondary" title={sentByKind(overview.sent).join('\n')}>
        {sentInWords(overview.sent)}
      </p>
    </div>
  );
}

function Search({ base, typed, whole }: { base: Base; typed: string; whole: boolean }) {
  const found = base.search(typed);
  const none = whole ? 'Nobody has that name or number.' : 'Nobody found so far.';
  return (
    <>
      <p class="secondary" role="status">
        {found.length ? `${found.length.toLocaleString()} found` : none}
      </p>
      <Found key={typed} found={found} />
    </>
  );
}

function Everybody({ base }: { base: Base }) {
  const inviters = base.inviters();
  if (!inviters.length) return base.size ? <NoReferrals /> : <NoClients />;
  return (
    <>
      <h2>Inviters</h2>
      <Inviters inviters={inviters} />
    </>
  );
}

/** How far the reading has come, and what can be done about it. */
function Footer({ reader, refresh }: { reader: Reader; refresh: () => Promise<void> }) {
  const { done, all, state, error } = reader.reading;
  const words = `${done.toLocaleString()} of ${all.toLocaleString()} rows`;
  const start = () => void reader.start();
  return (
    <div class="footer">
      {state === 'going' && (
        <Progress
          label="Reading…"
          going={{ done, all, words: `Reading: ${words}` }}
          stop={() => reader.stop()}
        />
      )}
      {state === 'failed' && <Failure error={error} again={start} />}
      {state === 'stopped' && (
        <p class="secondary">
          Read: the newest {words}.{' '}
          <Button look="link" work={start}>
            Read the rest
          </Button>
        </p>
      )}
      {state === 'finished' && (
        <Button look="link" work={refresh}>
          Refresh
        </Button>
      )}
    </div>
  );
}
