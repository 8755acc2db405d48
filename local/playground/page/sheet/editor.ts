/** The field that opens over a cell while the owner types into it. */
import { h } from '../dom';

export type Ended = 'down' | 'right' | 'left' | 'stay' | 'given up';

/**
 * Opens the field.
 *
 * @param over the cell that it covers
 * @param text what stands in it at first
 * @param label what a screen reader calls it
 * @param done what was typed, and how it ended; called once
 * @returns the field
 */
export function editCell(
  over: HTMLElement,
  text: string,
  label: string,
  done: (text: string, how: Ended) => void,
): HTMLTextAreaElement {
  const field = h('textarea.cell-editor', { 'aria-label': label, rows: 1, spellcheck: 'false' });
  field.value = text;
  let open = true;
  const end = (how: Ended) => {
    if (!open) return;
    open = false;
    field.remove();
    done(field.value, how);
  };
  field.addEventListener('keydown', (event) => {
    event.stopPropagation();
    const how = howItEnds(event);
    if (!how) return;
    event.preventDefault();
    end(how);
  });
  field.addEventListener('blur', () => end('stay'));
  field.style.minWidth = `${over.offsetWidth + 2}px`;
  over.replaceChildren(field);
  const grow = () => {
    field.style.width = `${Math.min(420, Math.max(over.offsetWidth + 2, field.value.length * 8))}px`;
    field.style.height = 'auto';
    field.style.height = `${Math.min(160, field.scrollHeight + 2)}px`;
  };
  field.addEventListener('input', grow);
  grow();
  field.focus();
  field.setSelectionRange(text.length, text.length);
  return field;
}

function howItEnds(event: KeyboardEvent): Ended | null {
  if (event.isComposing) return null;
  if (event.key === 'Escape') return 'given up';
  if (event.key === 'Tab') return event.shiftKey ? 'left' : 'right';
  if (event.key === 'Enter' && !event.altKey && !event.ctrlKey) return 'down';
  return null;
}
