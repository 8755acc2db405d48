/** What is pushed: exactly these files, loadable in a bare context, quiet at load. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import gas from 'gas-local';
import { DIST } from './support/business';

const ROOT = path.resolve(DIST, '..');
test('clasp would push exactly three files', () => {
  const clasp = path.join(ROOT, 'node_modules', '@google', 'clasp', 'build', 'src', 'index.js');
  const output = execFileSync(process.execPath, [clasp, 'show-file-status', '--json'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const files = JSON.parse(output).filesToPush.map((file: string) => path.basename(file));
  expect(files.sort()).toEqual(['Code.js', 'Pages.html', 'appsscript.json']);
});

test('the bundle loads where there is nothing of Google’s and nothing of the web’s, and declares the entry points', () => {
  const context = gas.require(DIST, {}) as Record<string, unknown>;
  const exported = [
    ...readFileSync(path.join(ROOT, 'src', 'index.ts'), 'utf8').matchAll(
      /^export function (\w+)/gm,
    ),
  ];
  const declared = Object.keys(context).filter((name) => typeof context[name] === 'function');
  expect(declared.sort()).toEqual(exported.map(([, name]) => name).sort());
});

test('no pattern is made at load: those that look into Unicode’s tables take longer than all the rest', () => {
  const made: unknown[] = [];
  gas.require(DIST, { RegExp: (...args: unknown[]) => made.push(args) });
  expect(made).toEqual([]);
  // In a literal they would be looked up, too, wherever it stands.
  const code = readFileSync(path.join(DIST, 'Code.js'), 'utf8');
  const literals = code.replace(/String\.raw`[^`]*`/g, '').match(/.{30}[^\\]\\[pP]\{.{10}/g);
  expect(literals).toBeNull();
});

test('every sign is plain ASCII, which is read faster and comes to no harm when it is pasted', () => {
  const code = readFileSync(path.join(DIST, 'Code.js'), 'latin1');
  expect(code.match(/.{0,30}[^\t\n\r -~].{0,10}/g)).toBeNull();
});

test('the pages name those whose code they carry, with the licences that ask for it', () => {
  const pages = readFileSync(path.join(DIST, 'Pages.html'), 'utf8');
  const sources = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(path.join(ROOT, 'src', file), 'utf8'));
  const packages = new Set(
    sources.flatMap((source) =>
      [...source.matchAll(/ from '((?:@[^/']+\/)?[a-z][^/']*)/g)].map(([, name = '']) => name),
    ),
  );
  expect([...packages].sort()).toEqual(['libphonenumber-js', 'papaparse', 'preact', 'uqr']);
  for (const name of packages) {
    const licence = readFileSync(path.join(ROOT, 'node_modules', name, 'LICENSE'), 'utf8');
    for (const line of licence.trim().split('\n')) expect(pages).toContain(line.trim());
  }
});

test('no code is made of texts, where nobody can check it', () => {
  expect(readFileSync(path.join(DIST, 'Code.js'), 'utf8')).not.toMatch(/\bFunction\(|\beval\(/);
});

test('the manifest asks for the smallest rights', () => {
  const manifest = JSON.parse(readFileSync(path.join(DIST, 'appsscript.json'), 'utf8'));
  expect(manifest.webapp).toEqual({ access: 'ANYONE_ANONYMOUS', executeAs: 'USER_DEPLOYING' });
  expect(manifest.runtimeVersion).toBe('V8');
  expect(manifest.oauthScopes).toHaveLength(4);
});
