/** Builds the world that a script finds itself in: Google's globals over a bare JavaScript context. */
import { existsSync } from 'node:fs';
import { cacheService } from './cache-store';
import { contentService } from './content';
import { codeLoader } from './folder-code';
import { absent } from './guard';
import { htmlService } from './html';
import { jdbc } from './jdbc';
import { libraries, libraryFolders } from './libraries';
import { lockService } from './lock-service';
import { mailApp } from './mail-app';
import { manifestOf } from './manifest';
import { mimeTypes } from './mime-types';
import { oldProperties, propertiesService } from './property-store';
import { makeRange } from './range';
import { createRealm } from './realm';
import type { Run } from './run';
import { grantedScopes } from './scopes';
import { scriptApp } from './script-app';
import { logger, scriptConsole, session } from './session';
import { makeSheet } from './sheet';
import { makeSpreadsheet } from './spreadsheet';
import { spreadsheetApp } from './spreadsheet-app';
import { getUi } from './ui';
import { urlFetchApp } from './url-fetch';
import { utilities } from './utilities';

/** Google’s services and advanced services that are not here: naming them is allowed, using them throws. */
export const ABSENT =
  'Admin AdminDirectory AdminReports Analytics BigQuery Browser Calendar CalendarApp CardService Charts Classroom ConferenceData ContactsApp DataStudioApp DocumentApp Docs Drive DriveActivity DriveApp DriveLabels Forms FormApp Gmail GmailApp GroupsApp LanguageApp LinearOptimizationService Maps OAuth1 OAuth2 People PeopleApi Sheets SitesApp Slides SlidesApp SOAP Tasks UiApp VertexAI XmlService YouTube YouTubeAnalytics'.split(
    ' ',
  );

/** What makes each of Google's globals for an execution. */
const SERVICES: Record<string, (run: Run) => unknown> = {
  CacheService: cacheService,
  ContentService: contentService,
  HtmlService: htmlService,
  Jdbc: jdbc,
  LockService: lockService,
  Logger: logger,
  MailApp: mailApp,
  MimeType: mimeTypes,
  PropertiesService: propertiesService,
  ScriptApp: scriptApp,
  ScriptProperties: (run) => oldProperties(run, 'script'),
  Session: session,
  SpreadsheetApp: spreadsheetApp,
  UrlFetchApp: urlFetchApp,
  UserProperties: (run) => oldProperties(run, 'user'),
  Utilities: utilities,
  console: scriptConsole,
};

/** Sets a global of which most executions ask for few: it is made once one does. The script may set another in its place. */
function makeWhenAsked(globals: object, name: string, make: () => unknown): void {
  const set = (value: unknown) =>
    Object.defineProperty(globals, name, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  const get = () => {
    const made = make();
    set(made);
    return made;
  };
  Object.defineProperty(globals, name, { get, set, enumerable: true, configurable: true });
}

/**
 * Loads the script for one execution, into a context of its own.
 *
 * @returns the script's global object; top-level functions are its members
 * @throws whatever the script throws while it loads
 */
export function loadScript(run: Run): Record<string, unknown> {
  run.realm = createRealm(
    () => run.now(),
    () => run.random(),
    run.world.quirks.textBecomesCode,
  );
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
  const globals = run.realm.context;
  for (const name of ABSENT) makeWhenAsked(globals, name, () => absent(run, name));
  for (const [name, make] of Object.entries(SERVICES)) {
    makeWhenAsked(globals, name, () => make(run));
  }
  if (used.length > 0) Object.assign(globals, libraries(run, used, { ...globals }));
  const given = new Set(Object.keys(globals));
  const script = codeLoader.load(folder, globals);
  run.functionNames = Object.keys(script).filter(
    (name) => !given.has(name) && !name.endsWith('_') && typeof script[name] === 'function',
  );
  return script;
}
