/** Makes elements. Texts only ever become text nodes: a name with markup in it stays a name. */

type Child = Node | string | number | null | false | undefined;
type Props = Record<string, string | number | boolean | null | ((event: Event) => void)>;

/**
 * An element.
 *
 * @param tag its name, and its classes behind dots: `button.action`
 * @param props attributes; `onclick` and the like are listeners; null and false leave an attribute out
 */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag | `${Tag}.${string}`,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const [name, ...classes] = tag.split('.');
  const element = document.createElement(name as Tag);
  if (classes.length) element.className = classes.join(' ');
  setProps(element, props);
  element.append(...shown(children));
  return element;
}

/** An element of a drawing. */
export function svg(tag: string, props: Props = {}, ...children: Child[]): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  setProps(element, props);
  element.append(...shown(children));
  return element;
}

/** Replaces what stands in an element. What had the focus keeps it when its `data-focus` is still there. */
export function fill(element: Element, ...children: Child[]): void {
  const active = document.activeElement;
  const mark = active && element.contains(active) ? active.getAttribute('data-focus') : null;
  const caret = active instanceof HTMLInputElement ? active.selectionStart : null;
  element.replaceChildren(...shown(children));
  if (mark === null) return;
  const all = [...element.querySelectorAll<HTMLElement>('[data-focus]')];
  const again = all.find((one) => one.getAttribute('data-focus') === mark);
  again?.focus();
  if (caret !== null && again instanceof HTMLInputElement) again.setSelectionRange(caret, caret);
}

/** The place that the page's HTML keeps for everything. */
export function page(): HTMLElement {
  return document.getElementById('page') as HTMLElement;
}

function setProps(element: Element, props: Props): void {
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== null && value !== false) element.setAttribute(name, String(value));
  }
}

function shown(children: Child[]): (Node | string)[] {
  return children
    .filter((child) => child !== null && child !== false && child !== undefined)
    .map((child) => (typeof child === 'number' ? String(child) : (child as Node | string)));
}
