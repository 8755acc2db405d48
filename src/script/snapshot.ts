/** The settings as they were when the tab was last read: kept in Script Properties, so that no message reads the tab. */
import { CATALOGUE } from '../program/catalogue';
import { readSettings, SETTINGS_FORM, type Settings } from '../program/settings';
import { headingsNamed, readSettingsTab } from '../sheet/settings';
import { findTab } from '../sheet/tabs';
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

/** Reads the Settings tab and renews the snapshot. */
export function renewSnapshot(store: Store, services: Services): Snapshot {
  const { spreadsheet } = services;
  const given = readSettingsTab(findTab(spreadsheet, 'Settings', tabIdsIn(store)));
  const clients = () => findTab(spreadsheet, 'Clients', tabIdsIn(store));
  const headings = headingsNamed(given, CATALOGUE, clients);
  const { settings } = readSettings(given, CATALOGUE, headings);
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
