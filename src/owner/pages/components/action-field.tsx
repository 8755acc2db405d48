/** A field with a button that does something with what was typed, and below it what came of that. */
import { useState } from 'preact/hooks';
import type { Status } from '../shared/use-status';
import { Button } from './button';
import { Field, focusField } from './field';
import { StatusLine } from './status';

interface ActionFieldProps {
  id: string;
  label: string;
  hint: string;
  type?: 'text' | 'tel' | 'url';
  placeholder?: string;
  /** What it holds at first. */
  start?: string;
  /** What is wrong with it; '' when nothing is. */
  check?: (typed: string) => string;
  /** On the button. */
  act: string;
  look?: 'action';
  /** @returns what the field holds afterwards; null takes the owner back to it */
  work: (typed: string) => Promise<string | null>;
  status: Status;
}

export function ActionField(props: ActionFieldProps) {
  const { start = '', act, look, work, status, ...field } = props;
  const [typed, setTyped] = useState(start);
  const [error, setError] = useState('');
  const press = async () => {
    const problem = field.check?.(typed) ?? '';
    setError(problem);
    const left = problem ? null : await work(typed.trim());
    if (left === null) focusField(field.id);
    else setTyped(left);
  };
  const onInput = (text: string) => {
    setTyped(text);
    setError('');
  };
  return (
    <>
      <Field {...field} value={typed} onInput={onInput} error={error}>
        <Button {...(look ? { look } : {})} work={press}>
          {act}
        </Button>
      </Field>
      <StatusLine of={status} />
    </>
  );
}
