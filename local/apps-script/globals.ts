/** Google's globals, as every script finds them: each is made once it is asked for. */
import { cacheService } from './cache-store';
import { contentService } from './content';
import { absent } from './guard';
import { htmlService } from './html';
import { jdbc } from './jdbc';
import { lockService } from './lock-service';
import { mailApp } from './mail-app';
import { mimeTypes } from './mime-types';
import { oldProperties, propertiesService } from './property-store';
import type { Run } from './run';
import { scriptApp } from './script-app';
import { logger, scriptConsole, session } from './session';
import { spreadsheetApp } from './spreadsheet-app';
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

/**
 * Puts Google's globals into a context. The script may set another value in the place of each.
 *
 * @param current the execution that has the context
 * @returns what makes all of them anew, for the next execution
 */
export function declareGlobals(globals: object, current: () => Run): () => void {
  const makers: [string, (run: Run) => unknown][] = [
    ...ABSENT.map((name): [string, (run: Run) => unknown] => [name, (run) => absent(run, name)]),
    ...Object.entries(SERVICES),
  ];
  const made = new Map<string, PropertyDescriptor>();
  for (const [name, make] of makers) {
    const set = (value: unknown) => {
      made.set(name, asking);
      Object.defineProperty(globals, name, {
        value,
        writable: true,
        enumerable: true,
        configurable: true,
      });
    };
    const get = () => {
      const service = make(current());
      set(service);
      return service;
    };
    const asking = { get, set, enumerable: true, configurable: true };
    Object.defineProperty(globals, name, asking);
  }
  return () => {
    for (const [name, asking] of made) Object.defineProperty(globals, name, asking);
    made.clear();
  };
}
