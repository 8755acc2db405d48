/** Elements as screen readers know them: the role and the name of each, by the rules that Playwright follows. */
import type { Element, HTMLInputElement, Node } from 'happy-dom';
import type { Role } from '../surface';
import { isHidden } from './seen';

/** Where an element of a role can be: what has it by itself, and what is marked with it. */
const NATIVE = {
  alert: [],
  button: ['button', 'input[type=button]', 'input[type=submit]', 'input[type=reset]'],
  checkbox: ['input[type=checkbox]'],
  combobox: ['select:not([multiple])'],
  heading: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  img: ['img[alt]:not([alt=""])', 'svg'],
  link: ['a[href]'],
  listitem: ['li'],
  progressbar: ['progress'],
  radio: ['input[type=radio]'],
  region: ['section'],
  status: ['output'],
  tab: [],
  textbox: ['input:not([type])', 'input[type=text]', 'input[type=tel]', 'textarea'],
} satisfies Partial<Record<Role, string[]>>;

type Known = keyof typeof NATIVE;

/** Those whose own words are their name. */
const NAMED_BY_WORDS = ['button', 'checkbox', 'heading', 'link', 'radio', 'tab'];

/** What stands on a line of its own: there is a space around its words. */
const BLOCK = /^(ADDRESS|DD|DIV|DL|DT|FIELDSET|FORM|H[1-6]|HR|LI|OL|P|PRE|SECTION|TABLE|TR|TD|UL)$/;

/** The elements of a role below a place, those that screen readers pass over left out. @throws Error for a role that is not known here */
export function ofRole(root: { querySelectorAll(css: string): unknown }, role: Role): Element[] {
  if (!(role in NATIVE)) throw new Error(`The role “${role}” is not known to the tests’ own DOM.`);
  const native: string[] = NATIVE[role as Known];
  const marked = `[role="${role}"]`;
  const wanted = [...native.map((one) => `${one}:not([role])`), marked].join(',');
  return [...(root.querySelectorAll(wanted) as Iterable<Element>)].filter(
    (element) =>
      !isHidden(element, { forReaders: true }) &&
      // A section is a region only where it has a name.
      (role !== 'region' || nameOf(element, role) !== ''),
  );
}

/** What a screen reader calls it. */
export function nameOf(element: Element, role: Role): string {
  const given = givenName(element);
  if (given) return given;
  const labels = labelsOf(element);
  if (labels.length > 0) return labels.join(' ');
  const own = NAMED_BY_WORDS.includes(role) ? plain(wordsIn(element)) : '';
  return own || plain(element.getAttribute('title') ?? element.getAttribute('placeholder') ?? '');
}

/** The labels of a field, or what stands for one. */
export function labelTexts(element: Element): string[] {
  const given = givenName(element);
  return given ? [given] : labelsOf(element);
}

function givenName(element: Element): string {
  const ids = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  const others = ids.flatMap((id) => element.ownerDocument.getElementById(id) ?? []);
  const said = plain(others.map((one) => one.textContent).join(' '));
  return said || plain(element.getAttribute('aria-label') ?? '');
}

function labelsOf(element: Element): string[] {
  const { labels } = element as HTMLInputElement;
  return labels ? [...labels].map((label) => plain(label.textContent)) : [];
}

/** The words in an element as they are read out. */
function wordsIn(node: Node): string {
  if (node.nodeType === 3) return node.textContent;
  if (node.nodeType !== 1) return '';
  const element = node as Element;
  const inside = [...element.childNodes].map((child) => {
    if (child.nodeType !== 1) return wordsIn(child);
    const one = child as Element;
    if (one.getAttribute('aria-hidden') === 'true' || one.hasAttribute('hidden')) return '';
    return givenName(one) || (one.tagName === 'IMG' && one.getAttribute('alt')) || wordsIn(one);
  });
  return BLOCK.test(element.tagName) ? ` ${inside.join('')} ` : inside.join('');
}

/** Without the white space that nobody sees. */
export function plain(text: string): string {
  return text
    .replace(/[\u200b\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
