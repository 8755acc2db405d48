/** What the owner should know and the sheet could not take yet. */
import type { State } from '../../wire';
import { h } from './dom';

/** A box with the problems that wait; nothing where there are none. */
export function waitingProblems({ problems }: Pick<State, 'problems'>): HTMLElement | null {
  if (!problems.length) return null;
  const times = (count: number) => (count > 1 ? ` (${count} times)` : '');
  return h(
    'section.failure',
    { 'aria-label': 'Problems' },
    h('p', {}, h('strong', {}, 'The sheet could not be told of this yet:')),
    h(
      'ul',
      {},
      ...problems.map(({ what, toDo, count }) =>
        h('li', {}, `${what}${times(count)}. `, h('span.secondary', {}, toDo)),
      ),
    ),
  );
}
