/** Meta's list of what it can deliver. */
import { heading, type Picture, switchRow } from './drawing';

export const WEBHOOK_FIELDS: Picture = {
  title: 'Picture: the fields to subscribe',
  where: 'Meta: your app › WhatsApp › Configuration',
  says: 'Under “Webhook fields” is a long list with a switch “Subscribe” in each row. Switch on the row “messages”: without it nothing is delivered. Switch on “user_preferences” too: it tells who presses Stop. The other rows stay off.',
  parts: () => [
    heading('Webhook fields'),
    switchRow('message_template_status_update', 'Subscribe', false),
    switchRow('messages', 'Subscribed', true, 'without it nothing comes'),
    switchRow('security', 'Subscribe', false),
    switchRow('user_preferences', 'Subscribed', true, 'tells who presses Stop'),
  ],
};
