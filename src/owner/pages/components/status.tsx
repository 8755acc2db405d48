/** What a page shows while it waits, when something failed, and the line in which it says what came of something. */
import { useEffect, useRef } from 'preact/hooks';
import { closePage, codeOf } from '../shared/server';
import type { Status } from '../shared/use-status';
import { Button } from './button';

/** Grey bars in the place of what is being read. */
export function Loading({ lines }: { lines: number }) {
  return (
    <div class="skeleton" role="status">
      <span class="hidden">Loading…</span>
      {Array.from({ length: lines }, (_, index) => (
        <div class="bar" key={index} />
      ))}
    </div>
  );
}

/** Something failed: what, and a button to try it again. In a window that is too old there is nothing to try: it closes. */
export function Failure({ error, again }: { error: unknown; again?: () => unknown }) {
  const tooOld = codeOf(error) === 'noPass';
  return (
    <div class="failure" role="alert">
      <p>{error instanceof Error ? error.message : String(error)}</p>
      {tooOld ? (
        <Button work={closePage}>Close</Button>
      ) : (
        again && <Button work={again}>Try again</Button>
      )}
    </div>
  );
}

/** A line that screen readers hear when it changes. */
export function StatusLine({ of: { text, kind } }: { of: Status }) {
  const line = useRef<HTMLParagraphElement>(null);
  // What came of something is seen, wherever on a long page it was begun.
  useEffect(() => {
    if (kind === 'good' || kind === 'bad') line.current?.scrollIntoView({ block: 'nearest' });
  }, [text, kind]);
  return (
    <p ref={line} class={`status ${kind}`} role="status">
      {text}
    </p>
  );
}
