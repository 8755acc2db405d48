/** What happened: every execution of the script, newest first, quiet ones folded away. */
import { useState } from 'preact/hooks';
import type { Happening } from '../../view';
import { useView } from '../app';
import { Icon } from '../icon';
import { memo } from '../memo';
import { Execution } from './execution';
import { summed } from './words';

export function Happened() {
  const { happened, timeZone } = useView();
  return (
    <section class="area happened" aria-label="What happened">
      <header class="area-top">
        <h2>
          <Icon name="pulse" />
          What happened
        </h2>
      </header>
      <List happened={happened} timeZone={timeZone} />
    </section>
  );
}

const List = memo(({ happened, timeZone }: { happened: Happening[]; timeZone: string }) => {
  const newestFirst = grouped(happened).reverse();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so by keyboard too
    <section class="happenings" tabIndex={0} aria-label="Executions, newest first">
      {newestFirst.length === 0 && (
        <p class="nothing">Nothing has run yet. Write something on a phone.</p>
      )}
      {newestFirst.map((group) =>
        group[0].quiet ? (
          <Quiet key={group[0].id} group={group} timeZone={timeZone} />
        ) : (
          <Execution key={group[0].id} one={group[0]} timeZone={timeZone} />
        ),
      )}
    </section>
  );
});

type Group = [Happening, ...Happening[]];

/** A loud one stands alone; quiet ones next to each other are one group. */
function grouped(all: readonly Happening[]): Group[] {
  const groups: Group[] = [];
  for (const one of all) {
    const last = groups.at(-1);
    if (one.quiet && last?.[0].quiet) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

function Quiet({ group, timeZone }: { group: Group; timeZone: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="execution quiet" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span class="about">{summed(group)}</span>
      </summary>
      {open &&
        [...group].reverse().map((one) => <Execution key={one.id} one={one} timeZone={timeZone} />)}
    </details>
  );
}
