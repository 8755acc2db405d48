/** The texts as they are on the page: what stands in the sheet, and what has been typed and is not saved yet. */
import { useState } from 'preact/hooks';
import { CATALOGUE } from '../../../program/catalogue';
import type { SettingEntry } from '../../../program/setting-entry';
import { readSettings, type TextKey } from '../../../program/settings';
import type { State, TextChange, Values } from '../../wire';

/** The settings that the page shows: every text, and the invitation. */
export const SHOWN: readonly SettingEntry[] = (
  CATALOGUE.settings as readonly SettingEntry[]
).filter(({ key }) => key === 'invitation' || key.startsWith('text.'));

/** The setting's name of a text, by the key under which the program asks for it. */
export function nameOf(key: string): string {
  return SHOWN.find((one) => one.key === `text.${key}`)?.name ?? '';
}

/** The other way: the key of a text by the setting's name; undefined for the invitation, which friends write. */
export function textKeyOf(name: string): TextKey | undefined {
  const key = SHOWN.find((one) => one.name === name)?.key ?? '';
  return key.startsWith('text.') ? (key.slice('text.'.length) as TextKey) : undefined;
}

/** What a text is called on the page: on this page everything is a text. */
export function titleOf(name: string): string {
  return name.replace(/^Text: /, '');
}

export interface Drafts {
  /** The Settings tab with what has been typed. */
  values: Values;
  /** What is not saved yet, by the setting's name. */
  changes: Record<string, TextChange>;
  /** What is wrong with a text as typed; '' when nothing is. */
  problemOf: (name: string) => string;
  type: (name: string, text: string) => void;
  /** What was saved is no draft any more. */
  saved: (names: string[]) => void;
}

/** @param state the Settings tab as it was read, and the columns that a text may name */
export function useDrafts({ settings, headings }: State): Drafts {
  const [typed, setTyped] = useState<Values>({});
  const differs = ([name, text]: [string, string]) => text !== settings[name];
  const changed = Object.entries(typed).filter(differs);
  const values = { ...settings, ...typed };
  return {
    values,
    changes: Object.fromEntries(
      changed.map(([name, to]) => [name, { from: settings[name] ?? '', to }]),
    ),
    problemOf: (name) =>
      readSettings({ ...values, [name]: values[name] ?? '' }, CATALOGUE, headings).problems[name] ??
      '',
    type: (name, text) => setTyped((before) => ({ ...before, [name]: text })),
    saved: (names) =>
      setTyped((before) =>
        Object.fromEntries(Object.entries(before).filter(([name]) => !names.includes(name))),
      ),
  };
}
