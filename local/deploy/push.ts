/** Step: the files go up and become what the sheet's menu and sidebar run. */
import type { Project } from './project';

/**
 * Uploads the files; the manifest in the repository wins over one edited online.
 *
 * @returns the files that went up; none when Google has the same already
 * @throws ClaspFailed when Google refuses them
 */
export async function push(project: Project): Promise<string[]> {
  return project.clasp.json<string[]>('push', ['--force']);
}
