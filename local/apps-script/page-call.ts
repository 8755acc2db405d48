/** `google.script.run`: the calls that the script's pages make, from a dialog of the document or from a page of the web app. */
import { toScript } from './events';
import { runJob } from './machine';
import { checkedForPage } from './page-values';
import type { Execution, WebAnswer } from './types';
import { functionNamesIn } from './web-app';
import type { World } from './world';

/** A page of the web app, open in the browser of a stranger. */
export interface WebPage {
  /**
   * What Google writes into the page: the script's top-level functions whose names do not end in `_`. Empty when the
   * answer is no page of the script's, so that it has no google.script.run.
   */
  readonly functions: string[];
  /**
   * Calls one of them, as an anonymous visitor with the deployer's rights. Arguments and results are copied as the real
   * wire does.
   *
   * @throws what the failure handler would get, or Error when the page does not offer the function
   */
  run(name: string, args?: unknown[]): unknown;
}

interface PageCall {
  name: string;
  args: unknown[];
  as: 'page' | 'visitor';
}

/** What the success handler would get, or the failure handler. */
export type PageOutcome = { result: unknown } | { error: string };

/** Calls a function as a page does. @throws what the failure handler would get */
export function callFromPage(
  world: World,
  name: string,
  args: unknown[],
  as: 'page' | 'visitor',
): unknown {
  let outcome = { result: null } as PageOutcome;
  callFromOpenPage(world, { name, args, as }, (given) => {
    outcome = given;
  });
  if ('error' in outcome) throw new Error(outcome.error);
  return outcome.result;
}

/**
 * Calls a function as a page does that stays open.
 *
 * @param answered called when the execution has ended, which may be after a question to the owner
 * @throws Error when the call is none: a hidden function, an argument that does not pass
 */
export function callFromOpenPage(
  world: World,
  { name, args, as }: PageCall,
  answered: (outcome: PageOutcome) => void,
): void {
  if (name.endsWith('_')) throw new Error(`Script function not found: ${name}`);
  const sent = args.map((arg) => checkedForPage(arg, `argument of ${name}`));
  runJob(world, {
    function: name,
    as,
    args: (run) => toScript(run, sent),
    ifMissing: 'fail',
    ended: ({ record }) => {
      answered(outcomeOf(record));
      // The page has it; of hundreds of executions that are remembered it would fill the memory.
      delete record.result;
    },
    refused: (error) => answered({ error }),
  });
}

function outcomeOf({ function: name, error, result }: Execution): PageOutcome {
  if (error !== undefined) return { error };
  try {
    return { result: checkedForPage(result, `result of ${name}`) };
  } catch (problem) {
    return { error: (problem as Error).message };
  }
}

/** What a visitor holds who was given this answer. */
export function webPage(world: World, answer: WebAnswer): WebPage {
  const functions = functionNamesIn(answer);
  return {
    functions,
    run: (name, args = []) => {
      if (!functions.includes(name)) throw new Error(`google.script.run.${name} is not a function`);
      return callFromPage(world, name, args, 'visitor');
    },
  };
}
