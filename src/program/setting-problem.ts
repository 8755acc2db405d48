/** Whether a value that the owner wrote into Settings can be used. */
import { invitationProblem } from './invitation';
import { columnsIn, namesColumn } from './own-columns';
import { readPhone } from './phone';
import { notNumbers } from './rewards/terms';
import type { Catalogue, SettingEntry } from './setting-entry';
import { fill, linesOf, placeholdersIn } from './wording';

/** What is wrong with a value, in words for the owner; null when it can be used. */
export function problemOf(
  value: string,
  entry: SettingEntry,
  { problems }: Catalogue,
  headings: readonly string[],
): string | null {
  const say = (key: string, values: Record<string, string | number> = {}) =>
    fill(problems[key] ?? key, values);
  const invitation = (wording: string) => {
    const problem = invitationProblem(wording);
    return problem && say(problem.key, problem.values);
  };
  switch (entry.check) {
    case 'phone':
      return value === '' || readPhone(value) ? null : (entry.problem ?? '');
    case 'phones':
      return notNumbers(value).length ? (entry.problem ?? '') : null;
    case 'invitation':
      return invitation(value);
    case 'invitations':
      return linesOf(value).map(invitation).find(Boolean) ?? null;
    case 'text':
      return textProblem(value, entry, headings, say);
    default: {
      const fits = !entry.pattern || new RegExp(entry.pattern, 'i').test(value);
      return fits ? null : (entry.problem ?? '');
    }
  }
}

function textProblem(
  value: string,
  entry: SettingEntry,
  headings: readonly string[],
  say: (key: string, values?: Record<string, string | number>) => string,
): string | null {
  const { placeholders = [], limit = Number.POSITIVE_INFINITY, mayBeEmpty } = entry;
  if (value === '') return mayBeEmpty ? null : say('empty');
  if (value.length > limit) return say('long', { limit, length: value.length });
  const named = columnsIn(value, entry).filter((name) => namesColumn(name, headings));
  const unknown = placeholdersIn(value).find(
    (name) => !placeholders.includes(name) && !named.includes(name),
  );
  if (unknown === undefined) return null;
  const could = placeholders.map((name) => `{${name}}`).join(', ') || '–';
  const mayName = entry.key.startsWith('text.') && !entry.sameForAll;
  return say(mayName ? 'placeholderOrHeading' : 'placeholder', { given: `{${unknown}}`, could });
}
