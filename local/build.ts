/** Makes `dist/`, the folder that clasp pushes: `Code.js`, `Pages.html` and the manifest. */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BuildOptions, build as esbuild, type Metafile } from 'esbuild';
import { type Deployed, handOver } from './hand-over';
import { licencesOf } from './licences';
import { newestAddress, projectPage, version } from './release/project-page';

const root = path.resolve(__dirname, '..');
const pages = path.join(root, 'src', 'owner', 'pages', 'pages.html');

/** esbuild's target for the server: Apps Script's parser refuses class fields and what came after. */
const SERVER_TARGET = 'es2021';
const GLOBAL_NAME = 'bundle';

/** The owner's browser; nested styles are spelled out for older ones. */
const PAGES_TARGET = ['es2020', 'chrome100', 'firefox100', 'safari15'];

/** What a build can carry beside the program. */
interface BuildExtras {
  /** Whose program it is, and where its web app is. */
  deployed?: Deployed;
  /** The project's page; by default as package.json or GitHub says. */
  page?: string;
}

/** What was built. */
interface Built {
  /** The names of the entry points that Apps Script can call, sorted. */
  entryPoints: string[];
  /** What went into `Code.js`, and how much of it. */
  inputs: Record<string, { bytesInOutput: number }>;
}

/**
 * Builds the Apps Script project.
 *
 * @param outDir the folder to make; what was in it is removed. `dist` at the top of the repository unless told otherwise
 * @throws esbuild's own error when the code does not compile
 */
export async function build(
  outDir = path.join(root, 'dist'),
  { deployed, page = projectPage() }: BuildExtras = {},
): Promise<Built> {
  const entryPoints = await serverEntryPoints();
  const { code, inputs } = await bundleServer(entryPoints, page);
  const html = await bundlePage(pages);
  rmSync(outDir, { recursive: true, force: true });
  mkdirSync(outDir, { recursive: true });
  writeFileSync(path.join(outDir, 'Code.js'), code);
  writeFileSync(path.join(outDir, 'Pages.html'), html);
  copyFileSync(path.join(root, 'appsscript.json'), path.join(outDir, 'appsscript.json'));
  if (deployed) handOver(outDir, deployed);
  return { entryPoints, inputs };
}

const serverEntry = path.join(root, 'src', 'index.ts');

const serverOptions: BuildOptions & { write: false } = {
  bundle: true,
  minify: true,
  write: false,
  target: SERVER_TARGET,
  // Signs of other scripts become \u…: V8 reads a text faster that has none.
  charset: 'ascii',
  legalComments: 'inline',
};

async function serverEntryPoints(): Promise<string[]> {
  const { metafile } = await esbuild({
    ...serverOptions,
    entryPoints: [serverEntry],
    format: 'esm',
    metafile: true,
  });
  return Object.values(metafile.outputs)
    .flatMap((output) => output.exports)
    .sort();
}

/**
 * Apps Script, its triggers and its menus only see real top-level functions: one is declared per export. They find theirs
 * in a plain object: what esbuild makes of exports has a getter for each, and costs a quarter of what loading takes.
 */
async function bundleServer(
  entryPoints: string[],
  page: string,
): Promise<{ code: string; inputs: Built['inputs'] }> {
  const footer = entryPoints
    .map((name) => `function ${name}(){return ${GLOBAL_NAME}.${name}.apply(this,arguments)}`)
    .join('\n');
  const names = entryPoints.join(', ');
  const { outputFiles, metafile } = await esbuild({
    ...serverOptions,
    stdin: {
      contents: `import { ${names} } from ${JSON.stringify(serverEntry)};
        Object.assign(${GLOBAL_NAME}, { ${names} });`,
      resolveDir: root,
    },
    format: 'iife',
    banner: { js: `"use strict";var ${GLOBAL_NAME}={};` },
    footer: { js: footer },
    // What src/script/release.ts tells.
    define: {
      RELEASE: JSON.stringify({ version: version(), page, newest: newestAddress(page) }),
    },
    metafile: true,
  });
  return { code: outputFiles[0]?.text ?? '', inputs: onlyOutput(metafile).inputs };
}

function onlyOutput({ outputs }: Metafile): Metafile['outputs'][string] {
  const [output] = Object.values(outputs);
  if (!output) throw new Error('esbuild made nothing.');
  return output;
}

/**
 * A page that carries its own script and style. Of the owner's pages only .html, .js and .json would be pushed.
 *
 * @param file the page, with `<script src="./…">` and `<link rel="stylesheet" href="./…">` for what it carries
 */
export async function bundlePage(file: string): Promise<string> {
  const source = readFileSync(file, 'utf8');
  const [scriptTag = '', script = ''] = /<script src="\.\/([^"]+)"><\/script>/.exec(source) ?? [];
  const [styleTag = '', style = ''] =
    /<link rel="stylesheet" href="\.\/([^"]+)">/.exec(source) ?? [];
  const folder = path.dirname(file);
  const code = await bundleForBrowser(path.join(folder, script));
  const look = await bundleForBrowser(path.join(folder, style));
  return source
    .replace(scriptTag, () => `<script>${code}</script>`)
    .replace(styleTag, () => `<style>${look}</style>`);
}

async function bundleForBrowser(file: string): Promise<string> {
  const { outputFiles, metafile } = await esbuild({
    entryPoints: [file],
    bundle: true,
    minify: true,
    write: false,
    target: PAGES_TARGET,
    format: 'iife',
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
  });
  const carried = Object.entries(onlyOutput(metafile).inputs).filter(
    ([, { bytesInOutput }]) => bytesInOutput > 0,
  );
  const licences = licencesOf(carried.map(([name]) => name));
  const text = `${outputFiles[0]?.text ?? ''}${licences}`;
  return text.replace(/<\/(script|style)/g, '<\\/$1');
}

/** How large the files are, and what takes the space in `Code.js`. */
function sizes(folder: string, inputs: Built['inputs']): string {
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1).padStart(6)} KB`;
  const files = ['Code.js', 'Pages.html', 'appsscript.json'].map(
    (name) => `${kilobytes(readFileSync(path.join(folder, name)).length)}  ${name}`,
  );
  const largest = Object.entries(inputs)
    .sort(([, a], [, b]) => b.bytesInOutput - a.bytesInOutput)
    .slice(0, 10)
    .map(([name, { bytesInOutput }]) => `${kilobytes(bytesInOutput)}  ${name}`);
  return [...files, '', 'The largest in Code.js:', ...largest].join('\n');
}

if (require.main === module) {
  build().then(({ entryPoints, inputs }) => {
    console.log(`dist/ is ready, with the entry points ${entryPoints.join(', ')}.\n`);
    console.log(sizes(path.join(root, 'dist'), inputs));
  });
}
