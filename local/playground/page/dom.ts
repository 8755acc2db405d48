/** Makes elements. Text is always text: nothing here takes markup. */

type Child = Node | string | null | undefined | false;

export interface Attributes {
  [name: string]: string | number | boolean | null | undefined | ((event: never) => void);
}

/**
 * Makes an element.
 *
 * @param tag a tag, with classes: `button.primary`
 * @param attributes attributes by name; a function under `on…` listens; null, undefined and false leave out
 */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag | `${Tag}.${string}`,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const [name, ...classes] = tag.split('.');
  const element = document.createElement(name as Tag);
  if (classes.length) element.className = classes.join(' ');
  for (const [key, value] of Object.entries(attributes)) setAttribute(element, key, value);
  element.append(...children.filter((child): child is Node | string => isChild(child)));
  return element;
}

/** Replaces everything in an element. */
export function fill(element: Element, ...children: Child[]): void {
  element.replaceChildren(...children.filter(isChild));
}

/** One of the small pictures on the buttons, drawn with the text's colour. */
export function icon(name: keyof typeof PATHS): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}

const SVG = 'http://www.w3.org/2000/svg';

const PATHS = {
  add: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M4 12l16-8-6 16-3-7z',
  link: 'M14 4h6v6M20 4l-9 9M10 5H5v14h14v-5',
  reply: 'M10 7L5 12l5 5M5 12h9a5 5 0 0 1 5 5v1',
  tick: 'M5 13l4 4L19 7',
  ticks: 'M2 13l4 4L15 7M11 16l1 1L22 7',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3 2',
  chat: 'M4 5h16v11H9l-5 4z',
  sheet: 'M4 4h16v16H4zM4 10h16M10 10v10',
  pulse: 'M3 12h4l3-7 4 14 3-7h4',
  again: 'M4 12a8 8 0 1 0 3-6M4 4v5h5',
  more: 'M12 6v.01M12 12v.01M12 18v.01',
  warning: 'M12 4l9 16H3zM12 10v4M12 17v.01',
} as const;

function isChild(child: Child): child is Node | string {
  return child !== null && child !== undefined && child !== false;
}

function setAttribute(element: HTMLElement, key: string, value: Attributes[string]): void {
  if (value === null || value === undefined || value === false) return;
  if (typeof value === 'function') {
    element.addEventListener(key.slice(2), value as unknown as EventListener);
  } else if (key === 'value') {
    (element as HTMLInputElement).value = String(value);
  } else {
    element.setAttribute(key, value === true ? '' : String(value));
  }
}
