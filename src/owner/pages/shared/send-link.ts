/** Sends a client their own link, as if they had written *Link*; where WhatsApp forbids it, helps to do it by hand. */
import { keyOf, shownName } from '../../../program/people';
import { fill as fillText } from '../../../program/wording';
import type { State } from '../../wire';
import { linkFor, type RowClient, settingsOf } from './client';
import { h } from './dom';
import { server } from './server';
import type { Status } from './states';

/** Sends the link and says what came of it. */
export async function sendLink(
  state: State,
  client: RowClient,
  { element, say, during }: Status,
): Promise<void> {
  const sent = await during('Sending…', server.sendLink(keyOf(client)));
  if (sent === 'sent') say('Sent.', 'good');
  if (sent === 'stopped') say('They asked for no messages, so nothing was sent.', 'bad');
  if (sent !== 'window') return;
  say(
    'Not sent: WhatsApp lets you begin only with people who wrote within the last 24 hours. ',
    'bad',
  );
  if (client.phone) element.append(byHand(state, client));
}

/** Opens a chat with them in the owner's own WhatsApp, the link filled in. */
function byHand(state: State, client: RowClient): HTMLElement {
  const { texts } = settingsOf(state);
  const sentence = fillText(texts.link, { name: nameIn(state, client) });
  const text = encodeURIComponent(`${sentence} ${linkFor(client, settingsOf(state))}`);
  const href = `https://wa.me/${client.phone}?text=${text}`;
  return h('a', { href, target: '_blank', rel: 'noopener' }, 'Write to them yourself');
}

function nameIn(state: State, client: RowClient): string {
  return shownName(client, settingsOf(state).texts.nameless);
}
