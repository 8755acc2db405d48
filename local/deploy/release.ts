/** What is about to be uploaded: the files of a folder, their fingerprint, and the permissions that the manifest asks for. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure';
import type { Pushed } from './notes';

/**
 * Reads a folder.
 *
 * @throws Failure when the manifest is not there or not JSON
 */
export function readRelease(folder: string): Pushed {
  const names = readdirSync(folder).sort();
  const files: Record<string, string> = {};
  for (const name of names) files[name] = hash(readFileSync(path.join(folder, name)));
  return { files, fingerprint: hash(JSON.stringify(files)), scopes: scopesOf(folder) };
}

/** The permissions in `next` that the owner has not been asked for yet. */
export function addedScopes(before: Pushed | undefined, next: Pushed): string[] {
  if (!before) return [];
  return next.scopes.filter((scope) => !before.scopes.includes(scope));
}

function scopesOf(folder: string): string[] {
  const file = path.join(folder, 'appsscript.json');
  try {
    const { oauthScopes = [] } = JSON.parse(readFileSync(file, 'utf8'));
    return [...oauthScopes].sort();
  } catch (error) {
    throw new Failure(`The manifest, appsscript.json, cannot be read: ${error}`, [
      'Correct appsscript.json at the top of the project, or take the released one again.',
      'Run the same command again.',
    ]);
  }
}

function hash(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
