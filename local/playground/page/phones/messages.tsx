/** The messages of the open chat, oldest first, kept at their end. */
import { Fragment } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useHand, useView } from '../app';
import { dayName } from '../format';
import { BUSINESS, chatKey } from '../hand';
import { Bubble, PersonalBubble } from './bubble';

/** So near to the end, in pixels, whoever reads is at the end. */
const AT_THE_END = 40;

export function Messages() {
  const view = useView();
  const { person, chat } = useHand();
  const withBusiness = chat === BUSINESS ? (view.chats[person] ?? []) : [];
  const withFriend = view.personal.filter(
    ({ from, to }) => (from === person && to === chat) || (from === chat && to === person),
  );
  const many = withBusiness.length + withFriend.length;
  const end = useKeptAtEnd(chatKey(person, chat), many);
  const days = dayStarts([...withBusiness, ...withFriend], view.timeZone);
  const around = { person, timeZone: view.timeZone };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so by keyboard too
    <div class="messages" role="log" aria-label="Messages" tabIndex={0} {...end}>
      {many === 0 && <Nothing chat={chat} />}
      {withBusiness.map((message, index) => (
        <Fragment key={`${person} ${message.id}`}>
          {days[index] && <div class="day">{days[index]}</div>}
          <Bubble message={message} {...around} />
        </Fragment>
      ))}
      {withFriend.map((message, index) => (
        <Fragment key={message.id}>
          {days[index] && <div class="day">{days[index]}</div>}
          <PersonalBubble message={message} {...around} />
        </Fragment>
      ))}
    </div>
  );
}

function Nothing({ chat }: { chat: string }) {
  const { business, people } = useView();
  const other = people.find(({ key }) => key === chat)?.name ?? 'Somebody';
  return (
    <div class="nothing">
      {chat === BUSINESS
        ? `Nothing written yet. Say hello to ${business.name}.`
        : `Nothing written to ${other} yet.`}
    </div>
  );
}

/** The name of the day before each message that is the first of one; '' before the others. */
function dayStarts(all: readonly { at: number }[], timeZone: string): string[] {
  const names = all.map(({ at }) => dayName(at, timeZone));
  return names.map((name, index) => (name === names[index - 1] ? '' : name));
}

/** Scrolls to the end for another chat, for something new, and for whoever was there before. */
function useKeptAtEnd(place: string, many: number) {
  const log = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const toEnd = () => {
    if (log.current) log.current.scrollTop = log.current.scrollHeight;
  };
  useLayoutEffect(toEnd, [place, many]);
  useLayoutEffect(() => {
    if (atEnd.current) toEnd();
  });
  const onScroll = () => {
    const { scrollHeight, scrollTop, clientHeight } = log.current as HTMLDivElement;
    atEnd.current = scrollHeight - scrollTop - clientHeight < AT_THE_END;
  };
  return { ref: log, onScroll };
}
