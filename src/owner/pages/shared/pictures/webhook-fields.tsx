/** Meta's list of what it can deliver. */
import { Heading, type Picture, Switch } from './drawing';

export const WEBHOOK_FIELDS: Picture = {
  title: 'Picture: the fields to subscribe',
  where: 'Meta: your app › WhatsApp › Configuration',
  says: 'Under “Webhook fields” is a long list with a switch “Subscribe” in each row. Switch on the row “messages”: without it nothing is delivered. Switch on “user_preferences” too: it tells who presses Stop. The other rows stay off.',
  parts: () => (
    <>
      <Heading>Webhook fields</Heading>
      <Switch name="message_template_status_update" label="Subscribe" />
      <Switch name="messages" label="Subscribed" on note="without it nothing comes" />
      <Switch name="security" label="Subscribe" />
      <Switch name="user_preferences" label="Subscribed" on note="tells who presses Stop" />
    </>
  ),
};
