/** Makes `dist/`, the folder that clasp pushes: `Code.js`, the HTML pages, the catalogue of settings and the manifest. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BuildOptions, build as esbuild } from 'esbuild';
import { CATALOGUE } from '../src/program/catalogue';
import { type Deployed, handOver } from './hand-over';

const root = path.resolve(__dirname, '..');
const pages = path.join(root, 'src', 'owner', 'pages');

/** esbuild's target for the server: Apps Script's parser refuses class fields and what came after. */
const SERVER_TARGET = 'es2021';
const GLOBAL_NAME = 'bundle';

/** What a build can carry beside the program. */
export interface BuildExtras {
  /** Whose program it is, and where its web app is. */
  deployed?: Deployed;
}

/**
 * Builds the Apps Script project.
 *
 * @param outDir the folder to make; what was in it is removed. `dist` at the top of the repository unless told otherwise
 * @returns the names of the entry points that Apps Script can call, sorted
 * @throws esbuild's own error when the code does not compile
 */
export async function build(
  outDir = path.join(root, 'dist'),
  { deployed }: BuildExtras = {},
): Promise<string[]> {
  const entryPoints = await serverEntryPoints();
  const code = await bundleServer(entryPoints);
  const owner = await bundleOwner();
  const html = await Promise.all(pageNames().map(async (name) => [name, await inlinePage(name)]));
  rmSync(outDir, { recursive: true, force: true });
  mkdirSync(outDir, { recursive: true });
  writeFileSync(path.join(outDir, 'Code.js'), code);
  for (const [name, text] of html) writeFileSync(path.join(outDir, name as string), text as string);
  writeFileSync(path.join(outDir, 'owner.html'), owner);
  writeFileSync(path.join(outDir, 'catalogue.html'), JSON.stringify(CATALOGUE));
  copyFileSync(path.join(root, 'appsscript.json'), path.join(outDir, 'appsscript.json'));
  if (deployed) handOver(outDir, deployed);
  return entryPoints;
}

const serverOptions: BuildOptions & { write: false } = {
  entryPoints: [path.join(root, 'src', 'index.ts')],
  bundle: true,
  minify: true,
  write: false,
  target: SERVER_TARGET,
  charset: 'utf8',
  legalComments: 'inline',
};

async function serverEntryPoints(): Promise<string[]> {
  const { metafile } = await esbuild({ ...serverOptions, format: 'esm', metafile: true });
  return Object.values(metafile.outputs)
    .flatMap((output) => output.exports)
    .sort();
}

/** Apps Script, its triggers and its menus only see real top-level functions: one is declared per export. */
async function bundleServer(entryPoints: string[]): Promise<string> {
  const footer = entryPoints
    .map((name) => `function ${name}(){return ${GLOBAL_NAME}.${name}.apply(this,arguments)}`)
    .join('\n');
  const { outputFiles } = await esbuild({
    ...serverOptions,
    format: 'iife',
    globalName: GLOBAL_NAME,
    footer: { js: footer },
  });
  return outputFiles[0]?.text ?? '';
}

/** The owner's part of the server, which `src/owner/load.ts` reads when the owner asks for something. */
async function bundleOwner(): Promise<string> {
  const { outputFiles } = await esbuild({
    ...serverOptions,
    entryPoints: [path.join(root, 'src', 'owner', 'server.ts')],
    format: 'iife',
    globalName: 'Owner',
  });
  return outputFiles?.[0]?.text ?? '';
}

function pageNames(): string[] {
  try {
    return readdirSync(pages).filter((name) => name.endsWith('.html'));
  } catch {
    return [];
  }
}

/** Only .html, .js and .json are pushed, so a page carries its own script and style. */
async function inlinePage(name: string): Promise<string> {
  const source = readFileSync(path.join(pages, name), 'utf8');
  const scripts = new Map<string, string>();
  for (const [tag, file] of source.matchAll(/<script src="\.\/([\w.-]+)"><\/script>/g)) {
    scripts.set(tag, `<script>${await bundleClient(file as string)}</script>`);
  }
  for (const [tag, file] of source.matchAll(/<link rel="stylesheet" href="\.\/([\w.-]+)" ?\/?>/g)) {
    scripts.set(tag, `<style>${readFileSync(path.join(pages, file as string), 'utf8')}</style>`);
  }
  let page = source;
  for (const [tag, text] of scripts) page = page.replace(tag, () => text);
  return page;
}

async function bundleClient(file: string): Promise<string> {
  const { outputFiles } = await esbuild({
    entryPoints: [path.join(pages, file)],
    bundle: true,
    minify: true,
    write: false,
    target: 'es2020',
    format: 'iife',
    charset: 'utf8',
  });
  return (outputFiles[0]?.text ?? '').replaceAll('</script', '<\\/script');
}

if (require.main === module) {
  build().then((entryPoints) => {
    const size = readFileSync(path.join(root, 'dist', 'Code.js')).length;
    console.log(
      `dist/ is ready: Code.js ${(size / 1024).toFixed(1)} KB, entry points ${entryPoints.join(', ')}`,
    );
  });
}
