/** The manifest of a script's folder, as far as the stand-in reads it. */
import path from 'node:path';
import { textOfFile } from './file-text';

/** A library that the script uses. */
export interface Library {
  userSymbol: string;
  libraryId: string;
}

export interface Manifest {
  timeZone?: string;
  oauthScopes?: string[];
  dependencies?: { libraries?: Library[] };
}

/** What `appsscript.json` says; nothing when it is not there. @throws Error when it is no JSON */
export function manifestOf(folder: string): Manifest {
  const file = path.join(folder, 'appsscript.json');
  let text: string;
  try {
    text = textOfFile(file);
  } catch {
    return {};
  }
  try {
    return JSON.parse(text) as Manifest;
  } catch (error) {
    throw new Error(`${file} is no JSON: ${(error as Error).message}`);
  }
}

/** The time zone that the manifest names; undefined for one that is no JSON, which the first execution tells. */
export function timeZoneOf(folder: string): string | undefined {
  try {
    return manifestOf(folder).timeZone;
  } catch {
    return undefined;
  }
}
