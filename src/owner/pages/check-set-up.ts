/** The dialog *Check set-up*: one list of checks, made one after the other, safe at any time. */
import type { Check, Outcome } from './check-set-up/check';
import { allChecks } from './check-set-up/checks';
import { report } from './check-set-up/report';
import { copyButton } from './shared/copy';
import { fill, h, page } from './shared/dom';
import { findingLine } from './shared/finding-line';
import { waitingProblems } from './shared/problems';
import { server } from './shared/server';
import { button } from './shared/states';

/** Makes all checks from the beginning. */
export async function start(): Promise<void> {
  const checks = allChecks();
  const outcomes = new Map<string, Outcome>();
  const places = checks.map(({ title }) => h('li', {}, ...findingLine(title, null, 'h2')));
  const summary = h('p.summary', { role: 'status' }, 'Checking…');
  const problems = h('div');
  const footer = h('div.buttons');
  fill(page(), summary, problems, h('ul.checks', {}, ...places), footer);
  void showProblems(problems);
  for (const [index, check] of checks.entries()) {
    const place = places[index] as HTMLElement;
    place.className = 'running';
    if (check.patience) {
      fill(place, ...findingLine(check.title, null, 'h2', h('p.to-do', {}, check.patience)));
    }
    const outcome = await outcomeOf(check);
    outcomes.set(check.title, outcome);
    place.className = outcome.result;
    fill(place, ...findingLine(check.title, outcome, 'h2', helper(outcome)));
  }
  summary.textContent = summed(outcomes);
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

/** The state may not be readable, which its own check says. */
async function showProblems(place: HTMLElement): Promise<void> {
  const state = await server.state().catch(() => null);
  if (state) fill(place, waitingProblems(state));
}

function helper({ opens }: Outcome): HTMLElement | null {
  if (!opens) return null;
  const open = () => void server.openDialog(opens);
  return h('button.link', { type: 'button', onclick: open }, 'Connect WhatsApp…');
}

function summed(outcomes: Map<string, Outcome>): string {
  const failed = [...outcomes].flatMap(([title, { result }]) => (result === 'fail' ? [title] : []));
  if (failed.length) {
    const count = failed.length === 1 ? 'One check' : `${failed.length} checks`;
    return `${count} failed: ${failed.join('; ')}.`;
  }
  return [...outcomes.values()].some(({ result }) => result === 'warn')
    ? 'Nothing failed. There is something to know.'
    : 'Everything is all right.';
}
