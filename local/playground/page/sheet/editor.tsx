/** The field that opens over a cell while the owner types into it. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { door } from '../door';
import { columnLetters } from './columns';
import type { Editing, Sheet, Step } from './sheet';

/** The field's bounds, in pixels. */
const WIDEST = 420;
const TALLEST = 160;
const LETTER = 8;

export function Editor({ sheet, editing }: { sheet: Sheet; editing: Editing }) {
  const { row, column, start } = editing;
  const field = useRef<HTMLTextAreaElement>(null);
  const shown = start ?? sheet.cells.text(editing);
  const before = useRef(shown);
  const open = useRef(true);
  const end = (step: Step, keep: boolean, back: boolean) => {
    if (!open.current) return;
    open.current = false;
    const typed = field.current?.value ?? '';
    const changed = start !== undefined || typed !== before.current;
    void sheet.edited(keep && changed ? typed : undefined, step);
    if (back) sheet.viewport.grid?.focus();
  };
  useLayoutEffect(() => {
    const text = field.current as HTMLTextAreaElement;
    text.value = shown;
    grow(text);
    text.focus();
    text.setSelectionRange(shown.length, shown.length);
    if (start !== undefined) return;
    // The field is open at once, so that nothing typed goes astray; a formula takes the place of what it shows.
    void door.cell(sheet.name, row, column).then(({ text: content }) => {
      before.current = content;
      if (!open.current || !text.value.startsWith(shown)) return;
      text.value = content + text.value.slice(shown.length);
      grow(text);
    });
  }, []);
  return (
    <textarea
      class="cell-editor"
      aria-label={`Cell ${columnLetters(column)}${row}`}
      rows={1}
      spellcheck={false}
      ref={field}
      onInput={(event) => grow(event.currentTarget)}
      onBlur={() => end([0, 0], true, false)}
      onKeyDown={(event) => {
        event.stopPropagation();
        const ended = howItEnds(event);
        if (!ended) return;
        event.preventDefault();
        end(ended, event.key !== 'Escape', true);
      }}
    />
  );
}

/** Where the chosen cell goes then; null when the typing goes on. */
function howItEnds(event: KeyboardEvent): Step | null {
  if (event.isComposing) return null;
  if (event.key === 'Escape') return [0, 0];
  if (event.key === 'Tab') return [0, event.shiftKey ? -1 : 1];
  return event.key === 'Enter' && !event.altKey && !event.ctrlKey ? [1, 0] : null;
}

function grow(field: HTMLTextAreaElement): void {
  const cell = field.parentElement?.offsetWidth ?? 0;
  field.style.minWidth = `${cell + 2}px`;
  field.style.width = `${Math.min(WIDEST, Math.max(cell + 2, field.value.length * LETTER))}px`;
  field.style.height = 'auto';
  field.style.height = `${Math.min(TALLEST, field.scrollHeight + 2)}px`;
}
