/** The phone in the hand: whose chat is open, what is in it, and where one writes. */
import { useEffect } from 'preact/hooks';
import type { View } from '../../view';
import { useApp, useHand, useView } from '../app';
import { door } from '../door';
import { givenName, readablePhone } from '../format';
import { BUSINESS, chatsOf, isUnseen, lastHeard } from '../hand';
import { Avatar } from './avatar';
import { Buy } from './buy';
import { Composer } from './composer';
import { describe } from './describe';
import { Messages } from './messages';
import { News } from './people';

export function Phone() {
  const view = useView();
  const hand = useHand();
  const chats = chatsOf(hand, view, hand.person);
  useTellWhichIsOpen();
  return (
    <section
      class="phone"
      id="phone"
      role="tabpanel"
      aria-label={`${nameOf(view, hand.person)}’s phone`}
    >
      <Top />
      {chats.length > 1 && (
        <div class="phone-chats" role="tablist" aria-label="Chats on this phone">
          {chats.map((chat) => (
            <ChatTab key={chat} chat={chat} />
          ))}
        </div>
      )}
      <Messages />
      <Buy />
      <Composer />
    </section>
  );
}

function Top() {
  const view = useView();
  const { person, chat } = useHand();
  const other = view.people.find(({ key }) => key === chat);
  const name = nameOf(view, chat);
  return (
    <header class="phone-top">
      <Avatar of={chat} name={name} />
      <div class="who">
        <strong>{name}</strong>
        <small>{other ? describe(other) : readablePhone(view.business.phone)}</small>
      </div>
      <span class="owner">{givenName(nameOf(view, person))}’s phone</span>
    </header>
  );
}

function ChatTab({ chat }: { chat: string }) {
  const app = useApp();
  const view = useView();
  const hand = useHand();
  const open = chat === hand.chat;
  return (
    <button
      type="button"
      role="tab"
      aria-selected={open}
      onClick={() => app.openChat(hand.person, chat)}
    >
      {nameOf(view, chat)}
      {!open && isUnseen(hand, view, hand.person, chat) && <News />}
    </button>
  );
}

function nameOf({ business, people }: View, chat: string): string {
  if (chat === BUSINESS) return business.name;
  return people.find(({ key }) => key === chat)?.name ?? 'Somebody';
}

/** What lies open on the table is read at once: the provider hears of it. */
function useTellWhichIsOpen(): void {
  const view = useView();
  const { person, chat } = useHand();
  const open = chat === BUSINESS ? person : '';
  const last = lastHeard(view, open, BUSINESS);
  useEffect(() => {
    void door.tell('/local/chat-open', { person: open }).catch(() => undefined);
  }, [open, last]);
}
