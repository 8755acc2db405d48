/** The field for somebody's number: what is typed is read at once, and what it is read as stands below. */
import type { readTyped } from '../shared/number';
import { Field } from './field';

interface NumberFieldProps {
  id: string;
  label: string;
  value: string;
  /** The same, read. */
  typed: ReturnType<typeof readTyped>;
  onInput: (value: string) => void;
  /** What else is wrong, said at once. */
  error?: string;
}

export function NumberField({ typed, ...field }: NumberFieldProps) {
  return (
    <Field
      {...field}
      type="tel"
      check={() => problemOf(typed)}
      hint={field.value.trim() ? hintOf(typed) : ''}
      live
    />
  );
}

/** Why it is no number; '' when it is one. */
export function problemOf(typed: NumberFieldProps['typed']): string {
  return 'problem' in typed ? `This ${typed.problem}.` : '';
}

function hintOf(typed: NumberFieldProps['typed']): string {
  if ('problem' in typed) return `So far it ${typed.problem}.`;
  return [typed.shown, typed.country, typed.doubt].filter(Boolean).join(' · ');
}
