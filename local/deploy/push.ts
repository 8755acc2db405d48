/** Step: the files go up and become what the sheet's menu and sidebar run. */
import type { Pushed } from './notes';
import type { Project } from './project';
import { addedScopes } from './release';

/**
 * Uploads the files; the manifest in the repository wins over one edited online.
 *
 * @returns the files that went up; none when Google has the same already
 * @throws ClaspFailed when Google refuses them
 */
export async function push(project: Project): Promise<string[]> {
  return project.clasp.json<string[]>('push', ['--force']);
}

/** Says whether Google will ask again, because the new files want more than the owner has been asked for. */
export function warnOfScopes(project: Project, release: Pushed): boolean {
  const added = addedScopes(project.notes.pushed, release);
  if (added.length === 0) return false;
  project.say(
    `Note: this version asks for more permissions:\n${added.map((scope) => `  · ${scope}`).join('\n')}\nUntil you have approved them it answers nobody, and what is written to you meanwhile may be lost. Open the sheet right after this, *Referrals → Check set-up*, and approve.`,
  );
  return true;
}
