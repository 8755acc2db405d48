/** The phone in the hand: whose chat is open, what is in it, and where one writes. */
import type { View } from '../../view';
import { type App, BUSINESS, draftKey } from '../app';
import { fill, h } from '../dom';
import { door } from '../door';
import { readablePhone } from '../format';
import { describe } from './ask-somebody';
import { avatar } from './avatar';
import { composer } from './composer';
import { messages } from './messages';
import { chatsOf, isNews, lastHeard } from './people';

export function phone(app: App): HTMLElement {
  const top = h('header.phone-top');
  const chats = h('div.phone-chats', { role: 'tablist', 'aria-label': 'Chats on this phone' });
  const element = h(
    'section.phone',
    { id: 'phone', role: 'tabpanel' },
    top,
    chats,
    messages(app),
    composer(app),
  );
  app.add((view) => {
    const { person, chat } = app.hand;
    app.hand.seen[draftKey(person, chat)] = lastHeard(view, person, chat);
    element.setAttribute('aria-label', `${app.personName(person)}’s phone`);
    fill(top, ...title(app, view));
    const all = chatsOf(app, view, person);
    chats.hidden = all.length < 2;
    fill(chats, ...all.map((one) => chatTab(app, view, one)));
  });
  tellWhichIsOpen(app);
  return element;
}

function title(app: App, view: View): Node[] {
  const { person, chat } = app.hand;
  const other = view.people.find(({ key }) => key === chat);
  const name = chat === BUSINESS ? view.business.name : (other?.name ?? 'Somebody');
  const below = chat === BUSINESS ? readablePhone(view.business.phone) : describe(other ?? noOne);
  return [
    avatar(chat, name),
    h('div.who', {}, h('strong', {}, name), h('small', {}, below)),
    h('span.owner', {}, `${app.personName(person).split(/\s+/u)[0]}’s phone`),
  ];
}

const noOne = { showsPhone: false };

function chatTab(app: App, view: View, chat: string): HTMLElement {
  const { person } = app.hand;
  const name = chat === BUSINESS ? view.business.name : app.personName(chat);
  const news = chat !== app.hand.chat && isNews(app, view, person, chat);
  return h(
    'button',
    {
      type: 'button',
      role: 'tab',
      'aria-selected': String(chat === app.hand.chat),
      onclick: () => app.openChat(person, chat),
    },
    name,
    news && h('span.news', { 'aria-label': 'new message' }),
  );
}

/** What lies open on the table is read at once: the provider hears of it. */
function tellWhichIsOpen(app: App): void {
  let told = '';
  app.add((view) => {
    const open = app.hand.chat === BUSINESS ? app.hand.person : '';
    const now = `${open} ${lastHeard(view, open, BUSINESS)}`;
    if (now === told) return;
    told = now;
    void door.tell('/local/chat-open', { person: open }).catch(() => undefined);
  });
}
