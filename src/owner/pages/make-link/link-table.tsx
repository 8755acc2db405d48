/** The links that were made of pasted numbers, as a table: to copy, or to write into the sheet. */
import { Button } from '../components/button';
import { Copy } from '../components/copy';
import { Progress, useLongWork } from '../components/progress';
import { StatusLine } from '../components/status';
import { useStatus } from '../shared/use-status';
import type { Made } from './made-links';
import type { PastedLine } from './pasted';
import { writeThese } from './write-links';
import { write } from './written';

/** Lines of the table that are shown; copying and writing take all. */
const SHOWN = 500;

export function LinkTable({ made }: { made: Made[] }) {
  const status = useStatus();
  const long = useLongWork();
  const linked = made.flatMap(({ line, client, link }) =>
    client && link ? [{ line, client, link }] : [],
  );
  const text = () =>
    linked.map(({ line, client, link }) => `${numberOf(line)}\t${client.name}\t${link}`).join('\n');
  return (
    <section aria-label="The links">
      <div class="buttons">
        <Copy text={text}>Copy all</Copy>
        <Button work={() => write(long, status, (step) => writeThese(linked, step))}>
          Write them into the column Link
        </Button>
      </div>
      <StatusLine of={status} />
      {long.going && <Progress label="Links" going={long.going} stop={long.stop} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard too */}
      <section class="scroll" tabIndex={0} aria-label="Table of links">
        <table>
          <thead>
            <tr>
              {['Number', 'Name', 'Link'].map((heading) => (
                <th scope="col" key={heading}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {made.slice(0, SHOWN).map((one, index) => (
              <Row key={`${index} ${one.line.text}`} made={one} />
            ))}
          </tbody>
        </table>
      </section>
      {made.length > SHOWN && (
        <p class="help">
          The first {SHOWN} of {made.length.toLocaleString()} are shown.
        </p>
      )}
    </section>
  );
}

function Row({ made: { line, client, link } }: { made: Made }) {
  const { typed } = line;
  return (
    <tr>
      <td>{numberOf(line)}</td>
      <td>{client?.name || line.name}</td>
      <td class="link-cell">
        {'problem' in typed ? (
          <span class="bad">This {typed.problem}.</span>
        ) : (
          link || 'Not made: stopped.'
        )}
      </td>
    </tr>
  );
}

function numberOf({ text, typed }: PastedLine): string {
  return 'shown' in typed ? typed.shown : text;
}
