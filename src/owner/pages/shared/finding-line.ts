/** One finding as a line of a list: a mark, what was found, what to do. */
import { h } from './dom';
import type { Finding } from './findings';

const MARKS = { pass: '✓', fail: '✕', warn: '!', skip: '–' };
const WORDS = { pass: 'passed', fail: 'failed', warn: 'note', skip: 'skipped' };

/**
 * What stands in the list's item: the title, and the finding once it is there.
 *
 * @param heading the level that the titles have on this page
 * @param more stands below what to do; where the finding is waited for, below the title
 */
export function findingLine(
  title: string,
  finding: Finding | null,
  heading: 'h2' | 'h3',
  more: HTMLElement | null = null,
): HTMLElement[] {
  const mark = (sign: string) => h('span.mark', { 'aria-hidden': 'true' }, sign);
  if (!finding) return [mark(''), h('div', {}, h(heading, {}, title), more)];
  const { result, found, toDo, details = [] } = finding;
  return [
    mark(MARKS[result]),
    h(
      'div',
      {},
      h(heading, {}, title, h('span.hidden', {}, `: ${WORDS[result]}`)),
      h('p', {}, found),
      toDo ? h('p.to-do', {}, toDo) : null,
      more,
      details.length > 0 &&
        h(
          'details',
          {},
          h('summary', {}, 'What was found'),
          h('ul', {}, ...details.map((detail) => h('li.learnt', {}, detail))),
        ),
    ),
  ];
}
