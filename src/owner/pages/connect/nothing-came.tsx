/** Why nothing may have come in, in the order in which it is worth looking. */
import type { Dialog } from './dialog';

export function NothingCame({ dialog: { choice, state } }: { dialog: Dialog }) {
  const address = 'Does the provider have exactly the address and the key of step 4?';
  const causes =
    choice.id === 'meta'
      ? [
          'Is the app published? An unpublished app delivers only the dashboard’s own test events. Dashboard → your app → Publish.',
          'Is the field “messages” subscribed? Dashboard → WhatsApp → Configuration → Webhook fields. “Register it” alone does not do that.',
          `${address} Dashboard → WhatsApp → Configuration → Webhook.`,
        ]
      : [`${address} ${choice.byHand[0]?.text ?? ''}`];
  const number = state.settings['WhatsApp number'] ?? '';
  return (
    <>
      <p class="bad">Nothing has come in for two minutes. Look in this order:</p>
      <ol class="by-hand">
        {causes.map((cause) => (
          <li key={cause}>{cause}</li>
        ))}
        <li>Did you write to {number}, and from another phone than that one?</li>
      </ol>
    </>
  );
}
