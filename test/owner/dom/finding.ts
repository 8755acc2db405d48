/** Finds elements by their words, as Playwright does: parts of them, in any case, whatever white space there is. */
import type { Document, Element, HTMLInputElement } from 'happy-dom';
import type { Words } from '../surface';
import { plain } from './roles';

export type Root = Document | Element;

/** What is no text, though there are words in it. */
const WORDLESS = /^(HEAD|NOSCRIPT|SCRIPT|STYLE)$/;

/** Whether a text is meant by these words: all of it where `exact`. */
export function matcher(words: Words, exact: boolean): (text: string) => boolean {
  if (typeof words !== 'string') return (text) => new RegExp(words).test(text);
  const wanted = plain(words);
  if (exact) return (text) => plain(text) === wanted;
  return (text) => plain(text).toLowerCase().includes(wanted.toLowerCase());
}

export function all(root: Root, css: string): Element[] {
  return [...root.querySelectorAll(css)];
}

/** The text of an element without scripts and styles; a button that is an input has it as its value. */
export function textOf(element: Element): string {
  if (element.matches('input:is([type=submit], [type=button], [type=reset])')) {
    return (element as HTMLInputElement).value;
  }
  if (WORDLESS.test(element.tagName)) return '';
  if (!element.querySelector('script, style, noscript')) return element.textContent;
  const parts = [...element.childNodes].map((node) =>
    node.nodeType === 1 ? textOf(node as Element) : node.nodeType === 3 ? node.textContent : '',
  );
  return parts.join('');
}

/** The elements with these words of which no child has them. */
export function innermost(root: Root, words: Words, exact: boolean): Element[] {
  const fits = matcher(words, exact);
  const somewhere = typeof words === 'string' ? matcher(words, false) : () => true;
  const found: Element[] = [];
  const visit = (element: Element): boolean => {
    const text = textOf(element);
    // Where the words are not at all in it, they are in nothing inside.
    if (!somewhere(text)) return false;
    const place = found.length;
    const inside = [...element.children].map(visit).includes(true);
    const fit = fits(text);
    if (fit && !inside) found.splice(place, 0, element);
    return fit;
  };
  // As with Playwright, the place where one looks is looked at, too.
  for (const one of root.nodeType === 1 ? [root as Element] : root.children) visit(one);
  return found;
}
