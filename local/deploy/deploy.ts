/** From a clone to a live sheet; later, a new version behind the same address. */
import { describeVersion } from './changelog';
import { serve } from './deployment';
import { Failure } from './failure';
import type { Pushed } from './notes';
import type { Options } from './options';
import type { Project } from './project';
import { push, warnOfScopes } from './push';
import { readRelease } from './release';
import { report } from './report';
import { ensureScript } from './script';
import { ensureSignedIn } from './sign-in';
import { checkRoom, ensureVersion, listVersions } from './versions';

/** So many are remembered for going back. */
const SERVED_KEPT = 20;

/**
 * Deploys. Every step is noted before and after; a second run goes on from where the first stopped.
 *
 * @returns the exit code
 * @throws Failure, ClaspFailed when a step fails
 */
export async function deploy(project: Project, options: Options): Promise<number> {
  const first = project.notes.served.length === 0;
  await prepare(project, first);
  if (first && !project.notes.underway) await ensureSignedIn(project);
  await ensureScript(project, options);
  const release = readRelease(project.root);
  warnOfScopes(project, release);
  await ship(project, release, options);
  return report(project, first);
}

async function prepare(project: Project, first: boolean): Promise<void> {
  const { surroundings } = project;
  if (!first) {
    project.say('Running the tests …');
    if (!(await surroundings.test())) {
      throw new Failure('A test has failed, so nothing was uploaded.', [
        'Look at the test’s words above and correct what it names.',
        'If you changed nothing, take the released version of the project again.',
      ]);
    }
  }
  project.say('Building …');
  await surroundings.build().catch((error: Error) => {
    throw new Failure(`The project does not build: ${error.message}`, [
      'If you changed the code, correct it. If not, run `npm ci` and try again.',
    ]);
  });
}

async function ship(project: Project, release: Pushed, options: Options): Promise<void> {
  const versions = await listVersions(project);
  checkRoom(project, versions);
  project.say('Uploading …');
  const uploaded = await push(project);
  if (uploaded.length === 0 && isLive(project, release) && !options.deployment) {
    project.say(`Nothing has changed since version ${project.notes.served.at(-1)}.`);
    return;
  }
  const description = describeVersion(project.root);
  const version = await ensureVersion(project, release, description, versions);
  await serve(project, version, description, options.deployment);
  const served = [...project.notes.served, version].slice(-SERVED_KEPT);
  project.note({ served, pushed: release, underway: undefined });
  project.say(`Version ${version} is live: ${description}`);
}

function isLive({ notes }: Project, { fingerprint }: Pushed): boolean {
  return notes.served.length > 0 && !notes.underway && notes.pushed?.fingerprint === fingerprint;
}
