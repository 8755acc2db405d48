/** `.clasp.json`: clasp's own note of which script this project is, a placeholder in a fresh clone. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure';

const PLACEHOLDER = 'put-the-id-of-your-script-here';

export const claspJson = (root: string) => path.join(root, '.clasp.json');

/**
 * The script that this project is tied to, if it is.
 *
 * @throws Failure when `.clasp.json` is missing or not JSON
 */
export function readScriptId(root: string): string | undefined {
  const { scriptId } = read(root);
  return scriptId === PLACEHOLDER || !scriptId ? undefined : scriptId;
}

/** Ties this project to a script and leaves the rest of `.clasp.json` as it is. */
export function writeScriptId(root: string, scriptId: string): void {
  writeFileSync(claspJson(root), `${JSON.stringify({ ...read(root), scriptId }, null, 2)}\n`);
}

function read(root: string): { scriptId?: string; rootDir?: string } {
  try {
    return JSON.parse(readFileSync(claspJson(root), 'utf8'));
  } catch (error) {
    throw new Failure(`.clasp.json, which says what to upload, cannot be read: ${error}`, [
      `Write this into .clasp.json: { "scriptId": "${PLACEHOLDER}", "rootDir": "dist" }`,
      'Run the same command again.',
    ]);
  }
}
