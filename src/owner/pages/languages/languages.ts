/** The languages that are ready, and how a sheet goes from one to another. */
import { codeWording } from '../../../program/intent';
import type { TextChange } from '../../wire';
import { AR } from './ar';
import { DE } from './de';
import { EN } from './en';
import { ES } from './es';
import { FR } from './fr';
import { HI } from './hi';
import { ID } from './id';
import { IT } from './it';
import { type Language, valuesOf } from './language';
import { PT_BR } from './pt-br';
import { RU } from './ru';

/** English first, then by how the owners of shops would look for theirs. */
export const LANGUAGES: Language[] = [EN, ES, PT_BR, FR, DE, IT, HI, ID, AR, RU];

const INVITATION = 'Invitation';

/** The settings that an approved template binds to its language. */
const TEMPLATE_LANGUAGE = 'Notice template language';
const TEMPLATES = ['Notice template', 'Reward template'];

/** The language that comes nearest to one of a browser's or a spreadsheet's: `de-AT` → German. English for others. */
export function languageFor(locale: string): Language {
  const wanted = locale.replace('_', '-').toLowerCase();
  const same = (one: Language) => one.id.toLowerCase() === wanted;
  const near = (one: Language) => one.id.split('-')[0] === wanted.split('-')[0];
  return LANGUAGES.find(same) ?? LANGUAGES.find(near) ?? EN;
}

/** The language that most of a sheet's texts are in; English where it cannot be told. */
export function languageOf(settings: Record<string, string>): Language {
  const count = (language: Language) =>
    Object.entries(valuesOf(language)).filter(([name, value]) => same(settings[name], value))
      .length;
  const counts = LANGUAGES.map(count);
  return LANGUAGES[counts.indexOf(Math.max(...counts))] ?? EN;
}

/** The default of a setting in a language; undefined where languages do not differ in it. */
export function defaultOf(name: string, language: Language): string | undefined {
  return valuesOf(language)[name];
}

/** What changes, by the setting's name, and which settings keep the owner's own words. */
interface Switch {
  changes: Record<string, TextChange>;
  kept: string[];
}

/**
 * What another language changes: the cells that still hold a default, of whatever language. The language of templates
 * stays where one is named: Meta has approved that one.
 *
 * @param settings the Settings tab as it is; a setting that has no row there is left out
 */
export function switchTo(language: Language, settings: Record<string, string>): Switch {
  const changes: Record<string, TextChange> = {};
  const kept: string[] = [];
  const likeNow = (one: Language) => withCode(valuesOf(one), settings);
  const defaults = LANGUAGES.map(likeNow);
  for (const [name, to] of Object.entries(likeNow(language))) {
    const from = settings[name];
    if (from === undefined || same(from, to)) continue;
    if (name === TEMPLATE_LANGUAGE && TEMPLATES.some((one) => settings[one]?.trim())) continue;
    if (defaults.some((values) => same(from, values[name]))) changes[name] = { from, to };
    else kept.push(name);
  }
  return { changes, kept };
}

/** Where links show a code they go on doing so in another language. */
function withCode(
  values: Record<string, string>,
  settings: Record<string, string>,
): Record<string, string> {
  const { [INVITATION]: invitation = '' } = values;
  if (!settings[INVITATION]?.includes('{code}')) return values;
  return { ...values, [INVITATION]: codeWording(invitation) };
}

/** Spaces at the ends and kinds of line breaks do not make a text the owner's own. */
function same(one: string | undefined, other: string | undefined): boolean {
  const plain = (text: string) => text.replace(/\r\n?/g, '\n').trim();
  return one !== undefined && other !== undefined && plain(one) === plain(other);
}
