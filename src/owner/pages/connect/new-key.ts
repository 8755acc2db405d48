/** *New key*: for when the old one has become known. It says what happens to messages that still come with the old one. */
import { h } from '../shared/dom';
import { server } from '../shared/server';
import { button } from '../shared/states';
import type { Dialog } from './dialog';
import { register } from './registering';

export function newKey(dialog: Dialog): HTMLElement {
  const honour = h('input', {
    id: 'honour',
    type: 'checkbox',
    checked: true,
    'data-focus': 'honour',
  });
  const make = async () => {
    const { said } = dialog;
    const state = await said.webhook.during(
      'Making a new key…',
      server.newWebhookKey(honour.checked),
    );
    if (!state) return;
    dialog.state = state;
    dialog.redraw();
    if (state.progress.byApi) return register(dialog);
    said.webhook.say(
      'The new key is in force: give the provider the new address and key now.',
      'good',
    );
  };
  return h(
    'details',
    {},
    h('summary', {}, 'New key'),
    h(
      'p.help',
      {},
      'For when somebody knows the old one. Until the provider has the new address, messages still come with the old key.',
    ),
    h('label.check', { for: 'honour' }, honour, 'Go on taking messages with the old key for a day'),
    h(
      'p.help',
      {},
      dialog.choice.sendsAgain
        ? 'Otherwise they are turned away, and WhatsApp sends them again until the new address is registered: nothing is lost, but answers come late.'
        : `Otherwise they are turned away and lost: ${dialog.choice.title} does not send them again.`,
    ),
    h('div.buttons', {}, button('Make a new key', make, { focus: 'new-key' })),
  );
}
