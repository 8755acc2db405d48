/** What a deployment would do, without asking Google anything. */
import path from 'node:path';
import { describeVersion } from './changelog';
import { readProjectFile, readTrackedFile } from './clasp-json';
import type { Pushed } from './notes';
import type { Options } from './options';
import { sayUnasked, unasked } from './permissions';
import type { Project } from './project';
import { chosen, pack, sayScope } from './upload';

/**
 * Builds, and prints the files that clasp would push and what would change at Google.
 *
 * @throws Failure, ClaspFailed when not even that works
 */
export async function dryRun(project: Project, options: Options): Promise<number> {
  await project.surroundings.build();
  const release = pack(project, chosen(project, options));
  const { filesToPush } = await project.clasp.json<{ filesToPush: string[] }>('show-file-status');
  project.say(`Files:\n${fileList(filesToPush, release, project.notes.pushed).join('\n')}`);
  const steps = plan(project, options, release);
  project.say(`\nA deployment would:\n${steps.map((step) => `  · ${step}`).join('\n')}`);
  sayScope(project, options);
  sayUnasked(project, unasked(project, release));
  project.say('\nNothing has been changed (--dry-run).');
  return 0;
}

function knownScript(project: Project): string | undefined {
  const { root, notes } = project;
  return notes.scriptId ?? readProjectFile(root) ?? readTrackedFile(root);
}

function fileList(filesToPush: string[], release: Pushed, before: Pushed | undefined): string[] {
  const names = filesToPush.map((file) => path.basename(file)).sort();
  const lines = names.map((name) => {
    const old = before?.files[name];
    const change = !old ? 'new' : old === release.files[name] ? 'as it is' : 'changed';
    return `  dist/${name}  ${change}`;
  });
  const gone = Object.keys(before?.files ?? {}).filter((name) => !(name in release.files));
  return [...lines, ...gone.map((name) => `  dist/${name}  goes away`)];
}

function plan(project: Project, options: Options, release: Pushed): string[] {
  const { notes } = project;
  const { script = knownScript(project), sheet = notes.sheetId, deployment } = options;
  const live = script && !notes.underway && notes.pushed?.fingerprint === release.fingerprint;
  if (live && !deployment) {
    return ['change nothing: these files are live already', 'check the web app logged out'];
  }
  return [
    whereTo(script, sheet),
    'upload the files above',
    ...(unasked(project, release).length > 0
      ? ['stop there until you have approved the new permissions in the sheet']
      : []),
    `make a version: ${describeVersion(project.root)}`,
    whatServes(project, deployment),
    'check the web app logged out',
  ];
}

function whereTo(script: string | undefined, sheet: string | undefined): string {
  if (script) return `use the script ${script}`;
  return sheet
    ? `make a script in the spreadsheet ${sheet}`
    : 'make a new spreadsheet “Referrals” with its script';
}

function whatServes(project: Project, deployment: string | undefined): string {
  if (deployment === 'new') return 'make a new deployment, with another address';
  if (deployment) return `let the deployment ${deployment} serve it`;
  return project.notes.deploymentId
    ? `let the same deployment serve it: ${project.webAppAddress}`
    : 'make the deployment, unless the script has one';
}
