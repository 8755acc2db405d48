/** A card or a choice as plain text, for providers and accounts without buttons. */
import type { Body } from '../program/model';
import { clip } from '../program/wording';

/**
 * A text with what the buttons stand for below it: the link, or the words to write.
 *
 * @param longest how many characters a text may have; the upper part is cut when all of it is too long
 */
export function asPlainText(
  body: Extract<Body, { kind: 'text' | 'card' | 'choices' }>,
  longest: number,
): string {
  if (body.kind === 'text') return clip(body.text, longest);
  const below =
    body.kind === 'card' ? body.url : body.buttons.map(({ title }) => `• ${title}`).join('\n');
  const above = clip(body.text, Math.max(longest - below.length - 2, 0));
  return above ? `${above}\n\n${below}` : below;
}
