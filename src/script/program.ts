/** The program as it is set up: settings, provider and clock, out of what Script Properties hold. */
import type { Clock } from '../program/facts';
import type { Settings } from '../program/settings';
import type { Provider } from '../whatsapp/provider';
import { providerNamed } from '../whatsapp/providers';
import { type Store, WEB_APP_URL, WEBHOOK_KEY } from './properties';
import type { Services } from './services';
import { renewSnapshot, type Snapshot, snapshotIn } from './snapshot';

export interface Program {
  settings: Settings;
  provider: Provider;
  clock: Clock;
}

/** The script as it runs: the program, and what it stands on. */
export interface Script {
  program: Program;
  services: Services;
  store: Store;
}

/** Opens the program with the settings' snapshot; the first time, the snapshot is made. */
export function openProgram(store: Store, services: Services): Program {
  return programOf(snapshotIn(store) ?? renewSnapshot(store, services), store, services);
}

/** The script as it stands now. @param store Script Properties, where they have been read already */
export function openScript(
  services: Services,
  store: Store = services.properties.getProperties(),
): Script {
  return { program: openProgram(store, services), services, store };
}

/** The program with the settings as they stand in the sheet now. */
export function reopenProgram(store: Store, services: Services): Program {
  return programOf(renewSnapshot(store, services), store, services);
}

function programOf(snapshot: Snapshot, store: Store, services: Services): Program {
  const { settings } = snapshot;
  const format = (at: number, pattern: string) =>
    services.formatDate(at, snapshot.timeZone, pattern);
  return {
    settings,
    provider: providerNamed(settings.provider).create({
      settings,
      stored: store,
      webhookUrl: store[WEB_APP_URL] ? `${store[WEB_APP_URL]}?key=${store[WEBHOOK_KEY]}` : '',
      now: services.now,
    }),
    clock: {
      now: services.now(),
      day: (at) => format(at, settings.dateFormat),
      minute: (at) => format(at, 'yyyy-MM-dd HH:mm'),
    },
  };
}
