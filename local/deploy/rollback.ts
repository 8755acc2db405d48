/** Back to the version before: the web app serves it again, and the sheet's menu and sidebar run its files. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { listDeployments, serve } from './deployment';
import { Failure } from './failure';
import type { Options } from './options';
import type { Project } from './project';
import { report } from './report';
import { ensureScript } from './script';
import { tellAddress } from './upload';
import { listVersions, type Version } from './versions';

/**
 * Rolls back, or only says to where. A second run after an interruption goes on to the same version.
 *
 * @returns the exit code
 * @throws Failure when there is nothing to go back to; ClaspFailed when Google refuses
 */
export async function rollback(project: Project, options: Options): Promise<number> {
  const { deploymentId } = project.notes;
  if (!deploymentId) {
    throw new Failure('Nothing has been deployed from this folder yet.', [
      'Run `npm run deploy` first.',
    ]);
  }
  await ensureScript(project, options);
  const versions = await listVersions(project);
  const to = await target(project, deploymentId, versions);
  if (options.dryRun) {
    project.say(
      `A rollback would go back to version ${to}: ${descriptionOf(versions, to)}\nNothing has been changed (--dry-run).`,
    );
    return 0;
  }
  project.note({ underway: { step: 'rollback', to } });
  project.say(`Going back to version ${to} …`);
  await bringFilesBack(project, to, deploymentId);
  await serve(project, { version: to, description: descriptionOf(versions, to) }, deploymentId);
  finish(project, to);
  project.say(
    `Version ${to} is live again. The next \`npm run deploy\` ships what is in this folder.`,
  );
  return report(project, { first: false, moved: false });
}

/** What was served before what is served now; without notes of it, the next lower version that is still there. */
async function target(project: Project, deploymentId: string, versions: Version[]) {
  const { underway, served } = project.notes;
  if (underway?.step === 'rollback') return underway.to;
  const deployments = await listDeployments(project);
  const serving = deployments.find((one) => one.deploymentId === deploymentId)?.versionNumber;
  const current = serving ?? served.at(-1) ?? 0;
  const exists = new Set(versions.map((version) => version.versionNumber));
  const before = served.at(-1) === current ? served.slice(0, -1) : served;
  const noted = before.filter((version) => version !== current && exists.has(version)).at(-1);
  const lower = [...exists].filter((version) => version < current).at(-1);
  const to = noted ?? lower;
  if (to === undefined) {
    throw new Failure(`Version ${current} is the first one: there is none before it.`, [
      'To stop the program, archive the deployment in the script editor: *Deploy → Manage deployments*.',
    ]);
  }
  return to;
}

/** The menu and the sidebar of a sheet always run the files last uploaded, whatever the web app serves. */
async function bringFilesBack(
  project: Project,
  version: number,
  deploymentId: string,
): Promise<void> {
  const folder = project.scratch('back');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const projectFile = `${folder}/.clasp.json`;
  writeFileSync(projectFile, JSON.stringify({ scriptId: project.notes.scriptId }));
  await project.clasp.json('pull', ['--versionNumber', String(version)], { project: projectFile });
  tellAddress(project, folder, deploymentId);
  await project.clasp.json('push', ['--force'], { project: projectFile });
  rmSync(folder, { recursive: true, force: true });
}

function finish(project: Project, to: number): void {
  const { served, pushed } = project.notes;
  const index = served.lastIndexOf(to);
  project.note({
    served: index < 0 ? [to] : served.slice(0, index + 1),
    pushed: pushed && { ...pushed, fingerprint: '', files: {} },
    underway: undefined,
  });
}

function descriptionOf(versions: Version[], number: number): string {
  const version = versions.find(({ versionNumber }) => versionNumber === number);
  return version?.description ?? `version ${number}`;
}
