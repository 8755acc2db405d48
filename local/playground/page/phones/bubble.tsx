/** One message as it looks on the phone: text, card, buttons, list, ticks. */
import type { Bubble as Message, PersonalMessage } from '../../view';
import { useApp } from '../app';
import { clockTime } from '../format';
import { BUSINESS } from '../hand';
import { Icon } from '../icon';
import { memo } from '../memo';
import { tapLink } from './links';
import { ListRows, ReplyButtons } from './replies';
import { MessageText } from './text';

interface BubbleProps<One> {
  message: One;
  /** Whose phone it is on. */
  person: string;
  timeZone: string;
}

/** A message between the person and the business. */
export const Bubble = memo(({ message, person, timeZone }: BubbleProps<Message>) => {
  const app = useApp();
  if (message.status === 'failed') return <NotDelivered message={message} />;
  const { kind, header, text, footer, link, buttons, status, at } = message;
  const mine = message.from === 'person';
  const tap = (url: string) => void tapLink(app, url, { person, chat: BUSINESS });
  const press = (buttonId: string) => void app.tell('/local/messages', { from: person, buttonId });
  return (
    <div class={`message ${mine ? 'mine' : 'theirs'} ${kind}`}>
      <div class="bubble">
        {header && <strong class="header">{header}</strong>}
        <MessageText text={text} tap={tap} />
        <div class="foot">
          <small class="footer">{footer}</small>
          <Stamp time={clockTime(at, timeZone)} ticks={mine} read={status === 'read'} />
        </div>
        {link && (
          <button type="button" class="link-button" title={link.url} onClick={() => tap(link.url)}>
            <Icon name="link" />
            {link.title}
          </button>
        )}
        {kind === 'list' && <ListRows buttons={buttons} press={press} />}
      </div>
      {kind !== 'list' && <ReplyButtons buttons={buttons} press={press} />}
    </div>
  );
});

/** A message between two people. */
export const PersonalBubble = memo(
  ({ message, person, timeZone }: BubbleProps<PersonalMessage>) => {
    const app = useApp();
    const mine = message.from === person;
    const chat = mine ? message.to : message.from;
    return (
      <div class={`message ${mine ? 'mine' : 'theirs'} text`}>
        <div class="bubble">
          <MessageText
            text={message.text}
            tap={(url) => void tapLink(app, url, { person, chat })}
          />
          <div class="foot">
            <Stamp time={clockTime(message.at, timeZone)} ticks={mine} read={false} />
          </div>
        </div>
      </div>
    );
  },
);

function Stamp({ time, ticks, read }: { time: string; ticks: boolean; read: boolean }) {
  return (
    <span class="stamp">
      {time}
      {ticks && (
        <span class={`ticks ${read ? 'read' : ''}`}>
          <Icon name="ticks" />
        </span>
      )}
      {ticks && <span class="hidden">{read ? 'read' : 'delivered'}</span>}
    </span>
  );
}

/** The phone shows nothing of it; whoever looks at the playground should know. */
function NotDelivered({ message: { text, error } }: { message: Message }) {
  return (
    <div class="not-delivered" title={text}>
      <Icon name="warning" />
      <span>Not delivered: {error ? `${error.code} ${error.title}` : 'no reason given'}</span>
    </div>
  );
}
