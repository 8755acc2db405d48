/** The command from its arguments to its exit code. */
import { deploy } from './deploy';
import { dryRun } from './dry-run';
import { ClaspFailed, explain, Failure } from './failure';
import { HELP, readOptions } from './options';
import { Project } from './project';
import { rollback } from './rollback';
import type { Surroundings } from './surroundings';

const OLDEST_NODE = 20;

/**
 * Runs `deploy` or `rollback`.
 *
 * @returns 0 when all is well; 1 after telling what happened and what to do next
 */
export async function run(args: string[], surroundings: Surroundings): Promise<number> {
  try {
    checkNode(process.versions.node);
    const options = readOptions(args, surroundings.env);
    if (options.command === 'help') {
      surroundings.say(HELP);
      return 0;
    }
    const project = new Project(surroundings);
    if (options.command === 'rollback') return await rollback(project, options);
    if (options.dryRun) return await dryRun(project, options);
    return await deploy(project, options);
  } catch (error) {
    const failure = error instanceof ClaspFailed ? explain(error) : error;
    if (!(failure instanceof Failure)) throw failure;
    const steps = failure.next.map((step, index) => `  ${index + 1}. ${step}`);
    surroundings.say(`\n${failure.message}\n\nWhat to do:\n${steps.join('\n')}`);
    return 1;
  }
}

/** @throws Failure when this Node is too old for clasp */
export function checkNode(version: string): void {
  if (Number.parseInt(version, 10) >= OLDEST_NODE) return;
  throw new Failure(`Node ${version} is too old: clasp needs ${OLDEST_NODE} or newer.`, [
    'Install the version marked LTS from https://nodejs.org',
    'Run `npm ci`, and the same command again.',
  ]);
}
