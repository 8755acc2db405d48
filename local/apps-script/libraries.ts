/** The libraries that a manifest names: each from a folder of its own, loaded apart and known by its symbol. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type vm from 'node:vm';
import { codeLoader } from './folder-code';
import { absent } from './guard';
import type { Library, Manifest } from './manifest';
import { createRealm } from './realm';
import type { Run } from './run';

/** A library and where its code is, or is wanted. */
interface LibraryFolder extends Library {
  folder: string;
}

/** Where the libraries lie: in `folders`, by symbol, else beside the script in a folder that is called like the symbol. */
export function libraryFolders(
  scriptFolder: string,
  { dependencies }: Manifest,
  folders: Record<string, string>,
): LibraryFolder[] {
  return (dependencies?.libraries ?? []).map((library) => {
    const beside = path.join(path.dirname(scriptFolder), library.userSymbol);
    return { ...library, folder: folders[library.userSymbol] ?? beside };
  });
}

/**
 * What the script sees under each library's symbol: the top-level functions and variables of the library whose names do
 * not end in `_`.
 *
 * @returns by symbol; a library whose folder is not there throws on use and says where it is wanted
 */
export function libraries(
  run: Run,
  named: LibraryFolder[],
  services: Record<string, unknown>,
): Record<string, unknown> {
  const loaded = named.map(({ userSymbol, libraryId, folder }): [string, unknown] => {
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
    run.world.quirks.textBecomesCode,
  );
  Object.assign(context, services);
  const given = new Set(Object.keys(context));
  const library = codeLoader.load(folder, context as vm.Context);
  const seen = Object.entries(library).filter(([name]) => !given.has(name) && !name.endsWith('_'));
  return Object.fromEntries(seen);
}
