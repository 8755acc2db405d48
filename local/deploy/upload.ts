/** The folder that goes up to Google: the built files, with the manifest that was chosen and the web app's address. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
export function pack(project: Project, { wideScope, mail }: Chosen): Pushed {
  const folder = path.join(project.root, UPLOAD);
  rmSync(folder, { recursive: true, force: true });
  cpSync(path.join(project.root, 'dist'), folder, { recursive: true });
  const manifest = path.join(folder, 'appsscript.json');
  if (wideScope) cpSync(path.join(project.root, 'appsscript.wide.json'), manifest);
  if (mail) addScope(manifest, SEND_MAIL);
  return readRelease(folder);
}

/** Google shows it as “Send email as you”. It reads no mail. */
const SEND_MAIL = 'https://www.googleapis.com/auth/script.send_mail';

/** A manifest that is no JSON is told when it is read. */
function addScope(file: string, scope: string): void {
  try {
    const manifest = JSON.parse(readFileSync(file, 'utf8'));
    manifest.oauthScopes = [...(manifest.oauthScopes ?? []), scope];
    writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
}

/** Writes the web app's address into files that go up; the sheet's menu and pages read it there. */
export function tellAddress(project: Project, folder: string, deploymentId: string): void {
  const script = project.notes.scriptId ?? '';
  const address = `https://script.google.com/macros/s/${deploymentId}/exec`;
  handOver(folder, { script, address });
}

/** Permissions that the owner chooses. */
interface Chosen {
  /** The program may see every spreadsheet of the account. */
  wideScope: boolean;
  /** It may send e-mails. */
  mail: boolean;
}

/** As asked for now, else as remembered. */
export function chosen({ notes }: Project, { wideScope, mail }: Options): Chosen {
  return {
    wideScope: wideScope ?? notes.wideScope ?? false,
    mail: mail ?? notes.mail ?? false,
  };
}

/** What the person should know about permissions that they chose, or have just given back. */
export function sayScope(project: Project, options: Options): void {
  const { wideScope, mail } = chosen(project, options);
  if (wideScope) {
    project.say(
      'Permissions: the wide manifest, as chosen with --wide-scope. Google asks for all of the account’s spreadsheets; the program opens only its own. `npm run deploy -- --narrow-scope` goes back.',
    );
  } else if (options.wideScope === false) {
    project.say(
      'Permissions: this spreadsheet only. What Google was allowed before stays allowed until you remove it: https://myaccount.google.com/connections',
    );
  }
  if (mail) {
    project.say(
      'Permissions: e-mails, as chosen with --mail. Google asks for “Send email as you”; the program writes only to the address in the setting “E-mail to you”. `npm run deploy -- --without-mail` goes back.',
    );
  }
}
