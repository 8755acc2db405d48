/** What a deployment would do, without asking Google anything. */
import { describeVersion } from './changelog';
import { readScriptId } from './clasp-json';
import type { Pushed } from './notes';
import type { Options } from './options';
import type { Project } from './project';
import { warnOfScopes } from './push';
import { readRelease } from './release';

/**
 * Builds, and prints the files that clasp would push and what would change at Google.
 *
 * @throws Failure, ClaspFailed when not even that works
 */
export async function dryRun(project: Project, options: Options): Promise<number> {
  await project.surroundings.build();
  const { filesToPush } = await project.clasp.json<{ filesToPush: string[] }>('show-file-status');
  const release = readRelease(project.root);
  project.say(`Files:\n${fileList(filesToPush, release, project.notes.pushed).join('\n')}`);
  project.say(`\nA deployment would:\n${plan(project, options, release).join('\n')}`);
  warnOfScopes(project, release);
  project.say('\nNothing has been changed (--dry-run).');
  return 0;
}

function fileList(filesToPush: string[], release: Pushed, before: Pushed | undefined): string[] {
  const lines = filesToPush.sort().map((file) => {
    const name = file.replace(/^dist[\\/]/, '');
    const old = before?.files[name];
    const change = !old ? 'new' : old === release.files[name] ? 'as it is' : 'changed';
    return `  ${file}  ${change}`;
  });
  const gone = Object.keys(before?.files ?? {}).filter((name) => !(name in release.files));
  return [...lines, ...gone.map((name) => `  dist/${name}  goes away`)];
}

function plan(project: Project, options: Options, release: Pushed): string[] {
  const { notes } = project;
  const scriptId = options.script ?? notes.scriptId ?? readScriptId(project.root);
  if (scriptId && !notes.underway && notes.pushed?.fingerprint === release.fingerprint) {
    return ['  · change nothing: these files are live already', '  · check the web app logged out'];
  }
  const sheetId = options.sheet ?? notes.sheetId;
  const steps = [
    scriptId
      ? `use the script ${scriptId}`
      : sheetId
        ? `make a script in the spreadsheet ${sheetId}`
        : 'make a new spreadsheet “Referrals” with its script',
    'upload the files above',
    `make a version: ${describeVersion(project.root)}`,
    notes.deploymentId
      ? `let the same deployment serve it: ${project.webAppAddress}`
      : 'make the deployment, unless the script has one',
    'check the web app logged out',
  ];
  return steps.map((step) => `  · ${step}`);
}
