/** Sends a client their own link, as if they had written *Link*; where WhatsApp forbids it, helps to do it by hand. */
import { shareLink } from '../../../program/invitation';
import type { Body } from '../../../program/model';
import { windowIsOpen } from '../../../program/notices';
import { shownName } from '../../../program/people';
import { clip, fill as fillText } from '../../../program/wording';
import type { State } from '../../wire';
import { providerOf, send } from './ask';
import { linkFor, type RowClient, settingsOf } from './client';
import { h } from './dom';
import type { Status } from './states';

/** Sends the link and says what came of it. */
export async function sendLink(
  state: State,
  client: RowClient,
  { element, say, during }: Status,
): Promise<void> {
  if (client.stopped !== null) {
    return say('They asked for no messages, so nothing was sent.', 'bad');
  }
  if (!windowIsOpen(client, state.now, providerOf(state).limits.window)) {
    say(
      'Not sent: WhatsApp lets you begin only with people who wrote within the last 24 hours. ',
      'bad',
    );
    if (client.phone) element.append(byHand(state, client));
    return;
  }
  const sent = await during(
    'Sending…',
    send(state, client, cards(state, client)).then(() => true),
  );
  if (sent) say('Sent.', 'good');
}

/** Opens a chat with them in the owner's own WhatsApp, the link filled in. */
function byHand(state: State, client: RowClient): HTMLElement {
  const { texts } = settingsOf(state);
  const sentence = fillText(texts.link, { name: nameIn(state, client) });
  const text = encodeURIComponent(`${sentence} ${linkFor(client, settingsOf(state))}`);
  const href = `https://wa.me/${client.phone}?text=${text}`;
  return h('a', { href, target: '_blank', rel: 'noopener' }, 'Write to them yourself');
}

function cards(state: State, client: RowClient): Body[] {
  const settings = settingsOf(state);
  const { texts } = settings;
  const url = linkFor(client, settings);
  const { limits } = providerOf(state);
  const text = clip(fillText(texts.link, { name: nameIn(state, client) }), limits.card);
  return [
    { kind: 'card', text, button: texts.linkButton, url },
    {
      kind: 'card',
      text: texts.share,
      button: texts.shareButton,
      url: shareLink(fillText(texts.shareSentence, { link: url })),
    },
  ];
}

function nameIn(state: State, client: RowClient): string {
  return shownName(client, settingsOf(state).texts.nameless);
}
