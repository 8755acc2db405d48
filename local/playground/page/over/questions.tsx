/** The small windows that ask one thing each. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../app';
import { Icon } from '../icon';
import { useShown } from '../shown';
import type { Over, Question } from './over';

export function Questions() {
  const questions = useShown(useApp().over.questions);
  return (
    <>
      {questions.map((question) => (
        <Window key={question.id} question={question} />
      ))}
    </>
  );
}

function Window({ question: { title, content, closed } }: { question: Question }) {
  const window = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = window.current;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>('.primary[type="button"], input, .choice')?.focus();
    // Closed before it leaves the page, the window gives the focus back to where it was.
    return () => dialog?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the window closes it, and so does Escape
    <dialog
      class="ask"
      aria-label={title}
      ref={window}
      onClick={(event) => event.target === event.currentTarget && closed()}
      onClose={closed}
    >
      <header>
        <h2>{title}</h2>
        <button type="button" class="ghost" aria-label="Close" onClick={closed}>
          <Icon name="close" />
        </button>
      </header>
      {content}
    </dialog>
  );
}

/** Asks for a yes. @returns whether it was given */
export async function confirm(
  over: Over,
  title: string,
  text: string,
  yes: string,
): Promise<boolean> {
  const given = await over.ask<true>(title, (answer) => (
    <>
      <p>{text}</p>
      <footer>
        <button type="button" class="primary" onClick={() => answer(true)}>
          {yes}
        </button>
      </footer>
    </>
  ));
  return given === true;
}
