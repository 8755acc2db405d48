/** Where the list comes from: pasted, a file, or a tab of this spreadsheet. */
import { useState } from 'preact/hooks';
import { Button } from '../components/button';
import { Field, focusField } from '../components/field';
import { Progress, useLongWork } from '../components/progress';
import { StatusLine } from '../components/status';
import { Tabs } from '../components/tabs';
import { server } from '../shared/server';
import { useCall } from '../shared/use-call';
import { useStatus } from '../shared/use-status';
import { type Table, tableOf, tableOfTab, textOfFile } from './table';

interface SourceProps {
  /** A list that holds something. */
  read: (table: Table) => void;
}

export function Source({ read }: SourceProps) {
  return (
    <Tabs
      label="Where the list is"
      parts={{
        Paste: <Pasted read={read} />,
        'CSV file': <FromFile read={read} />,
        'A tab of this sheet': <FromTab read={read} />,
      }}
    />
  );
}

function Pasted({ read }: SourceProps) {
  const [text, setText] = useState('');
  const [error, setError] = useState('');
  const go = () => {
    const table = tableOf(text);
    if (table.length) return read(table);
    setError('Paste a list first.');
    focusField('list');
  };
  const type = (value: string) => {
    setText(value);
    setError('');
  };
  return (
    <>
      <Field
        id="list"
        label="The list, one person a line"
        type="many-lines"
        placeholder={
          'Name, Phone, Invited by\nRosa, +44 7700 900123,\nBen, 07700 900456, +44 7700 900123'
        }
        value={text}
        onInput={type}
        error={error}
      />
      <div class="buttons">
        <Button look="action" work={go}>
          Read the list
        </Button>
      </div>
    </>
  );
}

function FromFile({ read }: SourceProps) {
  const status = useStatus();
  const take = async (file: File | undefined) => {
    if (!file) return;
    const text = await status.during('Reading…', textOfFile(file));
    if (text === null) return;
    const table = tableOf(text);
    if (/\0/.test(text)) {
      status.say(
        'This is not a CSV file. In your spreadsheet program, save or download the list as CSV.',
        'bad',
      );
    } else if (table.length) read(table);
    else status.say('This file is empty.', 'bad');
  };
  return (
    <>
      <label for="file">A file with comma-separated values (.csv), from any program</label>
      <input
        id="file"
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        onChange={({ currentTarget }) => {
          void take(currentTarget.files?.[0]);
          currentTarget.value = '';
        }}
      />
      <StatusLine of={status} />
    </>
  );
}

function FromTab({ read }: SourceProps) {
  const { value: tabs, error } = useCall(() => server.importTabs());
  const [name, setName] = useState('');
  const status = useStatus();
  const long = useLongWork();
  const others = (tabs ?? []).filter((tab) => !OURS.includes(tab.name));
  const chosen = others.find((tab) => tab.name === name) ?? others[0];
  if (error) return <p class="bad">{(error as Error).message}</p>;
  if (tabs && !chosen) return <p>No other tab of this spreadsheet has anything in it.</p>;
  const go = async () => {
    if (!chosen) return;
    const work = long.run('Reading…', (step) => tableOfTab(chosen, step));
    const done = await status.during('', work);
    if (done && !done.stopped) read(done.result);
  };
  return (
    <>
      <label for="tab">The tab with the list</label>
      <select
        id="tab"
        value={chosen?.name}
        onChange={(event) => setName(event.currentTarget.value)}
      >
        {others.map((tab) => (
          <option value={tab.name} key={tab.name}>
            {tab.name} ({tab.rows.toLocaleString()} rows)
          </option>
        ))}
      </select>
      <div class="buttons">
        <Button look="action" work={go}>
          Read the tab
        </Button>
      </div>
      <StatusLine of={status} />
      {long.going && <Progress label="Rows" going={long.going} stop={long.stop} />}
    </>
  );
}

/** The program's own tabs are no lists of people to import. */
const OURS = ['Clients', 'Settings', 'Problems', 'Purchases', 'Rewards', 'Coupons'];
