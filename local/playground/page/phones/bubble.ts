/** One message as it looks on the phone: text, card, buttons, list, ticks. */
import type { Bubble, PersonalMessage } from '../../view';
import { type App, BUSINESS } from '../app';
import { h, icon } from '../dom';
import { clockTime } from '../format';
import { tapLink } from './links';
import { richText } from './text';

/** A message between the person and the business. */
export function bubble(app: App, message: Bubble): HTMLElement {
  if (message.status === 'failed') return notDelivered(message);
  const mine = message.from === 'person';
  const tap = (url: string) => void tapLink(app, url, { person: app.hand.person, chat: BUSINESS });
  const read = mine && message.status === 'read';
  const time = clockTime(message.at, app.view.timeZone);
  return h(
    `div.message.${mine ? 'mine' : 'theirs'}.${message.kind}`,
    {},
    h(
      'div.bubble',
      {},
      message.header && h('strong.header', {}, message.header),
      h('p', { dir: 'auto' }, ...richText(message.text, tap)),
      h('div.foot', {}, h('small.footer', {}, message.footer ?? ''), stamp(time, mine, read)),
      message.link && linkButton(message.link, tap),
      message.kind === 'list' && replies(app, message, 'list-rows'),
    ),
    message.kind !== 'list' && replies(app, message, 'reply-buttons'),
  );
}

/** A message between two people. */
export function personalBubble(app: App, message: PersonalMessage): HTMLElement {
  const mine = message.from === app.hand.person;
  const { person, chat } = app.hand;
  const tap = (url: string) => void tapLink(app, url, { person, chat });
  return h(
    `div.message.${mine ? 'mine' : 'theirs'}.text`,
    {},
    h(
      'div.bubble',
      {},
      h('p', { dir: 'auto' }, ...richText(message.text, tap)),
      h('div.foot', {}, h('small.footer'), stamp(clockTime(message.at, app.view.timeZone), mine)),
    ),
  );
}

function stamp(time: string, ticks: boolean, read = false): HTMLElement {
  const picture = ticks && h(`span.ticks${read ? '.read' : ''}`, {}, icon('ticks'));
  const spoken = ticks && h('span.hidden', {}, read ? 'read' : 'delivered');
  return h('span.stamp', {}, time, picture, spoken);
}

function linkButton(link: { title: string; url: string }, tap: (url: string) => void): HTMLElement {
  return h(
    'button.link-button',
    { type: 'button', title: link.url, onclick: () => tap(link.url) },
    icon('link'),
    link.title,
  );
}

function replies(app: App, { buttons }: Bubble, look: string): HTMLElement | false {
  if (!buttons?.length) return false;
  const press = (buttonId: string) => () =>
    app.tell('/local/messages', { from: app.hand.person, buttonId });
  return h(
    `div.${look}` as 'div',
    {},
    ...buttons.map(({ id, title, description }) =>
      h(
        'button',
        { type: 'button', onclick: press(id) },
        look === 'reply-buttons' && icon('reply'),
        h('span', {}, title, description && h('small', {}, description)),
      ),
    ),
  );
}

/** The phone shows nothing of it; whoever looks at the playground should know. */
function notDelivered(message: Bubble): HTMLElement {
  const why = message.error ? `${message.error.code} ${message.error.title}` : 'no reason given';
  return h(
    'div.not-delivered',
    { title: message.text },
    icon('warning'),
    h('span', {}, `Not delivered: ${why}`),
  );
}
