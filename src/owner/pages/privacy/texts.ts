/**
 * A privacy page for the owner to publish, in each language: what this program keeps of people, and what they can write
 * to see it or have it deleted.
 */
import type { Language } from '../languages/language';
import { AR } from './ar';
import { DE } from './de';
import { EN } from './en';
import { ES } from './es';
import { FR } from './fr';
import { HI } from './hi';
import { ID } from './id';
import { IT } from './it';
import { PT_BR } from './pt-br';
import { RU } from './ru';

/** By the language's id. */
const TEXTS: Record<string, string> = {
  en: EN,
  de: DE,
  es: ES,
  'pt-BR': PT_BR,
  fr: FR,
  it: IT,
  hi: HI,
  id: ID,
  ar: AR,
  ru: RU,
};

/** Whose page it is. */
interface Owner {
  /** The business's name. */
  business: string;
  /** How it is reached: an address, an e-mail. */
  contact: string;
}

/** What clients write, as the sheet has it: of each the first word counts. */
interface Words {
  stop: string;
  data: string;
  delete: string;
}

/** The text, filled in; what the owner has not typed yet stands in brackets. */
export function privacyText({ id }: Language, owner: Owner, words: Words): string {
  const values: Record<string, string> = {
    business: owner.business.trim() || '[…]',
    contact: owner.contact.trim() || '[…]',
    stop: first(words.stop),
    data: first(words.data),
    delete: first(words.delete),
  };
  return (TEXTS[id] ?? EN).replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all);
}

/** As one would write it: “Stop”. */
function first(words: string): string {
  const word = words.split(/[,;\n]/)[0]?.trim() ?? '';
  return word.charAt(0).toUpperCase() + word.slice(1);
}
