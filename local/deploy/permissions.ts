/**
 * Step: more permissions are approved before the web app needs them. Google runs nothing of a version whose permissions
 * are not approved, and what is written to the owner meanwhile is lost. So the files go up first, for the sheet to ask;
 * the web app goes on with the old version until the command is run again.
 */
import type { Pushed } from './notes';
import type { Project } from './project';
import { addedScopes } from './release';

/** The permissions that this version asks for and the owner has not been shown yet. */
export function unasked(project: Project, release: Pushed): string[] {
  const { asked = [] } = project.notes;
  return addedScopes(project.notes.pushed, release).filter((scope) => !asked.includes(scope));
}

/** Says what is asked for, and what to do when the files are up. */
export function sayUnasked(project: Project, scopes: string[]): void {
  if (scopes.length === 0) return;
  project.say(
    `Note: this version asks for more permissions:\n${scopes.map((scope) => `  · ${scope}`).join('\n')}`,
  );
}

/** Notes that the owner is asked by the files that are up now, and says how to go on. */
export function askForThem(project: Project, release: Pushed): void {
  project.note({ asked: release.scopes });
  project.say(`The files are up, but not live yet: the web app answers with the version before, so nothing is lost.
  1. Open the sheet${project.sheetAddress ? `: ${project.sheetAddress}` : ''}
     Reload it if it is open.
  2. Click *Referrals → Check set-up*, and approve what Google asks.
  3. Run the same command again: then the new version goes live.`);
}
