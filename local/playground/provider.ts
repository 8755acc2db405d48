/** The business that the playground plays: its number, and its account with each provider. */
import type { ProviderName, StandIn, StandIns } from '../whatsapp/connection';
import { Dialog360StandIn } from '../whatsapp/dialog360/dialog360';
import { GreenStandIn } from '../whatsapp/green/green';
import { MetaStandIn, type MetaTemplate } from '../whatsapp/meta/meta';
import type { PhonesState } from '../whatsapp/phones';
import { TelegramStandIn } from '../whatsapp/telegram/telegram';
import { TwilioStandIn } from '../whatsapp/twilio/twilio';
import type { Posting } from '../whatsapp/webhook-queue';

/** A number that the American telephone authority keeps for stories. */
export const BUSINESS = { name: 'The Corner Bakery', phone: '12025550143' };

/** Numbers that Britain's and France's telephone authorities keep for stories: nobody has them. */
export const FIRST_PEOPLE = [
  { name: 'Amina Yusuf', phone: '447700900142' },
  { name: 'Ben Martel', phone: '33639980117' },
];

/** What of a stand-in survives a restart. */
export type SavedStandIn = ReturnType<StandIn['save']>;

/** What a stand-in needs of the world around it. */
export interface Surroundings {
  now: () => number;
  deliver: (posting: Posting) => { status: number };
  /** Fetches the callback of a handshake. */
  fetchUrl: (url: string) => { status: number; body: string };
}

type Account<Name extends ProviderName> = (
  around: Surroundings,
  saved: { state?: ReturnType<StandIns[Name]['save']> },
) => StandIns[Name];

/** So long Meta takes here to approve a template. */
const APPROVES_MS = 5 * 60 * 1000;

/** Meta's own example ids. */
const meta = () => ({
  verifiedName: BUSINESS.name,
  displayPhoneNumber: BUSINESS.phone,
  phoneNumberId: '106540352242922',
  wabaId: '102290129340398',
  templates: [
    { name: 'friend_joined', language: 'en', status: 'APPROVED', bodyParameters: 1 },
  ] as MetaTemplate[],
  approvesAfter: APPROVES_MS,
});
const META_TOKEN = 'EAAJplaygroundToken0000000000000000000000000000';
const number = BUSINESS.phone;

const ACCOUNTS: { [Name in ProviderName]: Account<Name> } = {
  meta: (around, saved) => new MetaStandIn({ ...meta(), token: META_TOKEN, ...around, ...saved }),
  '360dialog': (around, saved) =>
    new Dialog360StandIn({ ...meta(), key: 'playground_key_AK', ...around, ...saved }),
  twilio: ({ now, deliver }, saved) =>
    new TwilioStandIn({ number, now, deliver, approvesAfter: APPROVES_MS, ...saved }),
  green: ({ now, deliver }, saved) => new GreenStandIn({ number, now, deliver, ...saved }),
  telegram: ({ now, deliver }, saved) =>
    new TelegramStandIn({ name: BUSINESS.name, now, deliver, ...saved }),
};

export const PROVIDERS = Object.keys(ACCOUNTS) as ProviderName[];

/** The stand-in of a provider, new or as it was saved. */
export function standInOf(name: ProviderName, around: Surroundings, state?: SavedStandIn): StandIn {
  const make = ACCOUNTS[name] as Account<ProviderName>;
  return make(around, state ? { state } : {});
}

/**
 * The stand-in of another provider behind the same phones.
 *
 * @param left the stand-in that was connected until now
 * @param before how the other one was when it was connected last
 */
export function standInBehind(
  left: SavedStandIn,
  name: ProviderName,
  around: Surroundings,
  before: SavedStandIn = standInOf(name, around).save(),
): StandIn {
  const { phones, made } = innermost(left);
  // Ids are made by counting: the script must not meet one for the second time.
  const taken = { phones, made: Math.max(made, innermost(before).made) };
  const state =
    'meta' in before ? { ...before, meta: { ...before.meta, ...taken } } : { ...before, ...taken };
  return standInOf(name, around, state);
}

/** Behind 360dialog it is Meta that has the phones. */
function innermost(saved: SavedStandIn): { phones: PhonesState; made: number } {
  return 'meta' in saved ? saved.meta : saved;
}
