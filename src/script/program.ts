/** The program as it is set up: settings, provider and clock, out of what Script Properties hold. */
import type { Clock } from '../program/facts';
import type { Settings } from '../program/settings';
import { dialog360Provider } from '../whatsapp/dialog360/dialog360';
import { greenProvider } from '../whatsapp/green/green';
import { metaProvider } from '../whatsapp/meta/meta';
import type { Provider } from '../whatsapp/provider';
import { twilioProvider } from '../whatsapp/twilio/twilio';
import {
  DIALOG360_KEY,
  GREEN_TOKEN,
  META_TOKEN,
  parsed,
  renewSnapshot,
  type Snapshot,
  type Store,
  snapshotIn,
  TWILIO_AUTHORIZATION,
  TWILIO_TEMPLATES,
  WEBHOOK_KEY,
} from './properties';
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
  const { settings } = snapshot;
  const format = (at: number, pattern: string) =>
    services.formatDate(at, snapshot.timeZone, pattern);
  return {
    settings,
    provider: providerOf(settings, store, services),
    clock: {
      now: services.now(),
      day: (at) => format(at, settings.dateFormat),
      minute: (at) => format(at, 'yyyy-MM-dd HH:mm'),
    },
  };
}

function providerOf(settings: Settings, store: Store, services: Services): Provider {
  const { phoneNumberId } = settings;
  switch (settings.provider) {
    case '360dialog':
      return dialog360Provider({ phoneNumberId, key: store[DIALOG360_KEY] ?? '' });
    case 'twilio':
      return twilioProvider({
        accountSid: settings.twilioAccount,
        authorization: store[TWILIO_AUTHORIZATION] ?? '',
        sender: settings.twilioSender || settings.businessNumber,
        webhookUrl: store.webAppUrl ? `${store.webAppUrl}?key=${store[WEBHOOK_KEY]}` : '',
        templates: parsed<Record<string, string>>(store[TWILIO_TEMPLATES]) ?? {},
        now: services.now,
      });
    case 'green':
      return greenProvider({
        apiUrl: settings.greenAddress,
        instance: settings.greenInstance,
        token: store[GREEN_TOKEN] ?? '',
      });
    default:
      return metaProvider({
        phoneNumberId,
        graphVersion: settings.graphVersion,
        token: store[META_TOKEN] ?? '',
      });
  }
}
