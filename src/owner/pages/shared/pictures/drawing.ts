/** What the drawings of other people's pages are made of: they look alike, and say that they are drawings. */
import { h } from '../dom';

/** A page that the owner looks for elsewhere. */
export interface Picture {
  /** What stands on the fold. */
  title: string;
  /** Where the page is. */
  where: string;
  /** All that the drawing tells, for those who do not see it. */
  says: string;
  /** The drawing's parts, from top to bottom. */
  parts: () => HTMLElement[];
}

/** The picture, folded or open. */
export function folded(picture: Picture, open: boolean): HTMLElement {
  return h('details.picture', { open }, h('summary', {}, picture.title), shown(picture));
}

/** The picture itself. */
export function shown({ where, says, parts }: Picture): HTMLElement {
  return h(
    'figure.drawing',
    {},
    h(
      'div.sheet',
      { role: 'img', 'aria-label': `Drawing. ${where}. ${says}` },
      h('div.where', {}, where),
      ...parts(),
    ),
    h('figcaption.help', {}, 'A drawing: the page looks about like this.'),
  );
}

/** A heading in the page. */
export function heading(text: string): HTMLElement {
  return h('div.heading', {}, text);
}

/** A field with what is to stand in it. */
export function field(label: string, value: string, note = ''): HTMLElement {
  return h('div', {}, h('div.label', {}, label), marked(h('span.box', {}, value), note));
}

/** A button; the one to press has a note. */
export function pushButton(text: string, note = ''): HTMLElement {
  return marked(h('span.push', {}, text), note);
}

/** A row with a switch at its end. */
export function switchRow(name: string, label: string, on: boolean, note = ''): HTMLElement {
  const look = on ? 'span.switch.on' : 'span.switch';
  const toggle = h('span.toggle', {}, label, h(look, {}));
  return h('div.line', {}, h('span.name', {}, name), marked(toggle, note));
}

/** A menu on the left, the one item to choose marked, and the page beside it. */
export function withMenu(items: string[], chosen: string, ...page: HTMLElement[]): HTMLElement {
  const menu = items.map((item) =>
    h('div', { class: item === chosen ? 'item ring' : 'item' }, item),
  );
  return h('div.beside', {}, h('div.menu', {}, ...menu), h('div.page', {}, ...page));
}

/** What matters has a ring around it and a note beside it. */
function marked(element: HTMLElement, note: string): HTMLElement {
  if (note) element.classList.add('ring');
  return h('div.spot', {}, element, note && h('span.remark', {}, note));
}
