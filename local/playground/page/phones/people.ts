/** The row of people above the phone: whose phone is in the hand. */
import type { View } from '../../view';
import { type App, BUSINESS, draftKey } from '../app';
import { fill, h, icon } from '../dom';
import { addPerson } from './add-person';
import { describe } from './ask-somebody';
import { avatar } from './avatar';

export function peopleRow(app: App): HTMLElement {
  const tabs = h('div.tabs', { role: 'tablist', 'aria-label': 'People' });
  tabs.addEventListener('keydown', (event) => stepWithArrows(event, app));
  app.add((view) => fill(tabs, ...view.people.map((person) => tab(app, view, person))));
  return h('div.people', {}, tabs, adder(app));
}

function tab(app: App, view: View, person: View['people'][number]): HTMLElement {
  const inHand = person.key === app.hand.person;
  const news = !inHand && hasNews(app, view, person.key);
  return h(
    'button.person',
    {
      type: 'button',
      role: 'tab',
      id: `person-${person.key}`,
      'aria-selected': String(inHand),
      'aria-controls': 'phone',
      tabindex: inHand ? 0 : -1,
      title: `${person.name} · ${describe(person)}`,
      onclick: () => app.openChat(person.key, freshest(app, view, person.key)),
    },
    avatar(person.key, person.name),
    h('span.name', {}, person.name.split(/\s+/u)[0] ?? person.name),
    news && h('span.news', { 'aria-label': 'new message' }),
  );
}

function adder(app: App): HTMLElement {
  return h(
    'button.person.add',
    {
      type: 'button',
      onclick: async () => {
        const key = await addPerson(app);
        if (key !== undefined) app.openChat(key);
      },
    },
    h('span.avatar.plus', {}, icon('add')),
    h('span.name', {}, 'Add'),
  );
}

/** The chats on somebody's phone: the business, and everybody they wrote with. */
export function chatsOf(app: App, view: View, person: string): string[] {
  const others = view.personal
    .filter(({ from, to }) => from === person || to === person)
    .map(({ from, to }) => (from === person ? to : from));
  const open = app.hand.person === person && app.hand.chat !== BUSINESS ? [app.hand.chat] : [];
  return [BUSINESS, ...new Set([...others, ...open])];
}

/** The newest thing that somebody else wrote in a chat, '' when there is none. */
export function lastHeard(view: View, person: string, chat: string): string {
  if (chat === BUSINESS) {
    const heard = (view.chats[person] ?? []).filter(
      ({ from, status }) => from === 'business' && status !== 'failed',
    );
    return heard.at(-1)?.id ?? '';
  }
  const heard = view.personal.filter(({ from, to }) => from === chat && to === person);
  return String(heard.at(-1)?.id ?? '');
}

export function isNews(app: App, view: View, person: string, chat: string): boolean {
  const last = lastHeard(view, person, chat);
  return last !== '' && app.hand.seen[draftKey(person, chat)] !== last;
}

function hasNews(app: App, view: View, person: string): boolean {
  return chatsOf(app, view, person).some((chat) => isNews(app, view, person, chat));
}

function freshest(app: App, view: View, person: string): string {
  return chatsOf(app, view, person).find((chat) => isNews(app, view, person, chat)) ?? BUSINESS;
}

function stepWithArrows(event: KeyboardEvent, app: App): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const keys = app.view.people.map(({ key }) => key);
  const next = keys[(keys.indexOf(app.hand.person) + step + keys.length) % keys.length];
  if (next === undefined) return;
  event.preventDefault();
  app.openChat(next);
  document.getElementById(`person-${next}`)?.focus();
}
