/** The files of releases, as people paste them: of this version out of its ZIP, and of 0.1.0. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeRelease } from '../../local/release/release';
import { unzipped } from '../release/unzip';

type Files = Record<string, string>;

/** Built of the sources of 0.1.0; the pages of its dialogs are left out. */
export const firstRelease = (): Files =>
  filesIn(readFileSync(path.join(__dirname, 'sheet-referrals-0.1.0.zip')));

/** The three files in the ZIP of this version. */
export async function newRelease(): Promise<Files> {
  const place = mkdtempSync(path.join(tmpdir(), 'doors-'));
  const { zip } = await makeRelease(path.join(place, 'release'), '');
  const files = filesIn(readFileSync(zip));
  rmSync(place, { recursive: true, force: true });
  const named = ['Code.js', 'Pages.html', 'appsscript.json'];
  return Object.fromEntries(named.map((name) => [name, files[name] ?? '']));
}

function filesIn(zip: Buffer): Files {
  const files = Object.entries(unzipped(zip));
  return Object.fromEntries(files.map(([file, text]) => [path.basename(file), text.toString()]));
}
