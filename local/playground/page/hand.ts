/** The phone that is in the hand: whose, with which chat open, and what was written and seen on it. */
import type { View } from '../view';

/** The chat with the business, among a person's chats; the others go by the other person's key. */
export const BUSINESS = 'business';

export interface Hand {
  person: string;
  /** {@link BUSINESS} or a person's key. */
  chat: string;
  /** What is written and not sent, by {@link chatKey}. */
  drafts: Readonly<Record<string, string>>;
  /** The last message that was on the screen, by {@link chatKey}. */
  seen: Readonly<Record<string, string>>;
}

export const EMPTY_HAND: Hand = { person: '', chat: BUSINESS, drafts: {}, seen: {} };

const MEMORY = 'sheet-referrals-playground';

/** Under which a draft, or what was seen, of one chat on one phone is kept. */
export function chatKey(person: string, chat: string): string {
  return `${person}>${chat}`;
}

/** What the open chat shows counts as seen, and nobody holds the phone of somebody who is not there. */
export function settled(hand: Hand, view: View): Hand {
  const there = view.people.some(({ key }) => key === hand.person);
  const held = there ? hand : { ...hand, person: view.people[0]?.key ?? '', chat: BUSINESS };
  const { person, chat, seen } = held;
  const key = chatKey(person, chat);
  const last = lastHeard(view, person, chat);
  return seen[key] === last ? held : { ...held, seen: { ...seen, [key]: last } };
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

/** The chats on somebody's phone: the business, and everybody they wrote with. */
export function chatsOf(hand: Hand, view: View, person: string): string[] {
  const others = view.personal
    .filter(({ from, to }) => from === person || to === person)
    .map(({ from, to }) => (from === person ? to : from));
  const open = hand.person === person && hand.chat !== BUSINESS ? [hand.chat] : [];
  return [BUSINESS, ...new Set([...others, ...open])];
}

/** The first chat on somebody's phone with something in it that nobody has looked at. */
export function unseenChat(hand: Hand, view: View, person: string): string | undefined {
  return chatsOf(hand, view, person).find((chat) => isUnseen(hand, view, person, chat));
}

export function isUnseen(hand: Hand, view: View, person: string, chat: string): boolean {
  const last = lastHeard(view, person, chat);
  return last !== '' && hand.seen[chatKey(person, chat)] !== last;
}

/** The hand as this tab of the browser remembers it. */
export function rememberedHand(): Hand {
  try {
    const kept = JSON.parse(sessionStorage.getItem(MEMORY) ?? '{}') as Partial<Hand>;
    return { ...EMPTY_HAND, ...kept };
  } catch {
    return EMPTY_HAND;
  }
}

export function remember(hand: Hand): void {
  sessionStorage.setItem(MEMORY, JSON.stringify(hand));
}
