/** Short sentences at the page's foot; problems are announced at once to screen readers. */
import { useApp } from '../app';
import { Icon } from '../icon';
import { useShown } from '../shown';

export function Sentences() {
  const { over } = useApp();
  const sentences = useShown(over.sentences);
  return (
    <div class="sentences">
      {sentences.map(({ id, kind, title, text }) => (
        <div key={id} class={`sentence ${kind}`} role={kind === 'problem' ? 'alert' : 'status'}>
          <div class="words">
            {title && <strong>{title}</strong>}
            <span>{text}</span>
          </div>
          <button
            type="button"
            class="ghost small"
            aria-label="Close"
            onClick={() => over.takeAway(id)}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}
