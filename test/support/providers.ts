/** Every provider as the tests connect it: its stand-in, and what connecting it leaves behind. */
import {
  type Connection,
  connectionTo,
  type ProviderName,
  type StandIns,
} from '../../local/whatsapp/connection';
import { type Dialog360Options, Dialog360StandIn } from '../../local/whatsapp/dialog360/dialog360';
import { type GreenOptions, GreenStandIn } from '../../local/whatsapp/green/green';
import { type MetaOptions, MetaStandIn } from '../../local/whatsapp/meta/meta';
import { type TelegramOptions, TelegramStandIn } from '../../local/whatsapp/telegram/telegram';
import { type TwilioOptions, TwilioStandIn } from '../../local/whatsapp/twilio/twilio';
import type { Posting } from '../../local/whatsapp/webhook-queue';
import { CATALOGUE } from '../../src/program/catalogue';
import { readSettings } from '../../src/program/settings';

export type { ProviderName, StandIns };

export const BUSINESS_NUMBER = '15550783881';
const WEB_APP_URL = 'https://script.google.com/macros/s/local-deployment/exec';

/** What a test may want otherwise. */
export interface StandInOptions {
  meta: MetaOptions;
  '360dialog': Dialog360Options;
  twilio: TwilioOptions;
  green: GreenOptions;
  telegram: TelegramOptions;
}

/** What every stand-in needs of the world. */
export interface Surroundings {
  now: () => number;
  deliver: (posting: Posting) => { status: number };
}

type Make<Name extends ProviderName> = (
  options: Surroundings & Partial<StandInOptions[Name]>,
) => StandIns[Name];

const MAKE: { [Name in ProviderName]: Make<Name> } = {
  meta: (options) => new MetaStandIn({ displayPhoneNumber: BUSINESS_NUMBER, ...options }),
  '360dialog': (options) =>
    new Dialog360StandIn({ displayPhoneNumber: BUSINESS_NUMBER, ...options }),
  twilio: (options) => new TwilioStandIn({ number: BUSINESS_NUMBER, ...options }),
  green: (options) => new GreenStandIn({ number: BUSINESS_NUMBER, ...options }),
  telegram: (options) => new TelegramStandIn(options),
};

export const PROVIDERS = Object.keys(MAKE) as ProviderName[];

/** The stand-in of a provider with the business's number. */
export function standInOf<Name extends ProviderName>(
  name: Name,
  options: Surroundings & Partial<StandInOptions[Name]>,
): StandIns[Name] {
  return MAKE[name](options);
}

/** The settings and properties of a business that has been connected. */
export function connection(standIn: StandIns[ProviderName]): Connection {
  const { texts } = readSettings({}, CATALOGUE).settings;
  return connectionTo(standIn, { texts, webAppUrl: WEB_APP_URL });
}
