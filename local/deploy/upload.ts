/** The folder that goes up to Google: the built files, with the manifest that was chosen and the web app's address. */
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { handOver } from '../hand-over';
import { UPLOAD } from './clasp-json';
import type { Pushed } from './notes';
import type { Options } from './options';
import type { Project } from './project';
import { readRelease } from './release';

/**
 * Makes the folder from `dist/`.
 *
 * @returns what is in it; the address, which comes later, makes no difference to its fingerprint
 * @throws Failure when the manifest is not there or not JSON
 */
export function pack(project: Project, wide: boolean): Pushed {
  const folder = path.join(project.root, UPLOAD);
  rmSync(folder, { recursive: true, force: true });
  cpSync(path.join(project.root, 'dist'), folder, { recursive: true });
  if (wide) {
    cpSync(path.join(project.root, 'appsscript.wide.json'), path.join(folder, 'appsscript.json'));
  }
  return readRelease(folder);
}

/** Writes the web app's address into files that go up; the sheet's menu and pages read it there. */
export function tellAddress(project: Project, folder: string, deploymentId: string): void {
  const script = project.notes.scriptId ?? '';
  const address = `https://script.google.com/macros/s/${deploymentId}/exec`;
  handOver(folder, { script, address });
}

/** Whether the program is to see every spreadsheet of the account: as asked for now, else as remembered. */
export function wantsWideScope(project: Project, { wideScope }: Options): boolean {
  return wideScope ?? project.notes.wideScope ?? false;
}

/** What the person should know about the manifest, when it is the wide one or they have just gone back to the narrow one. */
export function sayScope(project: Project, options: Options): void {
  if (wantsWideScope(project, options)) {
    project.say(
      'Permissions: the wide manifest, as chosen with --wide-scope. Google asks for all of the account’s spreadsheets; the program opens only its own. `npm run deploy -- --narrow-scope` goes back.',
    );
  } else if (options.wideScope === false) {
    project.say(
      'Permissions: this spreadsheet only. What Google was allowed before stays allowed until you remove it: https://myaccount.google.com/connections',
    );
  }
}
