/** The owner's settings: what each is called, its default, what it does, and when a value cannot be used. */
import type { Command } from './commands';
import { readSynonyms } from './commands';
import { invitationProblem } from './invitation';
import { readPhone } from './phone';
import { TEXTS, type TextKey } from './texts';
import { placeholdersIn } from './wording';

/** The settings as the rules use them. */
export interface Settings {
  provider: string;
  phoneNumberId: string;
  twilioAccount: string;
  twilioSender: string;
  greenAddress: string;
  greenInstance: string;
  graphVersion: string;
  /** The business's WhatsApp number, digits. */
  businessNumber: string;
  invitation: string;
  /** Wordings that were in use before and are still out there in links. */
  earlierInvitations: string[];
  onlyNewClients: boolean;
  /** The approved template for notices outside the 24-hour window; null when there is none. */
  noticeTemplate: { name: string; language: string; values: string[] } | null;
  typing: boolean;
  dateFormat: string;
  words: Record<Command, string[]>;
  texts: Record<TextKey, string>;
}

export interface SettingDefinition {
  name: string;
  value: string;
  about: string;
  /** What is wrong with a value, in words for the owner; null when it can be used. */
  problem(value: string): string | null;
}

function setting(
  name: string,
  value: string,
  about: string,
  problem: (value: string) => string | null = () => null,
): SettingDefinition {
  return { name, value, about, problem };
}

const PROVIDERS = ['meta', '360dialog', 'twilio', 'green'];

/** By the key under which {@link readSettings} finds them; the order is that of the Settings tab. */
const DEFINITIONS = {
  provider: setting(
    'Provider',
    'meta',
    'Who carries the messages: meta, 360dialog, twilio or green.',
    (value) =>
      PROVIDERS.includes(value.toLowerCase()) ? null : `Use one of: ${PROVIDERS.join(', ')}.`,
  ),
  businessNumber: setting(
    'WhatsApp number',
    '',
    'Your WhatsApp number with country code: referral links lead to it.',
    (value) =>
      value === '' || readPhone(value) ? null : 'This is no phone number with country code.',
  ),
  phoneNumberId: setting(
    'Phone number id',
    '',
    "Meta's id of that number (WhatsApp → API Setup). Messages to other numbers are left alone.",
    (value) => (/^\d*$/.test(value) ? null : 'The id has digits only.'),
  ),
  graphVersion: setting(
    'Graph version',
    'v26.0',
    "The version of Meta's Graph API to use.",
    (value) => (/^v\d+\.\d+$/.test(value) ? null : 'A version looks like v26.0.'),
  ),
  twilioAccount: setting(
    'Twilio account SID',
    '',
    'It stands on the first page of Twilio’s console.',
    (value) => (/^(AC[0-9a-f]{32})?$/.test(value) ? null : 'It is AC and 32 letters and digits.'),
  ),
  twilioSender: setting(
    'Twilio sender',
    '',
    'A Messaging Service (MG…), or a sender other than your WhatsApp number.',
    (value) =>
      /^(MG[0-9a-f]{32})?$/.test(value) || readPhone(value)
        ? null
        : 'This is neither a number nor MG and 32 letters and digits.',
  ),
  greenAddress: setting(
    'Green-API address',
    'https://api.green-api.com',
    'apiUrl in Green-API’s console.',
    (value) => (/^https:\/\/[\w.-]+$/.test(value) ? null : 'It is https:// and a host.'),
  ),
  greenInstance: setting('Green-API instance', '', 'idInstance in Green-API’s console.', (value) =>
    /^\d*$/.test(value) ? null : 'It has digits only.',
  ),
  invitation: setting(
    'Invitation',
    'You were recommended by {phone} Hello',
    'The text that a referral link fills in. Any language; it needs {phone} (the inviter’s number) or {code} (a short code instead of the number) exactly once.',
    invitationProblem,
  ),
  earlierInvitations: setting(
    'Earlier invitations',
    '',
    'Wordings that you used before, one a line: links that are already out there go on working.',
    (value) => lines(value).map(invitationProblem).find(Boolean) ?? null,
  ),
  onlyNewClients: setting(
    'Only new clients count',
    'no',
    'yes: somebody who is in the base already is not counted as a referral.',
    yesOrNo,
  ),
  templateName: setting(
    'Notice template',
    '',
    'The approved template that tells inviters who have not written for 24 hours. Empty: the notice waits until they write.',
    (value) =>
      /^([a-z0-9_]*|HX[0-9a-f]{32})$/.test(value)
        ? null
        : 'A template’s name has small letters, digits and underscores only.',
  ),
  templateLanguage: setting(
    'Notice template language',
    'en',
    'The template’s language code, for example en, en_US, ru.',
    (value) => (/^[a-z]{2,3}(_[A-Z]{2,3})?$/.test(value) ? null : 'A code looks like en or en_US.'),
  ),
  templateValues: setting(
    'Notice template values',
    '{name}',
    'What fills the template’s variables, in order, separated by |. {name} is the new client’s name.',
    (value) => unknownPlaceholder(value, ['name']),
  ),
  typing: setting(
    'Show typing',
    'no',
    'yes: clients see “typing…” while the answer is made. It makes every answer a little slower.',
    yesOrNo,
  ),
  dateFormat: setting(
    'Date format',
    'yyyy-MM-dd',
    'How dates look in messages, for example dd.MM.yyyy.',
    (value) => (/^[yMdE.\-/, ]{4,20}$/.test(value) ? null : 'Use y, M and d, as in dd.MM.yyyy.'),
  ),
  wordsLink: setting('Words for Link', 'link, my link, referral link, get link', words('the link')),
  wordsReferrals: setting(
    'Words for My referrals',
    'my referrals, referrals, list of referrals',
    words('the list of referrals'),
  ),
  wordsInviter: setting('Words for Who invited me', 'who invited me', words('the inviter')),
  wordsStop: setting('Words for Stop', 'stop, unsubscribe', words('no more notices')),
  wordsStart: setting('Words for Start', 'start, subscribe', words('notices again')),
};

function words(what: string): string {
  return `What a client may write for ${what}, separated by commas; any language, small typos are understood.`;
}

function yesOrNo(value: string): string | null {
  return /^(yes|no|true|false)$/i.test(value) ? null : 'Write yes or no.';
}

function isYes(value: string): boolean {
  return /^(yes|true)$/i.test(value);
}

function lines(value: string): string[] {
  return value
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

function unknownPlaceholder(value: string, known: readonly string[]): string | null {
  const unknown = placeholdersIn(value).find((name) => !known.includes(name));
  if (unknown === undefined) return null;
  const could = known.map((name) => `{${name}}`).join(', ') || 'none';
  return `{${unknown}} means nothing here. Placeholders that do: ${could}.`;
}

function textSetting(key: TextKey): SettingDefinition {
  const { name, value, about, placeholders, limit } = TEXTS[key];
  const could = placeholders.map((placeholder) => `{${placeholder}}`).join(', ');
  return {
    name: `Text: ${name}`,
    value,
    about: could ? `${about} May hold ${could}.` : about,
    problem(given) {
      if (given === '') return 'A text cannot be empty.';
      if (given.length > limit) {
        return `At most ${limit} characters; this has ${given.length}.`;
      }
      return unknownPlaceholder(given, placeholders);
    },
  };
}

/** Every setting in the order of the Settings tab. */
export function settingDefinitions(): SettingDefinition[] {
  return [
    ...Object.values(DEFINITIONS),
    ...(Object.keys(TEXTS) as TextKey[]).map((key) => textSetting(key)),
  ];
}

/**
 * Takes the owner's values; one that cannot be used gives way to the default.
 *
 * @param values what stands in the Settings tab, by the setting's name; missing ones have their default
 * @returns the settings, and for each name whose value was not used what is wrong with it
 */
export function readSettings(values: Record<string, string>): {
  settings: Settings;
  problems: Record<string, string>;
} {
  const problems: Record<string, string> = {};
  const read = (definition: SettingDefinition): string => {
    const given = values[definition.name]?.trim();
    if (given === undefined) return definition.value;
    const problem = definition.problem(given);
    if (problem === null) return given;
    problems[definition.name] = problem;
    return definition.value;
  };
  const value = (key: keyof typeof DEFINITIONS) => read(DEFINITIONS[key]);
  const templateName = value('templateName');
  const language = value('templateLanguage');
  const templateValues = value('templateValues').split('|');
  const settings: Settings = {
    provider: value('provider').toLowerCase(),
    phoneNumberId: value('phoneNumberId'),
    graphVersion: value('graphVersion'),
    twilioAccount: value('twilioAccount'),
    twilioSender: value('twilioSender'),
    greenAddress: value('greenAddress'),
    greenInstance: value('greenInstance'),
    businessNumber: readPhone(value('businessNumber')) ?? '',
    invitation: value('invitation'),
    earlierInvitations: lines(value('earlierInvitations')),
    onlyNewClients: isYes(value('onlyNewClients')),
    noticeTemplate: templateName
      ? { name: templateName, language, values: templateValues.map((one) => one.trim()) }
      : null,
    typing: isYes(value('typing')),
    dateFormat: value('dateFormat'),
    words: {
      link: readSynonyms(value('wordsLink')),
      referrals: readSynonyms(value('wordsReferrals')),
      inviter: readSynonyms(value('wordsInviter')),
      stop: readSynonyms(value('wordsStop')),
      start: readSynonyms(value('wordsStart')),
    },
    texts: Object.fromEntries(
      (Object.keys(TEXTS) as TextKey[]).map((key) => [key, read(textSetting(key))]),
    ) as Settings['texts'],
  };
  return { settings, problems };
}
