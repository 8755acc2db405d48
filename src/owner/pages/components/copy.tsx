/** Copying: a button that says in its own place that it has, and a field whose text is there to be copied. */
import { useEffect, useState } from 'preact/hooks';
import { copy } from '../shared/copy';

/** @param text asked for when the button is pressed */
export function Copy({ text, children }: { text: () => string; children: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (!said) return;
    const end = setTimeout(() => setSaid(''), 2000);
    return () => clearTimeout(end);
  }, [said]);
  const press = async () => setSaid((await copy(text())) ? 'Copied' : 'Press Ctrl+C to copy');
  return (
    <button type="button" aria-live="polite" onClick={press}>
      {said || children}
    </button>
  );
}

/** A text that is not changed here, with its label and the button that copies it. */
export function CopyField({ id, label, value }: { id: string; label: string; value: string }) {
  return (
    <div>
      <label for={id}>{label}</label>
      <div class="with-button">
        <input id={id} readOnly value={value} onFocus={(event) => event.currentTarget.select()} />
        <Copy text={() => value}>Copy</Copy>
      </div>
    </div>
  );
}
