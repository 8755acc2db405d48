/** Meta's form for the web app's address. */
import { field, heading, type Picture, pushButton } from './drawing';

export const WEBHOOK: Picture = {
  title: 'Picture: where the two values go',
  where: 'Meta: your app › WhatsApp › Configuration',
  says: 'Under “Webhook” are two fields. “Callback URL” takes the long address that you copy here; “Verify token” takes the key that you copy here. Below them is the button “Verify and save”: press it last.',
  parts: () => [
    heading('Webhook'),
    field(
      'Callback URL',
      'https://script.google.com/macros/s/…/exec?key=…',
      'the whole address, with its key',
    ),
    field('Verify token', '32 letters and digits', 'the key by itself'),
    pushButton('Verify and save', 'press it last'),
  ],
};
