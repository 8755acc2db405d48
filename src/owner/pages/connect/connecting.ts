/** Checks the entered values with the provider, and stores them only when they are right. */
import { CATALOGUE } from '../../../program/catalogue';
import type { State, Values } from '../../wire';
import { askOf } from '../shared/ask';
import { settingsOf } from '../shared/client';
import type { Account, Field } from '../shared/providers/choice';
import { server } from '../shared/server';
import { type Dialog, fieldId, valuesOf } from './dialog';
import { noted, progressOf } from './progress';

/** Does it, and says what came of it beside the fields. */
export async function connect(dialog: Dialog): Promise<void> {
  const { choice, said } = dialog;
  const missing = choice.fields.find((field) => !field.optional && !given(field, dialog));
  if (missing) {
    said.values.say(`Enter this first: ${missing.label}.`, 'bad');
    document.getElementById(fieldId(missing.name))?.focus();
    return;
  }
  const account = await said.values.during(
    `Asking ${choice.title}…`,
    choice.account(askOf(choice, enteredOf(dialog, ['secret'])), valuesOf(dialog)),
  );
  if (!account) return;
  const state = await said.values.during('Storing…', store(dialog, account));
  if (!state) return;
  dialog.state = state;
  dialog.entered = {};
  said.values.say(connectedWords(account, state), 'good');
  await prepare(dialog);
  dialog.redraw();
}

function connectedWords({ name, quality }: Account, state: State): string {
  const number = settingsOf(state).businessNumber;
  const about = [name, number && `+${number}`, quality && `quality ${quality.toLowerCase()}`];
  return `${about.filter(Boolean).join(', ')}: connected.`;
}

/** Set-up first: it makes the tabs, the key and the trigger where they are missing. */
async function store(dialog: Dialog, account: Account): Promise<State> {
  const before = await server.setUp();
  const { id } = dialog.choice;
  const same = before.settings.Provider === id && progressOf(before).connected;
  const progress = same ? {} : { registered: undefined, tested: undefined };
  return server.save(
    {
      ...enteredOf(dialog, ['setting']),
      Provider: id,
      ...(account.number && { 'WhatsApp number': account.number }),
    },
    {
      ...enteredOf(dialog, ['noted', 'secret']),
      ...noted(before, { ...progress, connected: before.now }),
      // Messages carry it where the provider sends its reports to an address of their own.
      ...(/\/exec$/.test(before.address) && { webAppUrl: before.address }),
    },
  );
}

/** What messages need at the provider; without it they go in a simpler form. */
async function prepare(dialog: Dialog): Promise<void> {
  const { choice, state, said } = dialog;
  if (!choice.prepare) return;
  try {
    const made = await choice.prepare(askOf(choice), settingsOf(state), state.noted);
    dialog.state = await server.save({}, made);
  } catch (error) {
    said.values.say(
      `Connected, but messages have no buttons for now: ${(error as Error).message}. Press the button again later.`,
      'bad',
    );
  }
}

/** What was typed into the fields of these kinds; an optional one that was emptied has its default again. */
function enteredOf(dialog: Dialog, kinds: Field['kind'][]): Values {
  const values: Values = {};
  for (const { name, kind, optional, kept } of dialog.choice.fields) {
    const typed = dialog.entered[name]?.trim();
    if (typed === undefined || !kinds.includes(kind)) continue;
    if (typed) values[name] = kept ? kept(typed, valuesOf(dialog)) : typed;
    else if (optional && kind !== 'secret') values[name] = defaultOf(name);
  }
  return values;
}

function defaultOf(name: string): string {
  return CATALOGUE.settings.find((one) => one.name === name)?.value ?? '';
}

function given({ name, kind }: Field, { state, entered }: Dialog): boolean {
  if (entered[name] !== undefined && kind !== 'secret') return entered[name].trim() !== '';
  if (entered[name]?.trim()) return true;
  if (kind === 'secret') return state.secrets.includes(name);
  return !!(state.settings[name] ?? state.noted[name]);
}
