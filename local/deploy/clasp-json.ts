/**
 * clasp's notes of which script this project is. The project's own `.clasp.json` belongs to git and holds a placeholder;
 * a deployment hands clasp another file, which git does not see, so that `git pull` never stumbles.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure';

const PLACEHOLDER = 'put-the-id-of-your-script-here';

/** The folder with the files that go up, as the project file names it. */
export const UPLOAD = '.local/deploy/upload';

/** The project file that clasp gets. */
export const projectFile = (root: string) => path.join(root, '.deploy.clasp.json');
const trackedFile = (root: string) => path.join(root, '.clasp.json');

/** Ties clasp to a script, or to none yet. */
export function writeProjectFile(root: string, scriptId = PLACEHOLDER): void {
  const text = `${JSON.stringify({ scriptId, rootDir: UPLOAD }, null, 2)}\n`;
  writeFileSync(projectFile(root), text);
}

/**
 * The script in the project file of an earlier deployment, if there is one.
 *
 * @throws Failure when the file is there and is not JSON
 */
export const readProjectFile = (root: string) => scriptIdIn(projectFile(root));

/**
 * The script in `.clasp.json`, where version 0.1.0 kept it, and where somebody may have written it by hand.
 *
 * @throws Failure when the file is there and is not JSON
 */
export const readTrackedFile = (root: string) => scriptIdIn(trackedFile(root));

/** Puts the placeholder back into `.clasp.json`, so that git sees it as it came. */
export function restoreTrackedFile(root: string): void {
  const file = trackedFile(root);
  const content = { ...JSON.parse(readFileSync(file, 'utf8')), scriptId: PLACEHOLDER };
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}

function scriptIdIn(file: string): string | undefined {
  try {
    const { scriptId } = JSON.parse(readFileSync(file, 'utf8'));
    return scriptId === PLACEHOLDER || !scriptId ? undefined : scriptId;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    const name = path.basename(file);
    throw new Failure(`${name}, which may hold the id of your script, cannot be read: ${error}`, [
      `Correct ${name}, or delete it if .deploy.json is there: the id stands in that one too.`,
      'Run the same command again.',
    ]);
  }
}
