/** Links for many people: pasted numbers become a table, and the links go where the owner wants them. */
import { useMemo, useState } from 'preact/hooks';
import { Button } from '../components/button';
import { CountryField } from '../components/country-field';
import { Field } from '../components/field';
import { Progress, useLongWork } from '../components/progress';
import { StatusLine } from '../components/status';
import { useStatus } from '../shared/use-status';
import type { Context } from './context';
import { LinkTable } from './link-table';
import { type Made, madeLinks } from './made-links';
import { type PastedLine, readPasted } from './pasted';
import { writeEverybody } from './write-links';
import { write } from './written';

/** How many lines that cannot be used are named. */
const SHOWN = 3;

/** The field to paste into, the table, and what can be done with it. */
export function ManyPeople({ context }: { context: Context }) {
  const [pasted, setPasted] = useState('');
  const [made, setMade] = useState<Made[] | null>(null);
  const [error, setError] = useState('');
  const status = useStatus();
  const long = useLongWork();
  const { country } = context;
  const lines = useMemo(() => readPasted(pasted, country), [pasted, country]);
  const make = async () => {
    if (!lines.length) return setError('Paste some numbers first.');
    setMade(null);
    const work = long.run('Making the links…', (step) => madeLinks(context, lines, step));
    const done = await status.during('', work);
    if (done) setMade(done.result);
  };
  const type = (value: string) => {
    setPasted(value);
    setError('');
  };
  const writeAll = () => write(long, status, (step) => writeEverybody(context, step));
  return (
    <>
      <Field
        id="pasted"
        label="Numbers, one a line; a name may stand beside"
        type="many-lines"
        placeholder={'+44 7700 900123\n07700 900456, Ben'}
        value={pasted}
        onInput={type}
        error={error}
        hint={countOf(lines)}
        live
      />
      <WrongLines lines={lines} />
      <CountryField id="countries" country={country} choose={context.setCountry} />
      <div class="buttons">
        <Button look="action" work={make}>
          Make the links
        </Button>
        <Button work={writeAll}>Write everybody’s link into the sheet</Button>
      </div>
      <p class="help">Every client in the base gets their link, in the column Link.</p>
      <StatusLine of={status} />
      {long.going && <Progress label="Links" going={long.going} stop={long.stop} />}
      {made && <LinkTable made={made} />}
    </>
  );
}

/** The first lines that cannot be used, while one types. */
function WrongLines({ lines }: { lines: PastedLine[] }) {
  const wrong = lines.flatMap(({ line, text, typed }) =>
    'problem' in typed ? [`Line ${line}: “${text}” ${typed.problem}.`] : [],
  );
  if (!wrong.length) return null;
  const more = wrong.length - SHOWN;
  return (
    <ul class="wrong-lines">
      {wrong.slice(0, SHOWN).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
      {more > 0 && <li>And {more.toLocaleString()} more.</li>}
    </ul>
  );
}

function countOf(lines: PastedLine[]): string {
  if (!lines.length) return '';
  const wrong = lines.filter(({ typed }) => 'problem' in typed).length;
  const words = `${lines.length.toLocaleString()} ${lines.length === 1 ? 'number' : 'numbers'}`;
  return words + (wrong ? `, ${wrong} of them cannot be used` : '');
}
