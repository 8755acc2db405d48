/** One text being written: its placeholders as buttons, its length against the limit, and the way back to the default. */
import { Field } from '../components/field';
import type { Language } from '../languages/language';
import { defaultOf } from '../languages/languages';
import { type Drafts, SHOWN, titleOf } from './drafts';

interface EditorProps {
  /** The setting's name. */
  name: string;
  language: Language;
  drafts: Drafts;
}

const FIELD = 'text';

export function Editor({ name, language, drafts }: EditorProps) {
  const entry = SHOWN.find((one) => one.name === name);
  if (!entry) return null;
  const value = drafts.values[name] ?? entry.value;
  const placeholders = entry.key === 'invitation' ? ['phone', 'code'] : (entry.placeholders ?? []);
  const usual = defaultOf(name, language) ?? entry.value;
  const insert = (placeholder: string) => {
    const field = document.getElementById(FIELD) as HTMLTextAreaElement;
    const start = field.selectionStart;
    const put = language.direction === 'rtl' ? `\u2068{${placeholder}}\u2069` : `{${placeholder}}`;
    drafts.type(name, value.slice(0, start) + put + value.slice(field.selectionEnd));
    // The field has the new text only after the update.
    requestAnimationFrame(() => {
      field.focus();
      field.setSelectionRange(start + put.length, start + put.length);
    });
  };
  return (
    <div>
      <p class="help">{entry.about}</p>
      <Field
        id={FIELD}
        label={titleOf(name)}
        type="many-lines"
        value={value}
        onInput={(text) => drafts.type(name, text)}
        error={drafts.problemOf(name)}
        hint={lengthOf(value, entry.limit)}
      />
      <div class="buttons">
        {placeholders.map((placeholder) => (
          <button
            type="button"
            key={placeholder}
            aria-label={`Insert {${placeholder}}`}
            onClick={() => insert(placeholder)}
          >
            {`{${placeholder}}`}
          </button>
        ))}
        {value !== usual && (
          <button type="button" class="link" onClick={() => drafts.type(name, usual)}>
            Back to the default
          </button>
        )}
      </div>
    </div>
  );
}

function lengthOf(value: string, limit: number | undefined): string {
  const { length } = value.trim();
  return limit === undefined
    ? `${length.toLocaleString('en')} characters`
    : `${length.toLocaleString('en')} of ${limit.toLocaleString('en')} characters`;
}
