/** Builds the suite as an Apps Script project of its own: one file and its manifest. */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import type { DatabaseAddress } from './script/database';

const SCRIPT = path.join(__dirname, 'script');

/**
 * Makes the folder; what was in it is removed.
 *
 * @param key whoever has it may ask the suite's web app
 * @param database null where there is none
 */
export async function buildSuite(
  folder: string,
  key: string,
  database: DatabaseAddress | null,
): Promise<void> {
  const options: BuildOptions = {
    entryPoints: [path.join(SCRIPT, 'index.ts')],
    bundle: true,
    write: false,
    target: 'es2021',
    charset: 'utf8',
    define: { SUITE_KEY: JSON.stringify(key), SUITE_DATABASE: JSON.stringify(database) },
  };
  const { metafile } = await build({ ...options, format: 'esm', metafile: true });
  const names = Object.values(metafile?.outputs ?? {}).flatMap(({ exports }) => exports);
  const doors = names.map(
    (name) => `function ${name}() { return suite.${name}.apply(this, arguments); }`,
  );
  const { outputFiles } = await build({
    ...options,
    ...{ format: 'iife', globalName: 'suite', footer: { js: doors.join('\n') } },
  });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'Code.js'), outputFiles?.[0]?.text ?? '');
  copyFileSync(path.join(SCRIPT, 'appsscript.json'), path.join(folder, 'appsscript.json'));
}
