/** What happened: every execution of the script, newest first, quiet ones folded away. */
import type { Happening, View } from '../../view';
import type { App } from '../app';
import { fill, h } from '../dom';
import { count, duration } from '../format';
import { details, head } from './execution';

export function happened(app: App): HTMLElement {
  const list = h('div.happenings', { tabindex: 0, 'aria-label': 'Executions, newest first' });
  const shown = new Shown();
  let drawn = '';
  app.add((view) => {
    const state = `${view.happened.at(-1)?.id ?? 0} ${view.happened.length} ${view.timeZone}`;
    if (state === drawn) return;
    drawn = state;
    shown.keep(new Set(view.happened.map(({ id }) => id)));
    const groups = grouped(view.happened).reverse();
    fill(
      list,
      ...(groups.length === 0 ? [nothing()] : groups.map((one) => draw(shown, view, one))),
    );
  });
  return list;
}

/** What is on the list already: it is not drawn anew, and what was opened stays open. */
class Shown {
  private nodes = new Map<number, HTMLElement>();
  /** Groups that stand open, by their first execution. */
  readonly open = new Set<number>();

  keep(ids: Set<number>): void {
    for (const id of this.nodes.keys()) if (!ids.has(id)) this.nodes.delete(id);
  }

  node(id: number, make: () => HTMLElement): HTMLElement {
    const node = this.nodes.get(id) ?? make();
    this.nodes.set(id, node);
    return node;
  }
}

function nothing(): HTMLElement {
  return h('p.nothing', {}, 'Nothing ran yet. Write something on a phone.');
}

/** A loud one stands alone; quiet ones next to each other are one group. */
function grouped(all: readonly Happening[]): Happening[][] {
  const groups: Happening[][] = [];
  for (const one of all) {
    const last = groups.at(-1);
    if (one.quiet && last?.[0]?.quiet) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

function draw(shown: Shown, view: View, group: Happening[]): HTMLElement {
  const [first] = group as [Happening];
  if (!first.quiet) return shown.node(first.id, () => execution(view, first));
  const total = duration(group.reduce((sum, one) => sum + one.modelledMs, 0));
  const node = h(
    'details.execution.quiet',
    { open: shown.open.has(first.id) },
    h('summary', {}, h('span.about', {}, summed(group)), h('span.cost', {}, total)),
  );
  node.addEventListener('toggle', () => {
    if (!node.open) shown.open.delete(first.id);
    else shown.open.add(first.id);
    if (!node.open || node.childElementCount > 1) return;
    const newestFirst = [...group].reverse();
    node.append(...newestFirst.map((one) => shown.node(one.id, () => execution(view, one))));
  });
  return node;
}

function execution(view: View, one: Happening): HTMLElement {
  const node = h(`details.execution${one.quiet ? '.quiet' : ''}` as 'details', {}, head(view, one));
  node.addEventListener('toggle', () => {
    if (node.open && node.childElementCount === 1) node.append(details(one));
  });
  return node;
}

/** `6 delivery reports, 2 runs of drainPending`. */
function summed(group: readonly Happening[]): string {
  const kinds = new Map<string, number>();
  for (const { about } of group) {
    const kind = about.startsWith('Report:') ? 'report' : about;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return [...kinds]
    .map(([kind, n]) =>
      kind === 'report' ? count(n, 'delivery report') : n > 1 ? `${kind} × ${n}` : kind,
    )
    .join(', ');
}
