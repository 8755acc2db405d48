/** Sending a client their own link, as if they had written *Link*; where WhatsApp forbids it, the way to do it by hand. */
import { keyOf, shownName } from '../../../program/people';
import { fill } from '../../../program/wording';
import type { State } from '../../wire';
import { linkFor, type RowClient, settingsOf } from '../shared/client';
import { server } from '../shared/server';
import type { Status } from '../shared/use-status';

/** Sends the link and says what came of it. */
export async function sendLink(
  state: State,
  client: RowClient,
  { say, during }: Pick<Status, 'say' | 'during'>,
): Promise<void> {
  const sent = await during('Sending…', server.sendLink(keyOf(client)));
  if (sent === 'sent') say('Sent.', 'good');
  if (sent === 'stopped') say('They asked not to be messaged, so nothing was sent.', 'bad');
  if (sent === 'window') say(<ByHand state={state} client={client} />, 'bad');
}

/** Opens a chat with them in the owner's own WhatsApp, the link filled in. */
function ByHand({ state, client }: { state: State; client: RowClient }) {
  const settings = settingsOf(state);
  const sentence = fill(settings.texts.link, { name: shownName(client, settings.texts.nameless) });
  const text = encodeURIComponent(`${sentence} ${linkFor(client, settings)}`);
  return (
    <>
      Not sent: WhatsApp lets you begin only with people who wrote within the last 24 hours.{' '}
      {client.phone && (
        <a href={`https://wa.me/${client.phone}?text=${text}`} target="_blank" rel="noopener">
          Write to them yourself
        </a>
      )}
    </>
  );
}
