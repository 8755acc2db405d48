/** Loads the script for one execution, into a context with Google's globals. */
import { existsSync } from 'node:fs';
import { codeLoader } from './folder-code';
import { libraries, libraryFolders } from './libraries';
import { manifestOf } from './manifest';
import { makeRange } from './range';
import { type Room, takeRoom } from './rooms';
import type { Run } from './run';
import { grantedScopes } from './scopes';
import { makeSheet } from './sheet';
import { makeSpreadsheet } from './spreadsheet';
import { getUi } from './ui';

/**
 * Loads the script.
 *
 * @returns the room it is in, whose `script` has the top-level functions as members
 * @throws whatever the script throws while it loads
 */
export function loadScript(run: Run): Room {
  const room = takeRoom(run);
  run.realm = room.realm;
  run.services = {
    spreadsheet: () => makeSpreadsheet(run),
    sheet: (id) => makeSheet(run, id),
    range: (place) => makeRange(run, place),
    ui: () => getUi(run),
  };
  const { folder, scopes, libraries: folders } = run.world.options;
  const manifest = manifestOf(folder);
  const used = libraryFolders(folder, manifest, folders);
  const code = [folder, ...used.map((library) => library.folder)].filter(existsSync);
  run.scopes = scopes ? new Set(scopes) : grantedScopes(code, manifest);
  const { globals } = room;
  if (used.length > 0) Object.assign(globals, libraries(run, used, { ...globals }));
  const given = used.length > 0 ? new Set(Object.keys(globals)) : room.given;
  room.script = codeLoader.load(folder, room.realm.context);
  room.loaded = new Set(Object.keys(globals));
  run.functionNames = [...room.loaded].filter(
    (name) => !given.has(name) && !name.endsWith('_') && typeof globals[name] === 'function',
  );
  return room;
}
