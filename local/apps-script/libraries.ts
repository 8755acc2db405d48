/** The libraries that a manifest names: each from a folder of its own, loaded apart and known by its symbol. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type vm from 'node:vm';
import { codeLoader } from './folder-code';
import { absent } from './guard';
import type { Library } from './manifest';
import { createRealm } from './realm';
import type { Run } from './run';

/**
 * What the script sees under each library's symbol: the top-level functions and variables of the library whose names do
 * not end in `_`. The code is looked for in `folders`, else beside the script, in a folder that is called like the symbol.
 *
 * @returns by symbol; a library whose folder is not there throws on use and says where it is wanted
 */
export function libraries(
  run: Run,
  named: Library[],
  services: Record<string, unknown>,
  folders: Record<string, string>,
): Record<string, unknown> {
  const loaded = named.map(({ userSymbol, libraryId }): [string, unknown] => {
    const beside = path.join(path.dirname(run.world.options.folder), userSymbol);
    const folder = folders[userSymbol] ?? beside;
    if (existsSync(folder)) return [userSymbol, load(run, folder, services)];
    return [
      userSymbol,
      absent(run, `The library ${userSymbol} (${libraryId}), wanted in ${folder},`),
    ];
  });
  return Object.fromEntries(loaded);
}

function load(run: Run, folder: string, services: Record<string, unknown>): object {
  const { context } = createRealm(
    () => run.now(),
    () => run.random(),
  );
  Object.assign(context, services);
  const given = new Set(Object.keys(context));
  const library = codeLoader.load(folder, context as vm.Context);
  const seen = Object.entries(library).filter(([name]) => !given.has(name) && !name.endsWith('_'));
  return Object.fromEntries(seen);
}
