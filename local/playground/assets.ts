/** The page's files, bundled in memory when the playground starts. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type BuildOptions, build } from 'esbuild';

export interface Asset {
  type: string;
  body: string;
}

const folder = path.join(__dirname, 'page');

const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';

/** @returns the files by their path; `/google-script.js` is what a script's frames are given */
export async function bundlePage(): Promise<Map<string, Asset>> {
  const [script, style, frame] = await Promise.all([
    bundle('main.tsx'),
    bundle('style/index.css'),
    bundle('panels/google-script.ts'),
  ]);
  return new Map([
    ['/', { type: 'text/html; charset=utf-8', body: read('index.html') }],
    ['/page.js', { type: SCRIPT, body: script }],
    ['/page.css', { type: STYLE, body: style }],
    ['/google-script.js', { type: SCRIPT, body: frame }],
    ['/add-ons1.css', { type: STYLE, body: read('style/add-ons.css') }],
  ]);
}

async function bundle(file: string): Promise<string> {
  const options: BuildOptions & { write: false } = {
    entryPoints: [path.join(folder, file)],
    bundle: true,
    write: false,
    target: 'es2022',
    format: 'iife',
    charset: 'utf8',
  };
  const { outputFiles } = await build(options);
  return outputFiles[0]?.text ?? '';
}

function read(file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}
