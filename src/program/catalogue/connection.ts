/** Who carries the messages, by which number and with which templates. */
import type { SettingEntry } from '../setting-entry';

const WITH_TEMPLATES = ['meta', '360dialog', 'twilio'] as const;
const WHATSAPP = [...WITH_TEMPLATES, 'green'] as const;

export const CONNECTION = [
  {
    key: 'provider',
    name: 'Provider',
    value: 'meta',
    about: 'Who carries the messages: meta, 360dialog, twilio, green or telegram.',
    pattern: '^(meta|360dialog|twilio|green|telegram)$',
    problem: 'Use one of: meta, 360dialog, twilio, green, telegram.',
  },
  {
    key: 'businessNumber',
    name: 'WhatsApp number',
    value: '',
    about: 'Your WhatsApp number with its country code. Referral links lead to it.',
    check: 'phone',
    problem: 'This is not a phone number with its country code.',
    providers: WHATSAPP,
  },
  {
    key: 'phoneNumberId',
    name: 'Phone number id',
    value: '',
    about:
      "Meta's id of that number (WhatsApp → API Setup). Messages to other numbers are left alone.",
    pattern: '^\\d*$',
    problem: 'An id has digits only.',
    providers: ['meta'],
  },
  {
    key: 'graphVersion',
    name: 'Graph version',
    value: 'v26.0',
    about: "The version of Meta's Graph API to use.",
    pattern: '^v\\d+\\.\\d+$',
    problem: 'A version looks like v26.0.',
    providers: ['meta'],
  },
  {
    key: 'twilioAccount',
    name: 'Twilio account SID',
    value: '',
    about: 'On the first page of Twilio’s console.',
    pattern: '^(AC[0-9a-f]{32})?$',
    problem: 'It is AC, followed by 32 digits and letters a–f.',
    providers: ['twilio'],
  },
  {
    key: 'twilioSender',
    name: 'Twilio sender',
    value: '',
    about: 'A Messaging Service (MG…), or a sender other than your WhatsApp number.',
    pattern: '^(MG[0-9a-f]{32}|\\+?[\\d ().-]{7,25})?$',
    problem: 'Write a phone number, or MG followed by 32 digits and letters a–f.',
    providers: ['twilio'],
  },
  {
    key: 'greenAddress',
    name: 'Green-API address',
    value: 'https://api.green-api.com',
    about: 'apiUrl in Green-API’s console.',
    pattern: '^https://([a-z0-9-]+\\.)*green-?api\\.com$',
    problem: 'It is one of Green-API’s own addresses, such as https://7103.api.greenapi.com.',
    providers: ['green'],
  },
  {
    key: 'greenInstance',
    name: 'Green-API instance',
    value: '',
    about: 'idInstance in Green-API’s console.',
    pattern: '^\\d*$',
    problem: 'It has digits only.',
    providers: ['green'],
  },
  {
    key: 'telegramBot',
    name: 'Telegram bot',
    value: '',
    about: 'Your bot’s username. Connecting finds it out; referral links lead to it.',
    pattern: '^(@?[a-z]\\w{3,31})?$',
    problem: 'It is the bot’s username, for example corner_bakery_bot.',
    providers: ['telegram'],
  },
  {
    key: 'templateName',
    name: 'Notice template',
    value: '',
    about:
      'The approved template for inviters who have not written for 24 hours. Empty: the notice waits until they write.',
    providers: WITH_TEMPLATES,
  },
  {
    key: 'templateLanguage',
    name: 'Notice template language',
    value: 'en',
    about: 'The template’s language code, for example en, en_US, ru.',
    pattern: '^[a-z]{2,3}(_[A-Z]{2,3})?$',
    problem: 'A code looks like en or en_US.',
    providers: WITH_TEMPLATES,
  },
  {
    key: 'templateValues',
    name: 'Notice template values',
    value: '{name}',
    about:
      'What fills the template’s variables, in order, separated by |. {name} is the new client’s name.',
    check: 'text',
    placeholders: ['name'],
    limit: 1000,
    providers: WITH_TEMPLATES,
  },
  {
    key: 'rewardTemplate',
    name: 'Reward template',
    value: '',
    about:
      'The approved template that tells of a reward to somebody who has not written for 24 hours. Empty: it waits until they write.',
    pattern: '^[\\w-]{0,512}$',
    problem: 'A template’s name or SID is made of letters, digits and underscores.',
    providers: WITH_TEMPLATES,
  },
  {
    key: 'rewardTemplateValues',
    name: 'Reward template values',
    value: '{reward}',
    about: 'What fills the template’s variables, in order, separated by |. You can use {reward}.',
    providers: WITH_TEMPLATES,
  },
] as const satisfies readonly SettingEntry[];
