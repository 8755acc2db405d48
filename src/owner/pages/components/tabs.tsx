/** Two or more parts of a page of which one is shown, as tabs that arrow keys move between. */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';

interface TabsProps {
  label: string;
  /** By the tab's words. All are there all the time: what was typed in one is kept. */
  parts: Record<string, ComponentChildren>;
  /** Whether each is made only when it is first looked at: where it has much to read. */
  late?: boolean;
  /** The words of the tab that is shown first; otherwise that is the first one. */
  first?: string;
}

export function Tabs({ label, parts, late, first }: TabsProps) {
  const names = Object.keys(parts);
  const [chosen, setChosen] = useState(Math.max(names.indexOf(first ?? ''), 0));
  const [seen, setSeen] = useState([chosen]);
  const choose = (index: number) => {
    setChosen(index);
    setSeen([...seen, index]);
  };
  const row = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (!by) return;
    event.preventDefault();
    const next = (chosen + by + names.length) % names.length;
    choose(next);
    row.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} ref={row} onKeyDown={move}>
        {names.map((name, index) => (
          <button
            type="button"
            class="tab"
            role="tab"
            key={name}
            id={`tab-${index}`}
            aria-controls={`panel-${index}`}
            aria-selected={index === chosen}
            tabIndex={index === chosen ? 0 : -1}
            onClick={() => choose(index)}
          >
            {name}
          </button>
        ))}
      </div>
      {names.map((name, index) => (
        <div
          role="tabpanel"
          key={name}
          id={`panel-${index}`}
          aria-labelledby={`tab-${index}`}
          hidden={index !== chosen}
        >
          {(!late || seen.includes(index)) && parts[name]}
        </div>
      ))}
    </>
  );
}
