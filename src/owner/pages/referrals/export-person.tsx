/** *Export this person…*: all that is kept of them, to read, to copy, and as files to hand over. */
import { useState } from 'preact/hooks';
import { keyOf } from '../../../program/people';
import type { PersonTable } from '../../wire';
import { Button } from '../components/button';
import { StatusLine } from '../components/status';
import { nameOf, type RowClient } from '../shared/client';
import { copy } from '../shared/copy';
import { csvFile, download } from '../shared/download';
import { server } from '../shared/server';
import { useStatus } from '../shared/use-status';

export function ExportPerson({ client }: { client: RowClient }) {
  const [tables, setTables] = useState<PersonTable[] | null>(null);
  const status = useStatus();
  const read = async () => {
    setTables(await status.during('Reading…', server.exportPerson(keyOf(client))));
  };
  if (!tables) {
    return (
      <>
        <Button look="link" work={read}>
          Export this person…
        </Button>
        <StatusLine of={status} />
      </>
    );
  }
  const file = `what we keep about ${nameOf(client)}`.replace(/[\\/:*?"<>|·]+/g, ' ');
  const text = textOf(tables);
  return (
    <div class="export">
      <h3>All that is kept</h3>
      <textarea aria-label="All that is kept" readOnly rows={12} value={text} />
      <div class="buttons">
        <Button work={async () => status.say((await copy(text)) ? 'Copied.' : '', 'good')}>
          Copy
        </Button>
        <Button work={() => download(csvFile(csvOf(tables)), `${file}.csv`)}>CSV</Button>
        <Button work={() => download(jsonFile(tables), `${file}.json`)}>JSON</Button>
      </div>
      <StatusLine of={status} />
    </div>
  );
}

/** Each value below its heading's name; what is empty is left out. */
function textOf(tables: PersonTable[]): string {
  const entry = (headings: string[], row: string[]) =>
    row.flatMap((cell, index) => (cell ? [`${headings[index] || '–'}: ${cell}`] : [])).join('\n');
  return tables
    .map(({ name, headings, rows }) =>
      [name.toUpperCase(), ...rows.map((row) => entry(headings, row))].join('\n\n'),
    )
    .join('\n\n\n');
}

function csvOf(tables: PersonTable[]): string[][] {
  return tables.flatMap(({ name, headings, rows }) => [[name], headings, ...rows, []]);
}

function jsonFile(tables: PersonTable[]): Blob {
  const entries = ({ headings, rows }: PersonTable) =>
    rows.map((row) => Object.fromEntries(row.map((cell, index) => [headings[index] ?? '', cell])));
  const all = Object.fromEntries(tables.map((table) => [table.name, entries(table)]));
  return new Blob([JSON.stringify(all, null, 2)], { type: 'application/json' });
}
