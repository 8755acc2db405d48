/** From a clone to a live sheet; later, a new version behind the same address. */
import path from 'node:path';
import { describeVersion } from './changelog';
import { UPLOAD } from './clasp-json';
import { findDeployment, serve } from './deployment';
import { Failure } from './failure';
import type { Pushed } from './notes';
import type { Options } from './options';
import { askForThem, sayUnasked, unasked } from './permissions';
import type { Project } from './project';
import { push } from './push';
import { report } from './report';
import { ensureScript } from './script';
import { ensureSignedIn } from './sign-in';
import { chosen, pack, sayScope, tellAddress } from './upload';
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
  const permissions = chosen(project, options);
  sayScope(project, options);
  project.note({ ...permissions });
  const release = pack(project, permissions);
  const { deploymentId } = project.notes;
  const scopes = unasked(project, release);
  if (scopes.length > 0) {
    sayUnasked(project, scopes);
    project.say('Uploading …');
    await upload(project, deploymentId);
    askForThem(project, release);
    return 0;
  }
  await ship(project, release, options);
  const moved = project.notes.deploymentId !== deploymentId;
  return report(project, { first, moved });
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
  const deploymentId = await findDeployment(project, options.deployment);
  project.say('Uploading …');
  const told = project.notes.deploymentId ?? deploymentId;
  const uploaded = await upload(project, told);
  const live = uploaded.length === 0 && isLive(project, release);
  if (live && deploymentId === project.notes.deploymentId) {
    project.say(`Nothing has changed since version ${project.notes.served.at(-1)}.`);
    return;
  }
  const description = describeVersion(project.root);
  const served = live ? project.notes.served.at(-1) : undefined;
  const version = served ?? (await ensureVersion(project, release, description, versions));
  await serve(project, { version, description }, deploymentId);
  if (project.notes.deploymentId !== told) {
    project.say('Uploading once more: the sheet learns the web app’s address …');
    await upload(project, project.notes.deploymentId);
  }
  const before = project.notes.served.filter((number) => number !== version);
  project.note({
    served: [...before, version].slice(-SERVED_KEPT),
    pushed: release,
    asked: undefined,
    underway: undefined,
  });
  project.say(`Version ${version} is live: ${description}`);
}

async function upload(project: Project, deploymentId: string | undefined): Promise<string[]> {
  if (deploymentId) tellAddress(project, path.join(project.root, UPLOAD), deploymentId);
  return push(project);
}

function isLive({ notes }: Project, { fingerprint }: Pushed): boolean {
  return notes.served.length > 0 && !notes.underway && notes.pushed?.fingerprint === fingerprint;
}
