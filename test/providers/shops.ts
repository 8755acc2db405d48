/** A business over each of the providers, and what the provider can, as the README's table says. */
import type { PersonOnPhone } from '../../local/whatsapp/standin';
import { Business, type BusinessOptions } from '../support/business';
import type { ProviderName, StandInOptions } from '../support/providers';

interface Abilities {
  /** The setting *Notice template*, where there are templates, and what the account then has. */
  template?: { name: string; account: Partial<StandInOptions[ProviderName]> };
  /** Reply buttons; otherwise their words stand in the text. */
  buttons: boolean;
  /** Free texts end 24 hours after a person's last message. */
  window: boolean;
  /** Reports of how a message fared come by the message's ref. */
  reports: boolean;
  /** Many events may come in one POST. */
  batches: boolean;
  readMarks: boolean;
  /** People are known by their numbers, and the invitation is a text with one. */
  numbers: boolean;
  /** A message may be taken and fail on its way. */
  failsLate: boolean;
  /** Reactions are told. */
  reactions: boolean;
  /** Error codes: the window was closed; not on WhatsApp; wants no such messages. */
  codes: { window: number; unreachable: number; stopped: number };
}

const META: Abilities = {
  template: {
    name: 'friend_joined',
    account: {
      templates: [
        {
          name: 'friend_joined',
          language: 'en',
          status: 'APPROVED',
          category: 'MARKETING',
          bodyParameters: 1,
          body: 'Good news: {{1}} came.',
        },
      ],
    },
  },
  buttons: true,
  window: true,
  reports: true,
  batches: true,
  readMarks: true,
  numbers: true,
  failsLate: true,
  reactions: true,
  codes: { window: 131047, unreachable: 131026, stopped: 131050 },
};

const CONTENT = `HX${'c'.repeat(32)}`;

export const CAN: Record<ProviderName, Abilities> = {
  meta: META,
  '360dialog': META,
  twilio: {
    template: {
      name: CONTENT,
      account: {
        contents: [
          {
            sid: CONTENT,
            type: 'twilio/text',
            body: 'Good news: {{1}} came.',
            actions: [],
            variables: { 1: 'Ben' },
            approved: true,
          },
        ],
      },
    },
    buttons: true,
    window: true,
    reports: true,
    batches: false,
    readMarks: false,
    numbers: true,
    failsLate: true,
    reactions: true,
    codes: { window: 63016, unreachable: 63024, stopped: 21610 },
  },
  green: {
    buttons: false,
    window: false,
    reports: false,
    batches: false,
    readMarks: true,
    numbers: true,
    failsLate: true,
    reactions: true,
    codes: { window: 400, unreachable: 400, stopped: 400 },
  },
  telegram: {
    buttons: true,
    window: false,
    reports: false,
    batches: false,
    readMarks: false,
    numbers: false,
    failsLate: false,
    reactions: false,
    codes: { window: 400, unreachable: 400, stopped: 403 },
  },
};

/** A business over that provider. It is typed as Meta's: what follows uses what every stand-in has. */
export function shopOver(
  provider: ProviderName,
  options: Omit<BusinessOptions<ProviderName>, 'provider'> = {},
): Business {
  return new Business<ProviderName>({ ...options, provider }) as unknown as Business;
}

/** With a notice template that is approved. */
export function withTemplate(
  provider: ProviderName,
): Omit<BusinessOptions<ProviderName>, 'provider'> {
  const { template } = CAN[provider];
  return template
    ? { settings: { 'Notice template': template.name }, whatsapp: template.account }
    : {};
}

/** The one that was made last: it is over when another one is. */
let last: Business | undefined;

/** A business with the people of the stories. */
export function shopWithPeople(
  provider: ProviderName,
  options: Omit<BusinessOptions<ProviderName>, 'provider'> = {},
): { shop: Business; anna: PersonOnPhone; ben: PersonOnPhone; cleo: PersonOnPhone } {
  const shop = shopOver(provider, { ...options, instead: last });
  last = shop;
  const [anna, ben, cleo] = ['Anna', 'Ben', 'Cleo'].map((name, n) =>
    shop.person(name, `44770090000${n + 1}`),
  ) as [PersonOnPhone, PersonOnPhone, PersonOnPhone];
  return { shop, anna, ben, cleo };
}

/** What somebody heard that begins like this. */
export function heard(shop: Business, person: PersonOnPhone, beginning: string): string[] {
  return shop.heard(person).filter((text) => text.startsWith(beginning));
}
