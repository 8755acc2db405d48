/** The last steps: a test to the owner's own phone, and the owner's own link for a friend to try. */
import type { Client } from '../../../program/model';
import { windowIsOpen } from '../../../program/notices';
import { readPhone } from '../../../program/phone';
import { providerOf, send } from '../shared/ask';
import { linkFor, readWire, settingsOf } from '../shared/client';
import { copyButton } from '../shared/copy';
import { h } from '../shared/dom';
import { qrDrawing } from '../shared/qr';
import { server } from '../shared/server';
import { button } from '../shared/states';
import type { Dialog } from './dialog';
import { noted, progressOf } from './progress';

const TEST = 'This is a test: your referral program can write to this phone.';

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
  const state = await said.test.during('Sending…', deliver(dialog, phone));
  if (!state) return;
  dialog.state = state;
  said.test.say('WhatsApp has taken the message: look at your phone.', 'good');
  dialog.redraw();
}

/** Outside the 24-hour window only a template arrives; every account begins with one. */
async function deliver(dialog: Dialog, phone: string) {
  const [made] = await server.addClients([{ key: phone, name: '' }]);
  if (!made) throw new Error('The number could not be put into the Clients tab.');
  const client: Client = readWire(made.client);
  const before = await server.save({}, noted(dialog.state, { phone }));
  const { sample } = dialog.choice;
  const open = windowIsOpen(client, before.now, providerOf(before).limits.window);
  try {
    if (open || !sample) await send(before, client, [{ kind: 'text', text: TEST }]);
    else await send(before, client, [{ kind: 'template', ...sample, values: [] }]);
  } catch (error) {
    if (open) throw error;
    throw new Error(
      `${(error as Error).message}. Write any message from this phone to your number first, then press the button again: within 24 hours the test needs no template.`,
    );
  }
  return server.save({}, noted(before, { tested: before.now }));
}

/** The owner's own link. */
export function friendStep(dialog: Dialog): HTMLElement {
  const place = h('div');
  const { phone } = progressOf(dialog.state);
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
            'This is your own referral link. Have a friend scan it and send the message that is filled in: you are told at once, and the referral stands in the Clients tab.',
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
  const { phone } = progressOf(state);
  return phone ? `+${phone}` : '';
}
