/** What Meta refuses of a template's text, said before it is asked. */

const LONGEST = 1024;

/** For each variable Meta wants so many words beside it. */
const WORDS = 3;

/** What is wrong with the text of a template, in words for the owner; '' when nothing is. */
export function templateProblem(text: string): string {
  const trimmed = text.trim();
  const variables = trimmed.match(/\{\{[^{}]*\}\}/g) ?? [];
  if (!trimmed) return 'Write the text first.';
  if (trimmed.length > LONGEST) return `At most ${LONGEST} characters; this has ${trimmed.length}.`;
  if (String(variables) !== '{{1}}') return 'It needs {{1}} in it, once, and no other variable.';
  if (trimmed.startsWith('{{1}}') || trimmed.endsWith('{{1}}')) {
    return 'Meta does not accept a text that begins or ends with {{1}}: put a word, or a full stop, there.';
  }
  const words = trimmed
    .replace('{{1}}', '')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length < WORDS) return 'It is too short for Meta: write a whole sentence around {{1}}.';
  return '';
}
