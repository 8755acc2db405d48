/** The settings as they were when the tab was last read: kept in Script Properties, so that no message reads the tab. */
import { namesAnyColumn, readAnswerLines } from '../program/answer-lines';
import { CATALOGUE } from '../program/catalogue';
import type { OwnAnswer } from '../program/own-answers';
import { readSettings, SETTINGS_FORM, type Settings } from '../program/settings';
import { markAnswerProblems, readAnswersTab } from '../sheet/answers';
import { clientHeadings, headingsNamed, readSettingsTab } from '../sheet/settings';
import { findTab, MissingTab } from '../sheet/tabs';
import { parsed, SETTINGS, type Store, tabIdsIn } from './properties';
import type { Services } from './services';

/** A value in Script Properties holds 9 KB: this many characters of three bytes. */
const PIECE = 3000;

/** The settings as they were when the tab was read. */
export interface Snapshot {
  form: number;
  settings: Settings;
  timeZone: string;
  readAt: number;
}

/** The snapshot as the store has it; null when there is none, it is not whole, or an earlier version made it. */
export function snapshotIn(store: Store): Snapshot | null {
  const pieces = Number(store[SETTINGS]);
  if (!pieces) return null;
  const texts = Array.from({ length: pieces }, (_, index) => store[`${SETTINGS}.${index}`] ?? '');
  const snapshot = parsed<Snapshot>(texts.join(''));
  return snapshot?.form === SETTINGS_FORM ? snapshot : null;
}

/** The owner's own answers; `mark` notes beside each line what is wrong with it. */
function answersIn(
  settings: Settings,
  store: Store,
  { spreadsheet }: Services,
  mark: boolean,
): OwnAnswer[] {
  const ids = tabIdsIn(store);
  try {
    const sheet = findTab(spreadsheet, 'Answers', ids);
    const lines = readAnswersTab(sheet);
    const clients = () => findTab(spreadsheet, 'Clients', ids);
    const headings = namesAnyColumn(lines) ? clientHeadings(clients) : [];
    const { answers, problems } = readAnswerLines(lines, settings, headings);
    if (mark) markAnswerProblems(sheet, problems);
    return answers;
  } catch (error) {
    if (error instanceof MissingTab) return [];
    throw error;
  }
}

/**
 * Reads the tabs Settings and Answers and renews the snapshot.
 *
 * @param mark whether to note beside the lines of Answers what is wrong with them
 */
export function renewSnapshot(store: Store, services: Services, mark = false): Snapshot {
  const { spreadsheet } = services;
  const given = readSettingsTab(findTab(spreadsheet, 'Settings', tabIdsIn(store)));
  const clients = () => findTab(spreadsheet, 'Clients', tabIdsIn(store));
  const headings = headingsNamed(given, CATALOGUE, clients);
  const { settings } = readSettings(given, CATALOGUE, headings);
  settings.answers = answersIn(settings, store, services, mark);
  const timeZone = spreadsheet.getSpreadsheetTimeZone();
  const snapshot = { form: SETTINGS_FORM, settings, timeZone, readAt: services.now() };
  const text = JSON.stringify(snapshot);
  const pieces: Store = { [SETTINGS]: String(Math.ceil(text.length / PIECE)) };
  for (let start = 0; start < text.length; start += PIECE) {
    pieces[`${SETTINGS}.${start / PIECE}`] = text.slice(start, start + PIECE);
  }
  services.properties.setProperties(pieces);
  return snapshot;
}
