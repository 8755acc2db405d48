/** Templates in Meta's words, which are 360dialog's too. */
import { eachOf, string } from '../json';
import type { NewTemplate, TemplateState } from '../set-up';

/** What Meta is handed in. News of a friend who came count as marketing. */
export function templateBody({ name, language, text, example }: NewTemplate): object {
  const component = { type: 'BODY', text, example: { body_text: [[example]] } };
  return { name, language, category: 'MARKETING', components: [component] };
}

/** The state of a template in a list of them; null when it is not there. */
export function templateAmong(list: unknown, name: string, language: string): TemplateState | null {
  const [found] = eachOf(list, (one) =>
    one.name === name && one.language === language ? [one] : [],
  );
  if (!found) return null;
  const reason = string(found.rejected_reason);
  return { status: string(found.status).toLowerCase(), reason: reason === 'NONE' ? '' : reason };
}
