/**
 * Loads the owner's part of the server when the owner asks for something. Apps Script loads every script file anew for
 * every message; an HTML file it reads only when told to, and `build.ts` puts this part into one.
 */

/** The file, without its ending, and the name of the bundle's global in it. */
const FILE = 'owner';
const GLOBAL = 'Owner';

/** The owner's part of the server: our own code, as it was pushed beside this one. */
export function ownerServer(): typeof import('./server') {
  const code = HtmlService.createTemplateFromFile(FILE).getRawContent();
  return new Function(`${code};return ${GLOBAL}`)();
}
