/** Makes a release: the files to paste, a page that says where each goes, checksums, and all of it as a ZIP. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, bundlePage } from '../build';
import { newestNotes } from '../deploy/changelog';
import { version } from './project-page';
import { zip } from './zip';

const root = path.resolve(__dirname, '..', '..');

/** The manifest with the wide scope, which few need. */
const WIDE = 'appsscript.wide.json';

const SUMS = 'SHA256SUMS';

/** What a release consists of, as paths. */
export interface Release {
  folder: string;
  zip: string;
  /** The checksum of the ZIP. */
  sum: string;
  /** What *Newer version?* looks up. */
  newest: string;
}

/**
 * Makes the release of this version.
 *
 * @param into where it goes: a folder `sheet-referrals-<version>` and what is published beside it
 * @param page the project's page; by default as package.json or GitHub says
 */
export async function makeRelease(into: string, page?: string): Promise<Release> {
  const name = `sheet-referrals-${version()}`;
  const folder = path.join(into, name);
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  await build(folder, page === undefined ? {} : { page });
  writeFileSync(path.join(folder, WIDE), readFileSync(path.join(root, WIDE)));
  writeFileSync(path.join(folder, 'index.html'), await pastePage(folder));
  writeFileSync(path.join(folder, SUMS), sumsOf(folder));
  const release = {
    folder,
    zip: `${folder}.zip`,
    sum: `${folder}.zip.sha256`,
    newest: path.join(into, 'newest.json'),
  };
  const names = readdirSync(folder).sort();
  const files = names.map((file) => [`${name}/${file}`, readFileSync(path.join(folder, file))]);
  writeFileSync(release.zip, zip(Object.fromEntries(files)));
  writeFileSync(release.sum, sumOf(release.zip));
  writeFileSync(release.newest, `${JSON.stringify(announcement(), null, 2)}\n`);
  return release;
}

function announcement() {
  const changelog = readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8');
  return { version: version(), notes: newestNotes(changelog) };
}

/** The page carries the files, so that it works from the disk alone. */
async function pastePage(folder: string): Promise<string> {
  const names = ['Code.js', 'Pages.html', 'appsscript.json', WIDE];
  const files = Object.fromEntries(
    names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
  );
  // Nothing in it may end the element that it stands in.
  const json = JSON.stringify({ version: version(), files }).replace(/</g, '\\u003c');
  const page = await bundlePage(path.join(__dirname, 'page', 'index.html'));
  return page.replace('"{release}"', () => json);
}

const sumsOf = (folder: string) =>
  readdirSync(folder)
    .sort()
    .map((name) => sumOf(path.join(folder, name)))
    .join('');

/** As `sha256sum --check` reads it. */
function sumOf(file: string): string {
  const sum = createHash('sha256').update(readFileSync(file)).digest('hex');
  return `${sum}  ${path.basename(file)}\n`;
}
