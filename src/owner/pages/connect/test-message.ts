/** The last steps: a test to the owner's own phone, and the owner's own link for a friend to try. */
import { readPhone } from '../../../program/phone';
import { linkFor, readWire, settingsOf } from '../shared/client';
import { copyButton } from '../shared/copy';
import { h } from '../shared/dom';
import { qrDrawing } from '../shared/qr';
import { server } from '../shared/server';
import { button } from '../shared/states';
import type { Dialog } from './dialog';

/** A message to the owner's own phone. */
export function testStep(dialog: Dialog): HTMLElement {
  const field = h('input', {
    id: 'own-phone',
    type: 'tel',
    autocomplete: 'off',
    value: shownPhone(dialog),
    'data-focus': 'own-phone',
    'aria-describedby': 'own-phone-help',
  });
  return h(
    'div',
    {},
    h('label', { for: 'own-phone' }, 'Your own phone, with country code'),
    h(
      'div.with-button',
      {},
      field,
      button('Send a test', () => sendTest(dialog, field), { class: 'action', focus: 'test' }),
    ),
    h(
      'p.help',
      { id: 'own-phone-help' },
      'Another phone than the one that is connected. You are put into the Clients tab.',
    ),
    dialog.said.test.element,
  );
}

async function sendTest(dialog: Dialog, field: HTMLInputElement): Promise<void> {
  const { said } = dialog;
  const phone = readPhone(field.value);
  if (!phone) {
    said.test.say('This is no phone number with country code, such as +44 7700 900123.', 'bad');
    return field.focus();
  }
  if (phone === settingsOf(dialog.state).businessNumber) {
    return said.test.say('This is the connected number itself: use another phone.', 'bad');
  }
  const state = await said.test.during('Sending…', server.sendTest(phone));
  if (!state) return;
  dialog.state = state;
  said.test.say('WhatsApp has taken the message: look at your phone.', 'good');
  dialog.redraw();
}

/** The owner's own link. */
export function friendStep(dialog: Dialog): HTMLElement {
  const place = h('div');
  const { phone } = dialog.state.progress;
  const show = async () => {
    if (!phone) return;
    const [made] = await server.addClients([{ key: phone, name: '' }]);
    if (!made) return;
    const link = linkFor(readWire(made.client), settingsOf(dialog.state));
    place.replaceChildren(
      h(
        'div.friend',
        {},
        qrDrawing(link, 'QR code of your own referral link'),
        h(
          'div',
          {},
          h(
            'p',
            {},
            'This is your own referral link. Have a friend scan it and send the message that is filled in: you are told at once, and the referral is in the Clients tab.',
          ),
          h(
            'div.buttons',
            {},
            copyButton('Copy the link', () => link),
            h('a.button', { href: link, target: '_blank', rel: 'noopener' }, 'Open in WhatsApp'),
          ),
        ),
      ),
    );
  };
  show().catch((error: Error) => {
    place.replaceChildren(h('p.status.bad', { role: 'alert' }, error.message));
  });
  return place;
}

function shownPhone({ state }: Dialog): string {
  const { phone } = state.progress;
  return phone ? `+${phone}` : '';
}
