/** What `npm run release` writes: the same bytes each time, checksums that hold, a ZIP that others can read. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { version } from '../../local/release/project-page';
import { makeRelease, type Release } from '../../local/release/release';
import { unzipped } from './unzip';

const places: string[] = [];
const place = () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'release-'));
  places.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of places) rmSync(folder, { recursive: true, force: true });
});

let release: Release;
beforeAll(async () => {
  release = await makeRelease(path.join(place(), 'release'), 'https://forge.example/shop');
});

const sum = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

test('the ZIP holds the folder, file by file', () => {
  const files = unzipped(readFileSync(release.zip));
  const names = readdirSync(release.folder).sort();
  expect(names).toEqual(expect.arrayContaining(['Code.js', 'Pages.html', 'appsscript.json']));
  expect(Object.keys(files)).toEqual(names.map((name) => `sheet-referrals-${version()}/${name}`));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(path.dirname(release.folder), name);
    expect(content.equals(readFileSync(file))).toBe(true);
  }
});

test('the checksums are those of the files', () => {
  const lines = readFileSync(path.join(release.folder, 'SHA256SUMS'), 'utf8').trim().split('\n');
  expect(lines).toHaveLength(readdirSync(release.folder).length - 1);
  for (const line of lines) {
    const [noted, name = ''] = line.split('  ');
    expect(sum(readFileSync(path.join(release.folder, name)))).toBe(noted);
  }
  expect(readFileSync(release.sum, 'utf8')).toContain(sum(readFileSync(release.zip)));
});

test('made again it is the same, byte for byte', async () => {
  const again = await makeRelease(path.join(place(), 'elsewhere'), 'https://forge.example/shop');
  expect(sum(readFileSync(again.zip))).toBe(sum(readFileSync(release.zip)));
});

test('the announcement has the version and what is new, without Markdown', () => {
  const newest = JSON.parse(readFileSync(release.newest, 'utf8'));
  expect(newest.version).toBe(version());
  expect(newest.notes.length).toBeGreaterThan(0);
  expect(newest.notes.join()).not.toMatch(/\*\*|\]\(/);
});

test('the files know the project’s page', () => {
  const code = readFileSync(path.join(release.folder, 'Code.js'), 'utf8');
  expect(code).toContain('https://forge.example/shop/releases/latest/download/newest.json');
});
