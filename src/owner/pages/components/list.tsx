/** A list that may be very long: so many lines are in the page, and so many more with each press of the button below. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

const STEP = 50;

interface ListProps<T> {
  items: readonly T[];
  /** What an item is known by while the list changes: its line keeps what is open in it, and the focus. */
  keyOf: (item: T) => string;
  line: (item: T) => ComponentChildren;
}

export function List<T>({ items, keyOf, line }: ListProps<T>) {
  const [shown, setShown] = useState(STEP);
  const left = items.length - shown;
  return (
    <div>
      <ul class="list">
        {items.slice(0, shown).map((item) => (
          <li key={keyOf(item)}>{line(item)}</li>
        ))}
      </ul>
      {left > 0 && (
        <button type="button" class="link" onClick={() => setShown(shown + STEP)}>
          Show {Math.min(STEP, left)} more of {left.toLocaleString()}
        </button>
      )}
    </div>
  );
}
