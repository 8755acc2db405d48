/** Has the entered values checked with the provider; they are stored only when they are right. */
import type { Account, State } from '../../wire';
import { settingsOf } from '../shared/client';
import type { Field } from '../shared/providers/choice';
import { server } from '../shared/server';
import { type Dialog, fieldId } from './dialog';

/** Does it, and says what came of it beside the fields. */
export async function connect(dialog: Dialog): Promise<void> {
  const { choice, said } = dialog;
  const missing = choice.fields.find((field) => !field.optional && !given(field, dialog));
  if (missing) {
    said.values.say(`Enter this first: ${missing.label}.`, 'bad');
    document.getElementById(fieldId(missing.name))?.focus();
    return;
  }
  const done = await said.values.during(
    `Asking ${choice.title}…`,
    server.connect({ provider: choice.id, values: dialog.entered }),
  );
  if (!done) return;
  dialog.state = done.state;
  dialog.entered = {};
  if (done.buttons) {
    said.values.say(
      `Stored, but messages have no buttons for now: ${done.buttons}. Press the button again later.`,
      'bad',
    );
  } else {
    said.values.say(rightWords(done.account, done.state), 'good');
  }
  dialog.redraw();
}

function rightWords({ name, quality }: Account, state: State): string {
  const number = settingsOf(state).businessNumber;
  const about = [name, number && `+${number}`, quality && `quality ${quality.toLowerCase()}`];
  return `${about.filter(Boolean).join(', ')}: the values are right, and stored.`;
}

function given({ name, kind }: Field, { state, entered }: Dialog): boolean {
  if (entered[name] !== undefined && kind !== 'secret') return entered[name].trim() !== '';
  if (entered[name]?.trim()) return true;
  if (kind === 'secret') return state.secrets.includes(name);
  return !!(state.settings[name] ?? state.noted[name]);
}
