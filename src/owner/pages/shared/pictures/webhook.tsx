/** Meta's form for the web app's address. */
import { Box, Heading, type Picture, Push } from './drawing';

export const WEBHOOK: Picture = {
  title: 'Picture: where the two values go',
  where: 'Meta: your app › WhatsApp › Configuration',
  says: 'Under “Webhook” are two fields. “Callback URL” takes the long address that you copy here; “Verify token” takes the key that you copy here. Below them is the button “Verify and save”: press it last.',
  parts: () => (
    <>
      <Heading>Webhook</Heading>
      <Box
        label="Callback URL"
        value="https://script.google.com/macros/s/…/exec?key=…"
        note="the whole address, with its key"
      />
      <Box label="Verify token" value="32 letters and digits" note="the key by itself" />
      <Push note="press it last">Verify and save</Push>
    </>
  ),
};
