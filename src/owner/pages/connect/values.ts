/** The first two steps: which provider, and the fields for the values that it gave the owner. */
import { h } from '../shared/dom';
import { PROVIDERS } from '../shared/providers';
import type { Field } from '../shared/providers/choice';
import { oneAtATime } from '../shared/states';
import { connect } from './connecting';
import { type Dialog, fieldId } from './dialog';

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
        dialog.said.values.say('');
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
        h(
          'span',
          {},
          h('strong', {}, choice.title),
          h('span.help', {}, choice.about),
          chosen && choice.warning ? h('span.help.waiting', {}, choice.warning) : null,
        ),
      );
    }),
  );
}

/** The provider's values, checked with the provider before they are stored. */
export function valuesStep(dialog: Dialog): HTMLElement {
  return h(
    'form',
    { onsubmit: oneAtATime(() => connect(dialog)), autocomplete: 'off', novalidate: true },
    ...dialog.choice.fields.map((field) => input(field, dialog)),
    h(
      'div.buttons',
      {},
      h('button.action', { type: 'submit', 'data-focus': 'connect' }, 'Check and save'),
    ),
    dialog.said.values.element,
  );
}

function input(
  { name, kind, label, where, optional }: Field,
  { state, entered }: Dialog,
): HTMLElement {
  const id = fieldId(name);
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
