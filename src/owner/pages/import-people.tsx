/** The dialog *Import people…*: a list, its columns, what would happen, and then the writing. Nobody is written to. */
import { useState } from 'preact/hooks';
import type { LastImport, State } from '../wire';
import { Button } from './components/button';
import { Confirm } from './components/confirm';
import { Page } from './components/page';
import { type LongWork, Progress, useLongWork } from './components/progress';
import { Failure, Loading, StatusLine } from './components/status';
import { type Layout, layoutOf } from './import-people/columns';
import { LayoutForm } from './import-people/layout-form';
import { type Plan, planOf } from './import-people/plan';
import { Preview } from './import-people/preview';
import { Source } from './import-people/source';
import type { Table } from './import-people/table';
import { newBatch, undoAll, writePeople } from './import-people/write';
import { settingsOf } from './shared/client';
import { countryOf } from './shared/number';
import { server } from './shared/server';
import { useCall } from './shared/use-call';
import { type Status, useStatus } from './shared/use-status';

export function ImportPeople() {
  const { value, error, again } = useCall(() => Promise.all([server.state(), server.lastImport()]));
  return (
    <Page title="Import people" ready={!!value || !!error}>
      {value && <Import state={value[0]} last={value[1]} />}
      {!value && (error ? <Failure error={error} again={again} /> : <Loading lines={5} />)}
    </Page>
  );
}

function Import({ state, last }: { state: State; last: LastImport | null }) {
  const [undoable, setUndoable] = useState(last);
  const [table, setTable] = useState<Table | null>(null);
  const status = useStatus();
  const long = useLongWork();
  const lookAgain = async () => setUndoable(await server.lastImport());
  return (
    <>
      <p>Nobody gets a message. People who are already in the Clients tab stay as they are.</p>
      {!table && <Source read={setTable} />}
      {table && (
        <List
          table={table}
          state={state}
          long={long}
          status={status}
          written={lookAgain}
          close={() => setTable(null)}
        />
      )}
      <StatusLine of={status} />
      {long.going && <Progress label="People" going={long.going} stop={long.stop} />}
      {undoable && <Undo last={undoable} long={long} status={status} undone={lookAgain} />}
    </>
  );
}

interface ListProps {
  table: Table;
  state: State;
  long: LongWork;
  status: Status;
  written: () => Promise<void>;
  close: () => void;
}

function List({ table, state, long, status, written, close }: ListProps) {
  const [layout, setLayout] = useState(() => layoutOf(table));
  const [country, setCountry] = useState(countryOf(settingsOf(state).businessNumber));
  const [plan, setPlan] = useState<Plan | null>(null);
  const [batch] = useState(newBatch);
  const change = (now: Layout) => {
    setLayout(now);
    setPlan(null);
  };
  const look = async () => {
    if (layout.columns.phone < 0) return status.say('Choose the column with the numbers.', 'bad');
    const work = long.run('Checking who is already in the base…', (step) =>
      planOf(table, layout, country, (phones) => server.knownPhones(phones), step),
    );
    const done = await status.during('', work);
    if (done?.result) setPlan(done.result);
  };
  const write = async (lines: Plan['new']) => {
    const done = await status.during(
      '',
      long.run('Writing…', (step) => writePeople(batch, lines, step)),
    );
    await written();
    if (!done) return;
    setPlan(null);
    status.say(`${done.stopped ? 'Stopped. ' : ''}${saidOf(done.result.added)}`, 'good');
    if (!done.stopped) close();
  };
  return (
    <>
      <LayoutForm
        table={table}
        layout={layout}
        country={country}
        change={change}
        setCountry={(now) => {
          setCountry(now);
          setPlan(null);
        }}
      />
      {plan && <Preview plan={plan} />}
      <div class="buttons">
        {plan?.new.length ? (
          <Button look="action" work={() => write(plan.new)}>
            Import {plan.new.length.toLocaleString()} {plan.new.length === 1 ? 'person' : 'people'}
          </Button>
        ) : (
          <Button look="action" work={look}>
            Look at it first
          </Button>
        )}
        <Button work={close}>Another list</Button>
      </div>
    </>
  );
}

function Undo(props: {
  last: LastImport;
  long: LongWork;
  status: Status;
  undone: () => Promise<void>;
}) {
  const { last, long, status, undone } = props;
  const count = last.count.toLocaleString();
  const undo = async () => {
    const work = long.run('Waiting for the messages under way…', (step) =>
      undoAll(last.count, step),
    );
    const done = await status.during('', work);
    await undone();
    if (!done) return false;
    const { deleted, kept } = done.result;
    const stay = kept ? ` ${kept.toLocaleString()} stay: they have written or invited since.` : '';
    const words = `${deleted.toLocaleString()} rows are deleted.${stay}`;
    status.say(done.stopped ? `Stopped. ${words}` : words, 'good');
    return true;
  };
  return (
    <Confirm
      title={`Undo the last import (${new Date(last.at).toLocaleString()}, ${count} people)`}
      yes="Delete their rows"
      work={undo}
    >
      <p>
        Deletes the rows that this import has made, with what you have written into them. Whoever
        has written to you since, or has invited somebody, stays. It takes a minute and more.
      </p>
    </Confirm>
  );
}

function saidOf(added: number): string {
  const count = added.toLocaleString();
  return added === 1
    ? '1 person is in the Clients tab now.'
    : `${count} people are in the Clients tab now.`;
}
