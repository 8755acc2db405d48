/** A field with its label, a hint, and what is wrong with what was typed: marked, and tied to it for screen readers. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface FieldProps {
  id: string;
  label: string;
  value: string;
  onInput: (value: string) => void;
  type?: 'text' | 'tel' | 'url' | 'search' | 'password' | 'date' | 'many-lines';
  placeholder?: string;
  optional?: boolean;
  hint?: ComponentChildren;
  /** The hint changes with what is typed: screen readers are told. */
  live?: boolean;
  /**
   * What is wrong with it; '' when nothing is. It is said once the field was left, not while somebody types, and in the
   * hint's place: a button that is pressed just then must not move from under the pointer.
   */
  check?: (value: string) => string;
  /** What else is known to be wrong, said at once. */
  error?: string | undefined;
  /** Stands beside the field: its button. */
  children?: ComponentChildren;
}

export function Field(props: FieldProps) {
  const { id, label, optional, hint, live, check, error, value, children } = props;
  const [left, setLeft] = useState(false);
  const checked = left && value.trim() ? check?.(value) : '';
  const wrong = error || checked;
  const apart = !!wrong && !live;
  const hinted = hint !== undefined && !(checked && apart);
  const described = [apart && `${id}-error`, hinted && `${id}-hint`].filter(Boolean);
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
      <textarea {...own} rows={6} dir="auto" />
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
      {apart && (
        <p class="help bad" id={`${id}-error`} role="alert">
          {wrong}
        </p>
      )}
      {hinted && (
        <p
          class={live && wrong ? 'help bad' : 'help'}
          id={`${id}-hint`}
          role={live ? 'status' : undefined}
        >
          {(live && wrong) || hint}
        </p>
      )}
    </div>
  );
}

/** Takes the owner to a field, mostly because something is wrong with it. */
export function focusField(id: string): void {
  const field = document.getElementById(id);
  field?.focus({ preventScroll: true });
  // With its label above and what is wrong below.
  field?.scrollIntoView({ block: 'center' });
}
