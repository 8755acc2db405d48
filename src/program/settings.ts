/** The owner's settings as the rules use them, and how they are read from what the owner wrote. */
import type { CATALOGUE } from './catalogue';
import { type Command, readSynonyms } from './commands';
import type { OwnAnswer } from './own-answers';
import { columnsIn } from './own-columns';
import { readPhone } from './phone';
import type { Terms } from './rewards/model';
import { readTerms } from './rewards/terms';
import { type Catalogue, isYes } from './setting-entry';
import { problemOf } from './setting-problem';
import { templateNameProblem } from './template-name';
import { fill, linesOf } from './wording';

type Key = (typeof CATALOGUE)['settings'][number]['key'];

/** Every text that a client can see, by the key under which the rules ask for it. */
export type TextKey = Key extends infer K ? (K extends `text.${infer Name}` ? Name : never) : never;

/** The reply buttons that may stand below one message. */
const BUTTONS: readonly TextKey[] = [
  'buttonLink',
  'buttonReferrals',
  'buttonTop',
  'buttonInviter',
  'buttonRewards',
  'buttonYes',
  'buttonNo',
];

/** Raised whenever a setting is added or changes its form: settings that were kept in an earlier form are read again. */
export const SETTINGS_FORM = 8;

/** The settings as the rules use them. */
export interface Settings {
  provider: string;
  phoneNumberId: string;
  twilioAccount: string;
  twilioSender: string;
  greenAddress: string;
  greenInstance: string;
  /** The bot's username, without @. */
  telegramBot: string;
  graphVersion: string;
  /** The business's WhatsApp number, digits. */
  businessNumber: string;
  invitation: string;
  /** Wordings that were in use before and are still out there in links. */
  earlierInvitations: string[];
  onlyNewClients: boolean;
  /** Whether newcomers who came by no link are asked who sent them. */
  askNewcomers: boolean;
  /** Whether clients are told who invited them, also where the invitation carried a number. */
  sayInviter: boolean;
  /** The approved template for notices outside the 24-hour window; null when there is none. */
  noticeTemplate: { name: string; language: string; values: string[] } | null;
  /** The same for news of rewards. */
  rewardTemplate: { name: string; language: string; values: string[] } | null;
  /** What is promised for referrals. */
  terms: Terms;
  typing: boolean;
  /** Where the owner wants to be written by e-mail; '' for nowhere. */
  mailTo: string;
  weeklySummary: boolean;
  blueTicks: boolean;
  /** Which of the two cards answer *Link*. */
  linkAnswer: 'both' | 'own link' | 'share';
  /** Whether clients may ask who brought the most friends this month. */
  leaderboard: boolean;
  helpFor: 'everybody' | 'newcomers' | 'nobody';
  dateFormat: string;
  words: Record<Command, string[]>;
  /** How the staff's messages begin that write a purchase. */
  wordsBought: string[];
  texts: Record<TextKey, string>;
  /** The placeholders in each text that name a column of the tab *Clients*. */
  columns: Partial<Record<TextKey, string[]>>;
  /** The owner's own commands. */
  answers: OwnAnswer[];
}

/**
 * Takes the owner's values; one that cannot be used, alone or beside the others, gives way to the default.
 *
 * @param given what the Settings tab holds, by the setting's name; missing ones have their default
 * @param headings of the tab *Clients*, which texts may name
 * @returns the settings; for each name whose value was not used what is wrong with it; and for others, whose value is
 *   used, what the owner should know of it
 */
export function readSettings(
  given: Record<string, string>,
  catalogue: Catalogue,
  headings: readonly string[] = [],
): {
  settings: Settings;
  problems: Record<string, string>;
  remarks: Record<string, string>;
} {
  const problems: Record<string, string> = {};
  const values: Record<string, string> = {};
  const texts: Record<string, string> = {};
  const columns: Record<string, string[]> = {};
  for (const entry of catalogue.settings) {
    const own = given[entry.name]?.trim();
    const problem = own === undefined ? null : problemOf(own, entry, catalogue, headings);
    if (problem !== null) problems[entry.name] = problem;
    const value = own === undefined || problem !== null ? entry.value : own;
    if (!entry.key.startsWith('text.')) {
      values[entry.key] = value;
      continue;
    }
    const key = entry.key.slice(5);
    texts[key] = value;
    const named = columnsIn(value, entry);
    if (named.length) columns[key] = named;
  }
  for (const key of ['templateName', 'rewardTemplate']) {
    const problem = templateNameProblem(values.provider!.toLowerCase(), values[key]!);
    if (!problem) continue;
    problems[nameOf(key, catalogue)] = problem;
    values[key] = '';
  }
  return {
    settings: {
      ...settingsFrom(values as Record<Key, string>, texts as Settings['texts']),
      columns,
      answers: [],
    },
    problems,
    remarks: sameButtons(texts, catalogue),
  };
}

/** Reply buttons that say the same, each by its setting's name. */
function sameButtons(texts: Record<string, string>, catalogue: Catalogue): Record<string, string> {
  const words = (key: string) => texts[key]?.replace(/\s+/g, ' ').toLowerCase();
  const remarks: Record<string, string> = {};
  for (const key of BUTTONS) {
    const other = BUTTONS.find((one) => one !== key && words(one) === words(key));
    if (!other) continue;
    const values = { other: nameOf(`text.${other}`, catalogue) };
    remarks[nameOf(`text.${key}`, catalogue)] = fill(catalogue.problems.sameButton ?? '', values);
  }
  return remarks;
}

function nameOf(key: string, { settings }: Catalogue): string {
  return settings.find((entry) => entry.key === key)?.name ?? key;
}

/** Whether some text may name a column of the tab *Clients*, so that its headings have to be known. */
export function namesColumns(given: Record<string, string>, { settings }: Catalogue): boolean {
  return settings.some((entry) => columnsIn(given[entry.name] ?? '', entry).length > 0);
}

function settingsFrom(
  values: Record<Key, string>,
  texts: Settings['texts'],
): Omit<Settings, 'columns' | 'answers'> {
  const { templateLanguage } = values;
  const template = (name: string, given: string) =>
    name
      ? { name, language: templateLanguage, values: given.split('|').map((one) => one.trim()) }
      : null;
  return {
    provider: values.provider.toLowerCase(),
    phoneNumberId: values.phoneNumberId,
    twilioAccount: values.twilioAccount,
    twilioSender: values.twilioSender,
    greenAddress: values.greenAddress,
    greenInstance: values.greenInstance,
    telegramBot: values.telegramBot.replace(/^@/, ''),
    graphVersion: values.graphVersion,
    businessNumber: readPhone(values.businessNumber) ?? '',
    invitation: values.invitation,
    earlierInvitations: linesOf(values.earlierInvitations),
    onlyNewClients: isYes(values.onlyNewClients),
    askNewcomers: isYes(values.askNewcomers),
    sayInviter: isYes(values.sayInviter),
    noticeTemplate: template(values.templateName, values.templateValues),
    rewardTemplate: template(values.rewardTemplate, values.rewardTemplateValues),
    terms: readTerms(values),
    typing: isYes(values.typing),
    mailTo: values.mailTo,
    weeklySummary: isYes(values.weeklySummary),
    blueTicks: isYes(values.blueTicks),
    linkAnswer: values.linkAnswer.toLowerCase() as Settings['linkAnswer'],
    leaderboard: isYes(values.leaderboard),
    helpFor: values.helpFor.toLowerCase() as Settings['helpFor'],
    dateFormat: values.dateFormat,
    words: {
      link: readSynonyms(values.wordsLink),
      referrals: readSynonyms(values.wordsReferrals),
      top: readSynonyms(values.wordsTop),
      inviter: readSynonyms(values.wordsInviter),
      rewards: readSynonyms(values.wordsRewards),
      stop: readSynonyms(values.wordsStop),
      start: readSynonyms(values.wordsStart),
      data: readSynonyms(values.wordsData),
      delete: readSynonyms(values.wordsDelete),
    },
    wordsBought: readSynonyms(values.wordsBought),
    texts,
  };
}

/** Whether links carry the inviter's code out of sight, and nobody shows a number. */
export function isTelegram({ provider }: Pick<Settings, 'provider'>): boolean {
  return provider === 'telegram';
}
