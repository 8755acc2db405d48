/** A word in passing at the foot of the page, such as why a button did nothing. One at a time; there is nothing to answer. */
import { useEffect, useState } from 'preact/hooks';
import type { Kind } from '../shared/use-status';

/** What has gone well is read at a glance; what has not stays until it is closed. */
const GOOD_MS = 6000;

interface Said {
  text: string;
  kind: Kind;
}

let show: (said: Said | null) => void = () => undefined;

/** Says something. A later word takes its place. */
export function toast(text: string, kind: Kind = ''): void {
  show({ text, kind });
}

/** The place for it; every page has one. It is always there, so that screen readers hear what comes into it. */
export function Toasts() {
  const [said, setSaid] = useState<Said | null>(null);
  useEffect(() => {
    show = setSaid;
    return () => {
      show = () => undefined;
    };
  }, []);
  useEffect(() => {
    if (!said || said.kind === 'bad') return;
    const end = setTimeout(() => setSaid(null), GOOD_MS);
    return () => clearTimeout(end);
  }, [said]);
  return (
    <div class="toasts" role="status">
      {said && (
        <p class={`toast ${said.kind}`}>
          {said.text}
          <button type="button" class="close" aria-label="Close this" onClick={() => setSaid(null)}>
            ×
          </button>
        </p>
      )}
    </div>
  );
}
