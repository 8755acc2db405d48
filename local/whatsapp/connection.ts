/** What *Connect…* leaves behind in the script for each provider: settings, and Script Properties. */
import type { Settings } from '../../src/program/settings';
import { contentKey, contentRequest, contentSidIn } from '../../src/whatsapp/twilio/content';
import { everyButtons } from '../../src/whatsapp/twilio/templates';
import type { Dialog360StandIn } from './dialog360/dialog360';
import type { GreenStandIn } from './green/green';
import type { MetaStandIn } from './meta/meta';
import type { TelegramStandIn } from './telegram/telegram';
import type { TwilioStandIn } from './twilio/twilio';

/** Every provider's stand-in. */
export interface StandIns {
  meta: MetaStandIn;
  '360dialog': Dialog360StandIn;
  twilio: TwilioStandIn;
  green: GreenStandIn;
  telegram: TelegramStandIn;
}

/** As the setting *Provider* has it. */
export type ProviderName = keyof StandIns;
export type StandIn = StandIns[ProviderName];

type Values = Record<string, string>;

export interface Connection {
  /** By their names in the Settings tab. */
  settings: Values;
  /** By their names in Script Properties. */
  properties: Values;
}

/** The script as it is connected. */
interface Owner {
  webAppUrl: string;
  texts: Settings['texts'];
  /** The content templates that Twilio has by now. */
  templates?: Values;
}

/** What the owner enters, and what is noted for them. At Twilio, content templates that are missing are made. */
export function connectionTo(standIn: StandIn, owner: Owner): Connection {
  switch (standIn.name) {
    case 'meta': {
      const { phoneNumberId, token } = standIn.business;
      return { settings: { 'Phone number id': phoneNumberId }, properties: { metaToken: token } };
    }
    case '360dialog': {
      const { phoneNumberId } = standIn.meta.business;
      const properties = { dialog360Key: standIn.key };
      return { settings: { 'Phone number id': phoneNumberId }, properties };
    }
    case 'twilio':
      return twilioConnection(standIn, owner);
    case 'green': {
      const { apiUrl, idInstance, token } = standIn.instance;
      const settings = { 'Green-API address': apiUrl, 'Green-API instance': idInstance };
      return { settings, properties: { greenToken: token } };
    }
    case 'telegram': {
      const { username, token } = standIn.bot;
      return { settings: { 'Telegram bot': username }, properties: { telegramToken: token } };
    }
  }
}

function twilioConnection(standIn: TwilioStandIn, owner: Owner): Connection {
  const { accountSid, authToken } = standIn.account;
  const authorization = `Basic ${btoa(`${accountSid}:${authToken}`)}`;
  const templates = { ...owner.templates };
  for (const body of everyButtons(owner)) {
    templates[contentKey(body)] ||= create(body, authorization, standIn);
  }
  return {
    settings: { 'Twilio account SID': accountSid },
    properties: {
      twilioAuthorization: authorization,
      twilioTemplates: JSON.stringify(templates),
      webAppUrl: owner.webAppUrl,
    },
  };
}

function create(
  body: Parameters<typeof contentRequest>[0],
  authorization: string,
  standIn: TwilioStandIn,
): string {
  const {
    method,
    url,
    headers,
    contentType = '',
    payload = '',
  } = contentRequest(body, authorization);
  const all = { ...headers, 'content-type': contentType };
  const answer = standIn.answer({ method, url, headers: all, body: payload });
  return 'fault' in answer ? '' : contentSidIn(answer);
}
