/** What can be tapped instead of writing: the buttons below a message, or the rows of its list. */
import type { Bubble } from '../../view';
import { Icon } from '../icon';

interface RepliesProps {
  buttons: Bubble['buttons'];
  press: (id: string) => void;
}

export function ReplyButtons({ buttons = [], press }: RepliesProps) {
  if (buttons.length === 0) return null;
  return (
    <div class="reply-buttons">
      {buttons.map(({ id, title }) => (
        <button key={id} type="button" onClick={() => press(id)}>
          <Icon name="reply" />
          <span>{title}</span>
        </button>
      ))}
    </div>
  );
}

export function ListRows({ buttons = [], press }: RepliesProps) {
  return (
    <div class="list-rows">
      {buttons.map(({ id, title, description }) => (
        <button key={id} type="button" onClick={() => press(id)}>
          <span>
            {title}
            {description && <small>{description}</small>}
          </span>
        </button>
      ))}
    </div>
  );
}
