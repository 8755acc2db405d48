/** The first two steps: which provider, and the values that it gave the owner. */

import { askOf } from '../shared/ask';
import { h } from '../shared/dom';
import { type Account, type Field, PROVIDERS } from '../shared/providers';
import { server } from '../shared/server';
import { button } from '../shared/states';
import { type Dialog, valuesOf } from './dialog';
import { noted } from './progress';

/** The choice of a provider. */
export function providerStep(dialog: Dialog): HTMLElement {
  return h(
    'fieldset',
    {},
    h('legend.hidden', {}, 'Provider'),
    ...PROVIDERS.map((choice) => {
      const chosen = choice === dialog.choice;
      const choose = () => {
        dialog.choice = choice;
        dialog.entered = {};
        dialog.redraw();
      };
      return h(
        'label.choice',
        {},
        h('input', {
          type: 'radio',
          name: 'provider',
          value: choice.id,
          checked: chosen,
          onchange: choose,
          'data-focus': choice.id,
        }),
        h('span', {}, h('strong', {}, choice.title), h('span.help', {}, choice.about)),
      );
    }),
  );
}

/** The provider's values, checked with the provider before they are stored. */
export function valuesStep(dialog: Dialog): HTMLElement {
  const submit = (event: Event) => {
    event.preventDefault();
    void connect(dialog);
  };
  return h(
    'form',
    { onsubmit: submit, autocomplete: 'off', novalidate: true },
    ...dialog.choice.fields.map((field) => input(field, dialog)),
    h(
      'div.buttons',
      {},
      button('Check and save', () => connect(dialog), { class: 'action', focus: 'connect' }),
    ),
    dialog.said.values.element,
  );
}

function input(
  { name, kind, label, where, optional }: Field,
  { state, entered }: Dialog,
): HTMLElement {
  const id = `field-${name.replace(/\W/g, '-')}`;
  const stored = kind === 'secret' && state.secrets.includes(name);
  const field = h('input', {
    id,
    type: kind === 'secret' ? 'password' : 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-describedby': `${id}-where`,
    'data-focus': id,
    placeholder: stored ? 'Stored. Type here only to replace it.' : '',
    value: entered[name] ?? state.settings[name] ?? state.noted[name] ?? '',
    oninput: () => {
      entered[name] = field.value;
    },
  });
  return h(
    'div',
    {},
    h('label', { for: id }, optional ? `${label} (optional)` : label),
    field,
    h('p.help', { id: `${id}-where` }, where),
  );
}

async function connect(dialog: Dialog): Promise<void> {
  const { choice, entered, said } = dialog;
  const missing = choice.fields.find((field) => !field.optional && !given(field, dialog));
  if (missing) {
    said.values.say(`Enter the ${missing.label} first.`, 'bad');
    document.getElementById(`field-${missing.name.replace(/\W/g, '-')}`)?.focus();
    return;
  }
  const of = (kinds: string[]) =>
    Object.fromEntries(
      choice.fields
        .filter(({ kind, name }) => kinds.includes(kind) && entered[name]?.trim())
        .map(({ name }) => [name, entered[name]?.trim() ?? '']),
    );
  const account = await said.values.during(
    `Asking ${choice.title}…`,
    choice.account(askOf(choice, of(['secret'])), valuesOf(dialog)),
  );
  if (!account) return;
  const saved = await said.values.during('Storing…', store(dialog, account, of));
  if (!saved) return;
  dialog.state = saved;
  dialog.entered = {};
  said.values.say(
    `${account.name || 'Your number'}, +${account.number}${account.quality ? `, quality ${account.quality.toLowerCase()}` : ''}: connected.`,
    'good',
  );
  dialog.redraw();
}

/** Set-up first: it makes the tabs, the key and the trigger where they are missing. */
async function store(
  dialog: Dialog,
  account: Account,
  of: (kinds: string[]) => Record<string, string>,
) {
  const state = await server.setUp();
  return server.save(
    {
      ...of(['setting']),
      Provider: dialog.choice.id,
      ...(account.number && { 'WhatsApp number': account.number }),
    },
    { ...of(['noted', 'secret']), ...noted(state, { connected: state.now }) },
  );
}

function given({ name, kind }: Field, { state, entered }: Dialog): boolean {
  if (entered[name]?.trim()) return true;
  if (kind === 'secret') return state.secrets.includes(name);
  return !!(state.settings[name] ?? state.noted[name]);
}
