/** `google.script.run`: the calls that the script's pages make, from a dialog of the document or from a page of the web app. */
import { toScript } from './events';
import { runJob } from './machine';
import { checkedForPage } from './page-values';
import type { WebAnswer } from './types';
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

/** Calls a function as a page does. @throws what the failure handler would get */
export function callFromPage(
  world: World,
  name: string,
  args: unknown[],
  as: 'page' | 'visitor',
): unknown {
  if (name.endsWith('_')) throw new Error(`Script function not found: ${name}`);
  const sent = args.map((arg) => checkedForPage(arg, `argument of ${name}`));
  const execution = runJob(world, {
    function: name,
    as,
    args: (run) => toScript(run, sent),
    ifMissing: 'fail',
  });
  if (execution?.error !== undefined) throw new Error(execution.error);
  return checkedForPage(execution?.result, `result of ${name}`);
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
