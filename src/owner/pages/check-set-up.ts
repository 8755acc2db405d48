/** The dialog *Check set-up*: one list of checks, made one after the other, safe at any time. */
import { allChecks, type Check, type Outcome } from './check-set-up/checks';
import { report } from './check-set-up/report';
import { copyButton } from './shared/copy';
import { fill, h, page } from './shared/dom';
import { server } from './shared/server';
import { button } from './shared/states';

const MARKS = { pass: '✓', fail: '✕', warn: '!', skip: '–' };
const WORDS = { pass: 'passed', fail: 'failed', warn: 'note', skip: 'skipped' };

/** Makes all checks anew. */
async function start(): Promise<void> {
  const checks = allChecks();
  const outcomes = new Map<string, Outcome>();
  const places = checks.map(({ title }) => h('li', {}, ...waiting(title)));
  const summary = h('p.summary', { role: 'status' }, 'Checking…');
  const footer = h('div.buttons');
  fill(page(), summary, h('ul.checks', {}, ...places), footer);
  for (const [index, check] of checks.entries()) {
    const place = places[index] as HTMLElement;
    place.className = 'running';
    const outcome = await outcomeOf(check);
    outcomes.set(check.title, outcome);
    place.className = outcome.result;
    fill(place, ...line(check.title, outcome));
  }
  summary.textContent = summed([...outcomes.values()]);
  fill(
    footer,
    copyButton('Copy the result', () => report(outcomes)),
    button('Check again', start, { focus: 'again' }),
  );
  page().removeAttribute('aria-busy');
}

async function outcomeOf(check: Check): Promise<Outcome> {
  try {
    return await check.run();
  } catch (error) {
    return {
      result: 'fail',
      found: 'This could not be checked.',
      toDo: (error as Error).message,
    };
  }
}

function waiting(title: string): HTMLElement[] {
  return [h('span.mark', { 'aria-hidden': 'true' }, ''), h('div', {}, h('h2', {}, title))];
}

function line(title: string, { result, found, toDo, opens, details = [] }: Outcome): HTMLElement[] {
  const open = () => void server.openDialog('connect');
  return [
    h('span.mark', { 'aria-hidden': 'true' }, MARKS[result]),
    h(
      'div',
      {},
      h('h2', {}, title, h('span.hidden', {}, `: ${WORDS[result]}`)),
      h('p', {}, found),
      toDo ? h('p.to-do', {}, toDo) : null,
      opens ? h('button.link', { type: 'button', onclick: open }, 'Connect WhatsApp…') : null,
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

function summed(outcomes: Outcome[]): string {
  const failed = outcomes.filter(({ result }) => result === 'fail').length;
  if (failed) return failed === 1 ? 'One check failed.' : `${failed} checks failed.`;
  return outcomes.some(({ result }) => result === 'warn')
    ? 'Nothing failed. There is something to know.'
    : 'Everything is all right.';
}

void start();
