/** The program as it is set up: settings, provider and clock, out of what Script Properties hold. */
import type { Clock } from '../program/facts';
import { readSettings, type Settings } from '../program/settings';
import { metaProvider } from '../whatsapp/meta';
import type { Provider } from '../whatsapp/provider';
import { META_TOKEN, renewSnapshot, type Snapshot, type Store, snapshotIn } from './properties';
import type { Services } from './services';

export interface Program {
  settings: Settings;
  provider: Provider;
  clock: Clock;
}

/** Opens the program with the settings' snapshot; the first time, the snapshot is made. */
export function openProgram(store: Store, services: Services): Program {
  return programOf(snapshotIn(store) ?? renewSnapshot(store, services), store, services);
}

/** The program with the settings as they stand in the sheet now. */
export function reopenProgram(store: Store, services: Services): Program {
  return programOf(renewSnapshot(store, services), store, services);
}

function programOf(snapshot: Snapshot, store: Store, services: Services): Program {
  const { settings } = readSettings(snapshot.values);
  const format = (at: number, pattern: string) =>
    services.formatDate(at, snapshot.timeZone, pattern);
  return {
    settings,
    provider: providerOf(settings, store),
    clock: {
      now: services.now(),
      day: (at) => format(at, settings.dateFormat),
      minute: (at) => format(at, 'yyyy-MM-dd HH:mm'),
    },
  };
}

function providerOf(settings: Settings, store: Store): Provider {
  return metaProvider({
    phoneNumberId: settings.phoneNumberId,
    graphVersion: settings.graphVersion,
    token: store[META_TOKEN] ?? '',
  });
}
