/** A field with its label, a hint, and what is wrong with what was typed: marked, and tied to it for screen readers. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface FieldProps {
  id: string;
  label: string;
  value: string;
  onInput: (value: string) => void;
  type?: 'text' | 'tel' | 'url' | 'search' | 'password' | 'many-lines';
  placeholder?: string;
  optional?: boolean;
  hint?: ComponentChildren;
  /** The hint changes with what is typed: screen readers are told, and what is wrong takes its place. */
  live?: boolean;
  /** What is wrong with it; '' when nothing is. It is said once the field was left, not while somebody types. */
  check?: (value: string) => string;
  /** What else is known to be wrong, said at once. */
  error?: string | undefined;
  /** Stands beside the field: its button. */
  children?: ComponentChildren;
}

export function Field(props: FieldProps) {
  const { id, label, optional, hint, live, check, error, value, children } = props;
  const [left, setLeft] = useState(false);
  const wrong = error || (left && value.trim() ? check?.(value) : '');
  const described = [hint !== undefined && `${id}-hint`, wrong && `${id}-error`].filter(Boolean);
  const own = {
    id,
    value,
    placeholder: props.placeholder,
    'aria-invalid': wrong ? true : undefined,
    'aria-describedby': described.join(' ') || undefined,
    onBlur: () => setLeft(true),
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => {
      setLeft(false);
      props.onInput(currentTarget.value);
    },
  };
  const input =
    props.type === 'many-lines' ? (
      <textarea {...own} rows={6} />
    ) : (
      <input
        {...own}
        type={(props.type ?? 'text') as 'text'}
        autocomplete="off"
        spellcheck={false}
      />
    );
  return (
    <div>
      <label for={id}>{optional ? `${label} (optional)` : label}</label>
      {children ? (
        <div class="with-button">
          {input}
          {children}
        </div>
      ) : (
        input
      )}
      {wrong && (
        <p class="help bad" id={`${id}-error`} role="alert">
          {wrong}
        </p>
      )}
      {hint !== undefined && (
        <p class="help" id={`${id}-hint`} role={live ? 'status' : undefined}>
          {live && wrong ? '' : hint}
        </p>
      )}
    </div>
  );
}

/** Takes the owner to a field, mostly because something is wrong with it. */
export function focusField(id: string): void {
  document.getElementById(id)?.focus();
}
