/** The dialog of `ui.alert` and `ui.prompt`, as Google shows it: the script stands still until a button is pressed. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Question } from '../../view';
import { useApp, useView } from '../app';
import { Icon } from '../icon';

const WORDS: Record<string, string> = { OK: 'OK', CANCEL: 'Cancel', YES: 'Yes', NO: 'No' };

export function ScriptQuestion() {
  const { question } = useView();
  return question && <Window key={question.id} question={question} />;
}

function Window({ question: { id, kind, title, text, buttons } }: { question: Question }) {
  const app = useApp();
  const window = useRef<HTMLDialogElement>(null);
  const pressed = useRef(false);
  useLayoutEffect(() => {
    const dialog = window.current;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>('input, footer button')?.focus();
    // Closed before it leaves the page, the window gives the focus back to where it was.
    return () => dialog?.close();
  }, []);
  const answer = async (button: string) => {
    if (pressed.current) return;
    pressed.current = true;
    const typed = window.current?.querySelector('input')?.value ?? '';
    const given = await app.tell('/local/answer', { id, button, text: typed });
    // It may not have arrived, or the script failed with it: the view tells.
    if (!given) await app.attempt(() => Promise.resolve());
    pressed.current = false;
  };
  return (
    <dialog
      class="ask script-question"
      role="alertdialog"
      aria-labelledby={title ? 'question-title' : 'question-text'}
      aria-describedby="question-text"
      ref={window}
      onCancel={(event) => {
        event.preventDefault();
        void answer('CLOSE');
      }}
    >
      <header>
        {title && <h2 id="question-title">{title}</h2>}
        <button type="button" class="ghost" aria-label="Close" onClick={() => void answer('CLOSE')}>
          <Icon name="close" />
        </button>
      </header>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void answer(buttons[0] ?? 'OK');
        }}
      >
        <p id="question-text">{text}</p>
        {kind === 'prompt' && (
          <input type="text" aria-labelledby="question-text" autocomplete="off" />
        )}
        <footer>
          {buttons.map((button, index) => (
            <button
              key={button}
              type={index === 0 ? 'submit' : 'button'}
              class={index === 0 ? 'primary' : ''}
              onClick={() => index > 0 && void answer(button)}
            >
              {WORDS[button] ?? button}
            </button>
          ))}
        </footer>
      </form>
    </dialog>
  );
}
