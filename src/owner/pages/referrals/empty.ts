/** What the sidebar says while there is nothing to list, and where to begin. */
import { h } from '../shared/dom';
import { server } from '../shared/server';

/** Nobody has written yet. */
export function noClients(): HTMLElement {
  return h(
    'div.empty',
    {},
    h('h2', {}, 'Nobody here yet'),
    h(
      'p',
      {},
      'Clients appear here when they write to your WhatsApp number, or when you make them a referral link.',
    ),
    h(
      'div.buttons',
      {},
      h(
        'button.action',
        { type: 'button', onclick: () => void server.openDialog('make-link') },
        'Make a referral link',
      ),
      h(
        'button',
        { type: 'button', onclick: () => void server.openDialog('connect') },
        'Connect WhatsApp',
      ),
    ),
  );
}

/** There are clients, but nobody came by a link. */
export function noReferrals(): HTMLElement {
  return h(
    'div.empty',
    {},
    h('h2', {}, 'No referrals yet'),
    h(
      'p',
      {},
      'Give your clients their links: they write “Link” to your number, or you make one for them.',
    ),
    h(
      'div.buttons',
      {},
      h(
        'button.action',
        { type: 'button', onclick: () => void server.openDialog('make-link') },
        'Make a referral link',
      ),
    ),
  );
}
