/** Something that cannot be taken back, in two steps: opened and read first, then pressed. Closing it again is the way out. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Button } from './button';

interface ConfirmProps {
  /** What it is about; it opens the rest. */
  title: string;
  /** What will happen, and what can be chosen about it. */
  children: ComponentChildren;
  /** The words of the button that does it. */
  yes: string;
  /** @returns whether it is done: then it is folded again, and otherwise stays open for another try */
  work: () => Promise<boolean>;
}

export function Confirm({ title, children, yes, work }: ConfirmProps) {
  const fold = useRef<HTMLDetailsElement>(null);
  const press = async () => {
    const done = await work();
    if (!done || !fold.current) return;
    // The button is about to be hidden: whoever is at it is taken to what opens it again.
    const here = fold.current.contains(document.activeElement);
    fold.current.open = false;
    if (here) fold.current.querySelector('summary')?.focus();
  };
  return (
    <details ref={fold}>
      <summary>{title}</summary>
      {children}
      <div class="buttons">
        <Button work={press}>{yes}</Button>
      </div>
    </details>
  );
}
