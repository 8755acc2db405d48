/** The client whose row is selected in the sheet: who invited them, whom they invited, and their link. */

import { keyOf } from '../../../program/people';
import { maskPhone } from '../../../program/phone';
import { linkFor, nameOf, type RowClient, readWire, settingsOf } from '../shared/client';
import { copy } from '../shared/copy';
import { h } from '../shared/dom';
import { sendLink } from '../shared/send-link';
import { server } from '../shared/server';
import { button, type Status } from '../shared/states';
import type { Base } from './base';
import { inviteeList, type ListView, personButton } from './lists';
import { noticeState } from './notice-state';

/**
 * The card.
 *
 * @param said what its buttons say: it outlives a redrawing
 */
export function clientCard(
  client: RowClient,
  base: Base,
  view: ListView,
  said: Status,
  close: () => void,
): HTMLElement {
  const inviter = client.invitedBy ? base.find(client.invitedBy) : null;
  const invitees = base.inviteesOf(client);
  const { text, kind } = noticeState(client.notice);
  return h(
    'section.card',
    { 'aria-label': 'The selected client' },
    h(
      'header',
      {},
      h('h2', {}, nameOf(client)),
      h('button.close', { type: 'button', 'aria-label': 'Close this client', onclick: close }, '×'),
    ),
    client.name && client.phone && h('p.secondary', {}, maskPhone(client.phone)),
    client.joined !== null && h('p.secondary', {}, `Here since ${view.day(client.joined)}`),
    client.stopped !== null && h('p.notice.bad', {}, 'wants no messages'),
    client.invitedBy && h('h3', {}, 'Invited by'),
    client.invitedBy &&
      (inviter
        ? personButton(inviter, view)
        : h('p', {}, client.inviterName || maskPhone(client.invitedBy))),
    client.invitedBy && text && h('p', { class: `notice ${kind}` }, text),
    h(
      'h3',
      {},
      invitees.length ? `Invited ${invitees.length.toLocaleString()}` : 'Invited nobody yet',
    ),
    inviteeList(`card ${keyOf(client)}`, invitees, view),
    h(
      'div.buttons',
      {},
      button('Copy link', () => said.during('', copyLink(client, said)), { focus: 'card copy' }),
      button('Send them their link', () => send(client, said), { focus: 'card send' }),
    ),
    said.element,
  );
}

/** The client with a code, and the settings, as they are now. */
async function ready(client: RowClient) {
  const [state, [made]] = await Promise.all([
    server.state(),
    server.addClients([{ key: keyOf(client), name: client.name }]),
  ]);
  return { state, client: made ? readWire(made.client) : client };
}

async function copyLink(client: RowClient, said: Status): Promise<void> {
  const now = await ready(client);
  const link = linkFor(now.client, settingsOf(now.state));
  const copied = await copy(link);
  setTimeout(() => said.say(copied ? 'Copied.' : link, copied ? 'good' : ''));
}

async function send(client: RowClient, said: Status): Promise<void> {
  const made = await said.during('Sending…', ready(client));
  if (made) await sendLink(made.state, made.client, said);
}
