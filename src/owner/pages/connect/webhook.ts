/** The third step: the provider learns where to deliver what clients write. */
import { askOf } from '../shared/ask';
import { copyButton } from '../shared/copy';
import { h } from '../shared/dom';
import { server } from '../shared/server';
import { button } from '../shared/states';
import { type Dialog, valuesOf } from './dialog';
import { noted } from './progress';

/** The address, registered by the provider's API or by hand. */
export function webhookStep(dialog: Dialog): HTMLElement {
  const { state, choice, said } = dialog;
  if (!/\/exec$/.test(state.address)) return addressForm(dialog);
  const address = webhookAddress(dialog);
  return h(
    'div',
    {},
    shown('Webhook address', 'webhook', address),
    shown('Key (“verify token”)', 'key', state.key),
    h(
      'div.buttons',
      {},
      choice.register &&
        button('Register it', () => register(dialog), { class: 'action', focus: 'register' }),
      !choice.register &&
        button('I have entered it', () => done(dialog), { class: 'action', focus: 'register' }),
      button('New key', () => newKey(dialog), { focus: 'new-key' }),
    ),
    said.webhook.element,
    h('details', {}, h('summary', {}, 'By hand'), h('p.help', {}, choice.byHand)),
  );
}

function shown(label: string, id: string, value: string): HTMLElement {
  const select = (event: Event) => (event.target as HTMLInputElement).select();
  return h(
    'div',
    {},
    h('label', { for: id }, label),
    h(
      'div.with-button',
      {},
      h('input', { id, readonly: true, value, onfocus: select, 'data-focus': id }),
      copyButton('Copy', () => value, `copy ${id}`),
    ),
  );
}

/** Google does not always tell a script its own address. */
function addressForm(dialog: Dialog): HTMLElement {
  const field = h('input', {
    id: 'address',
    type: 'url',
    placeholder: 'https://script.google.com/macros/s/…/exec',
  });
  const save = async () => {
    const address = field.value.trim();
    if (!/^https?:\/\/[^?#\s]+\/exec$/.test(address)) {
      dialog.said.webhook.say('The address begins with https:// and ends in /exec.', 'bad');
      return field.focus();
    }
    const state = await dialog.said.webhook.during(
      'Storing…',
      server.save({}, { webAppUrl: address }),
    );
    if (!state) return;
    dialog.state = state;
    dialog.redraw();
  };
  return h(
    'div',
    {},
    h('label', { for: 'address' }, 'The web app’s address'),
    field,
    h(
      'p.help',
      {},
      'Extensions → Apps Script → Deploy → Manage deployments → Web app → URL. It ends in /exec.',
    ),
    h('div.buttons', {}, button('Use this address', save, { class: 'action' })),
    dialog.said.webhook.element,
  );
}

async function register(dialog: Dialog): Promise<void> {
  const { choice, state, said } = dialog;
  const asked = choice.register?.(
    askOf(choice),
    valuesOf(dialog),
    webhookAddress(dialog),
    state.key,
  );
  const registered = await said.webhook.during(
    'Registering: the provider now calls the address…',
    Promise.resolve(asked).then(() => true),
  );
  if (registered) await done(dialog);
}

async function done(dialog: Dialog): Promise<void> {
  const { state, said } = dialog;
  const saved = await said.webhook.during(
    'Storing…',
    server.save({}, noted(state, { registered: state.now })),
  );
  if (!saved) return;
  dialog.state = saved;
  said.webhook.say('Registered: messages arrive here now.', 'good');
  dialog.redraw();
}

async function newKey(dialog: Dialog): Promise<void> {
  const { said, choice } = dialog;
  const made = await said.webhook.during(
    'Making a new key…',
    server
      .newWebhookKey()
      .then((state) => server.save({}, noted(state, { registered: undefined }))),
  );
  if (!made) return;
  dialog.state = made;
  dialog.redraw();
  if (choice.register) await register(dialog);
  else
    said.webhook.say('The old key is refused from now on: enter the new address at the provider.');
}

function webhookAddress({ state }: Dialog): string {
  return `${state.address}?key=${state.key}`;
}
