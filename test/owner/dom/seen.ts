/** What of a page without layout can be seen and pressed: as strict as the markup tells. */
import type { Element, HTMLDialogElement, HTMLElement } from 'happy-dom';

/** Elements that never are on the screen. */
const UNSEEN = /^(HEAD|NOSCRIPT|SCRIPT|STYLE|TEMPLATE|TITLE)$/;

/** What is there without words. */
const DRAWN = 'button, canvas, hr, img, input, meter, progress, select, svg, textarea';

/** Whether it or something around it is hidden; `forReaders` from those who have the page read out to them. */
export function isHidden(element: Element, { forReaders = false } = {}): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (hides(at, forReaders)) return true;
    const around: Element | null = at.parentElement;
    // Of a closed fold its first summary is all that is seen.
    const folded = around?.tagName === 'DETAILS' && !around.hasAttribute('open');
    if (folded && around.querySelector(':scope > summary') !== at) return true;
  }
  return false;
}

function hides(element: Element, forReaders: boolean): boolean {
  if (forReaders && element.getAttribute('aria-hidden') === 'true') return true;
  const { display, visibility } = (element as HTMLElement).style ?? {};
  return (
    element.hasAttribute('hidden') ||
    UNSEEN.test(element.tagName) ||
    (element.tagName === 'INPUT' && element.getAttribute('type') === 'hidden') ||
    (element.tagName === 'DIALOG' && !(element as HTMLDialogElement).open) ||
    display === 'none' ||
    visibility === 'hidden'
  );
}

/** Whether it is on the screen, with something in it. */
export function isSeen(element: Element): boolean {
  if (!element.isConnected || isHidden(element)) return false;
  if (element.matches(DRAWN) || element.querySelector(DRAWN)) return true;
  return element.textContent.trim() !== '';
}

/** Why it cannot be pressed or filled now; '' where it can. */
export function obstacleAt(element: Element): string {
  if (!isSeen(element)) return 'it is not to be seen';
  if (element.closest('[inert]')) return 'it is inert';
  if (element.closest('[aria-disabled="true"]') || isDisabled(element)) return 'it is disabled';
  const modal = element.ownerDocument.querySelector('dialog[open]');
  return modal && !modal.contains(element) ? 'a dialog is in front of it' : '';
}

function isDisabled(element: Element): boolean {
  const control = element.closest('button, input, select, textarea');
  return !!control && (control.hasAttribute('disabled') || !!control.closest('fieldset[disabled]'));
}
