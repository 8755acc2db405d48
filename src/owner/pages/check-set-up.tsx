/** The dialog *Check set-up*: one list of checks, made one after the other, safe at any time. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Check, Outcome, Shared } from './check-set-up/check';
import { allChecks } from './check-set-up/checks';
import { NewerVersion } from './check-set-up/newer-version';
import { report } from './check-set-up/report';
import { Button, OpenDialog } from './components/button';
import { Copy } from './components/copy';
import { type FindingLine, Findings } from './components/findings';
import { Page } from './components/page';
import { Problems } from './components/problems';
import { server } from './shared/server';
import { useCall } from './shared/use-call';

export function CheckSetUp() {
  const { titles, outcomes, patience, finished, start } = useChecks();
  // The state may not be readable, which its own check says.
  const { value: state, again } = useCall(() => server.state());
  const checkAgain = () => Promise.all([start(), again()]);
  const lines = titles.map((title, index) => {
    const finding = outcomes.get(title) ?? null;
    const running = !finding && index === outcomes.size;
    return {
      title,
      finding,
      running,
      more: finding ? helper(finding, checkAgain) : running && patience,
    };
  });
  return (
    <Page title="Check set-up" ready={finished}>
      <p class="summary" role="status">
        {finished ? summed(outcomes) : 'Checking…'}
      </p>
      {state && <Problems problems={state.problems} />}
      <Findings lines={finished ? worstFirst(lines) : lines} heading="h2" look="checks" />
      {finished && <NewerVersion />}
      <div class="buttons">
        {finished && <Copy text={() => report(outcomes)}>Copy the result</Copy>}
        {finished && <Button work={checkAgain}>Check again</Button>}
      </div>
    </Page>
  );
}

const RANKS = { fail: 0, warn: 1, pass: 2, skip: 2 };

/** In the order in which they were made, what failed before the rest. */
function worstFirst(lines: FindingLine[]): FindingLine[] {
  const rank = ({ finding }: FindingLine) => RANKS[finding?.result ?? 'pass'];
  return [...lines].sort((a, b) => rank(a) - rank(b));
}

/** The checks of the newest round, and what has come of them so far, in their order. */
function useChecks() {
  const [{ checks, outcomes }, setRound] = useState(newRound);
  const newest = useRef(checks);
  const start = async (round = newRound()) => {
    newest.current = round.checks;
    setRound(round);
    const shared = newShared();
    for (const check of round.checks) {
      const outcome = await outcomeOf(check, shared);
      if (newest.current !== round.checks) return;
      setRound(({ outcomes: before }) => ({
        checks: round.checks,
        outcomes: new Map(before).set(check.title, outcome),
      }));
    }
  };
  // The first round begins with the page.
  useEffect(() => void start({ checks, outcomes }), []);
  const patience = checks[outcomes.size]?.patience;
  return {
    titles: checks.map(({ title }) => title),
    outcomes,
    patience: patience && <p class="to-do">{patience}</p>,
    finished: outcomes.size === checks.length,
    start: () => start(),
  };
}

function newRound() {
  return { checks: allChecks(), outcomes: new Map<string, Outcome>() };
}

/** Asks once for what several checks look at. */
function newShared(): Shared {
  let state: ReturnType<Shared['state']> | undefined;
  return {
    state() {
      state ??= server.state();
      return state;
    },
  };
}

async function outcomeOf(check: Check, shared: Shared): Promise<Outcome> {
  try {
    return await check.run(shared);
  } catch (error) {
    return {
      result: 'fail',
      found: 'This could not be checked.',
      toDo: (error as Error).message,
    };
  }
}

function helper({ opens, offers }: Outcome, checkAgain: () => Promise<unknown>) {
  if (offers) {
    const work = () => offers.run().then(checkAgain);
    return (
      <Button look="link" work={work}>
        {offers.label}
      </Button>
    );
  }
  if (!opens) return null;
  return (
    <OpenDialog name={opens} look="link">
      Connect…
    </OpenDialog>
  );
}

function summed(outcomes: Map<string, Outcome>): string {
  const failed = [...outcomes].flatMap(([title, { result }]) => (result === 'fail' ? [title] : []));
  if (failed.length) {
    const count = failed.length === 1 ? 'One check' : `${failed.length} checks`;
    return `${count} failed: ${failed.join('; ')}.`;
  }
  return [...outcomes.values()].some(({ result }) => result === 'warn')
    ? 'Nothing failed. Some things are worth knowing.'
    : 'All is well.';
}
