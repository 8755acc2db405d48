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
  for (const name of ABSENT) globals[name] = absent(run, name);
  Object.assign(globals, {
    CacheService: cacheService(run),
    ContentService: contentService(run),
    HtmlService: htmlService(run),
    Jdbc: jdbc(run),
    LockService: lockService(run),
    Logger: logger(run),
    MailApp: mailApp(run),
    MimeType: mimeTypes(run),
    PropertiesService: propertiesService(run),
    ScriptApp: scriptApp(run),
    ScriptProperties: oldProperties(run, 'script'),
    Session: session(run),
    SpreadsheetApp: spreadsheetApp(run),
    UrlFetchApp: urlFetchApp(run),
    UserProperties: oldProperties(run, 'user'),
    Utilities: utilities(run),
    console: scriptConsole(run),
  });
  Object.assign(globals, libraries(run, used, { ...globals }));
  const given = new Set(Object.keys(globals));
  const script = codeLoader.load(folder, globals);
  run.functionNames = Object.keys(script).filter(
    (name) => !given.has(name) && !name.endsWith('_') && typeof script[name] === 'function',
  );
  return script;
}
