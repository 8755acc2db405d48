/** Every provider as the tests connect it: its stand-in, the settings, and the secrets that connecting it leaves behind. */

import { type Dialog360Options, Dialog360StandIn } from '../../local/whatsapp/dialog360';
import { type GreenOptions, GreenStandIn } from '../../local/whatsapp/green';
import { type MetaOptions, MetaStandIn } from '../../local/whatsapp/meta';
import type { OutsideAnswer } from '../../local/whatsapp/outside';
import { type TwilioOptions, TwilioStandIn } from '../../local/whatsapp/twilio';
import type { Posting } from '../../local/whatsapp/webhook-queue';
import { CATALOGUE } from '../../src/program/catalogue';
import { readSettings } from '../../src/program/settings';
import { contentKey, contentRequest, contentSidIn } from '../../src/whatsapp/twilio-content';
import { everyButtons } from '../../src/whatsapp/twilio-templates';

export const BUSINESS_NUMBER = '15550783881';
export const WEB_APP_URL = 'https://script.google.com/macros/s/local-deployment/exec';

export interface StandIns {
  meta: MetaStandIn;
  '360dialog': Dialog360StandIn;
  twilio: TwilioStandIn;
  green: GreenStandIn;
}

/** What a test may want otherwise. */
export interface StandInOptions {
  meta: MetaOptions;
  '360dialog': Dialog360Options;
  twilio: TwilioOptions;
  green: GreenOptions;
}

export type ProviderName = keyof StandIns;

/** What every stand-in needs of the world. */
export interface Surroundings {
  now: () => number;
  deliver: (posting: Posting) => { status: number };
}

interface Connection<Name extends ProviderName> {
  standIn(options: Surroundings & Partial<StandInOptions[Name]>): StandIns[Name];
  /** What the owner types into the Settings tab. */
  settings(standIn: StandIns[Name]): Record<string, string>;
  /** What *Connect WhatsApp…* puts into Script Properties. */
  properties(standIn: StandIns[Name]): Record<string, string>;
}

const CONNECTIONS: { [Name in ProviderName]: Connection<Name> } = {
  meta: {
    standIn: (options) => new MetaStandIn({ displayPhoneNumber: BUSINESS_NUMBER, ...options }),
    settings: ({ business }) => ({ 'Phone number id': business.phoneNumberId }),
    properties: ({ business }) => ({ metaToken: business.token }),
  },
  '360dialog': {
    standIn: (options) => new Dialog360StandIn({ displayPhoneNumber: BUSINESS_NUMBER, ...options }),
    settings: ({ meta }) => ({ 'Phone number id': meta.business.phoneNumberId }),
    properties: ({ key }) => ({ dialog360Key: key }),
  },
  twilio: {
    standIn: (options) => new TwilioStandIn({ number: BUSINESS_NUMBER, ...options }),
    settings: ({ account }) => ({ 'Twilio account SID': account.accountSid }),
    properties(standIn) {
      const { accountSid, authToken } = standIn.account;
      const twilioAuthorization = `Basic ${btoa(`${accountSid}:${authToken}`)}`;
      const twilioTemplates = JSON.stringify(templatesMade(standIn, twilioAuthorization));
      return { twilioAuthorization, twilioTemplates, webAppUrl: WEB_APP_URL };
    },
  },
  green: {
    standIn: (options) => new GreenStandIn({ number: BUSINESS_NUMBER, ...options }),
    settings: ({ instance }) => ({
      'Green-API address': instance.apiUrl,
      'Green-API instance': instance.idInstance,
    }),
    properties: ({ instance }) => ({ greenToken: instance.token }),
  },
};

export const PROVIDERS = Object.keys(CONNECTIONS) as ProviderName[];

export function connectionOf<Name extends ProviderName>(name: Name): Connection<Name> {
  return CONNECTIONS[name];
}

function templatesMade(standIn: TwilioStandIn, authorization: string): Record<string, string> {
  const { settings } = readSettings({}, CATALOGUE);
  const made = everyButtons(settings).map((body) => {
    const { method, url, headers, payload = '' } = contentRequest(body, authorization);
    const json = { ...headers, 'content-type': 'application/json' };
    return [
      contentKey(body),
      contentSidIn(read(standIn.answer({ method, url, headers: json, body: payload }))),
    ];
  });
  return Object.fromEntries(made);
}

function read(answer: OutsideAnswer): { status: number; body: string } {
  return 'fault' in answer ? { status: 0, body: '' } : answer;
}
