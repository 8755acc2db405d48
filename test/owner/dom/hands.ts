/** The owner's hands on a page in memory: the events that a press, a key and typing make, and what follows from them. */
import type { Element, HTMLElement, HTMLInputElement, HTMLSelectElement } from 'happy-dom';

type Field = HTMLInputElement & { select(): void };

const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]';
const TYPED =
  'textarea, input:not([type]), input:is([type=password], [type=search], [type=tel], [type=text], [type=url])';

/** The mouse comes, and presses. */
export function click(element: Element): void {
  const send = (type: string, buttons: number) => {
    const { MouseEvent } = windowOf(element);
    const how = { bubbles: true, cancelable: true, composed: true, detail: 1, buttons };
    return element.dispatchEvent(new MouseEvent(type, how));
  };
  send('mouseover', 0);
  if (send('mousedown', 1)) takeFocus(element);
  send('mouseup', 0);
  if (element.isConnected) send('click', 0);
}

/** What is pressed gets the focus; where nothing can have it, nothing keeps it. */
function takeFocus(element: Element): void {
  const place = element.closest(FOCUSABLE) as HTMLElement | null;
  if (place) place.focus();
  else (element.ownerDocument.activeElement as HTMLElement | null)?.blur();
}

/** A key on what has the focus. @throws Error for a key whose work is not known here */
export function press(element: Element, key: string): void {
  if (key !== 'Enter') throw new Error(`The key “${key}” is not known to the tests’ own DOM.`);
  (element as HTMLElement).focus();
  const { KeyboardEvent } = windowOf(element);
  const send = (type: string) =>
    element.dispatchEvent(
      new KeyboardEvent(type, { key, code: key, bubbles: true, cancelable: true, composed: true }),
    );
  if (send('keydown') && element.isConnected) enter(element);
  if (element.isConnected) send('keyup');
}

/** Enter presses a button, a link and a summary, and sends off the form of a field. */
function enter(element: Element): void {
  const { MouseEvent } = windowOf(element);
  if (element.matches('a[href], button, summary')) {
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 0 }));
    return;
  }
  if (!element.matches('input')) throw new Error(`Enter is not known on ${element.tagName}.`);
  tellChange(element);
  const { form } = element as HTMLInputElement;
  const button = form?.querySelector('button:not([type]), button[type=submit]');
  button?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 0 }));
}

/** Fields that were typed into: what has changed is told when they are left, or by Enter. */
const unsaid = new WeakSet<Element>();

/** All of a field is replaced by a text. @throws Error for what is no field to type into */
export function fill(element: Element, text: string): void {
  if (!element.matches(TYPED) || element.hasAttribute('readonly'))
    throw new Error(`Nobody can type into ${element.outerHTML}.`);
  const field = element as Field;
  field.focus();
  field.select();
  field.value = text;
  tell(field, 'input');
  if (unsaid.has(field)) return;
  unsaid.add(field);
  field.addEventListener('blur', () => tellChange(field), { once: true });
}

function tellChange(element: Element): void {
  if (unsaid.delete(element)) tell(element, 'change');
}

/** @returns whether the menu has that option */
export function choose(element: Element, option: string | { label: string }): boolean {
  const menu = element as HTMLSelectElement;
  const found = [...menu.options].find((one) => {
    const label = (one.getAttribute('label') ?? one.textContent).replace(/\s+/g, ' ').trim();
    return typeof option === 'string'
      ? one.value === option || label === option
      : label === option.label;
  });
  if (!found || found.disabled) return false;
  found.selected = true;
  changed(menu);
  return true;
}

/** A file is chosen. */
export function giveFile(
  element: Element,
  { name, mimeType, buffer }: { name: string; mimeType: string; buffer: Buffer },
): void {
  const { File, FileList } = windowOf(element);
  const files = new FileList();
  files.push(new File([buffer], name, { type: mimeType }));
  (element as HTMLInputElement).files = files;
  changed(element);
}

function changed(element: Element): void {
  tell(element, 'input');
  tell(element, 'change');
}

function tell(element: Element, type: 'input' | 'change'): void {
  const { Event } = windowOf(element);
  element.dispatchEvent(new Event(type, { bubbles: true, composed: type === 'input' }));
}

function windowOf(element: Element) {
  const window = element.ownerDocument.defaultView;
  if (!window) throw new Error('The page is closed.');
  return window;
}
