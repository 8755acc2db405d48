/** A small window that asks one thing and waits for the answer. */
import { h, icon } from './dom';

/**
 * Opens the window.
 *
 * @param title the question
 * @param content what stands under it; gets the function that answers and closes
 * @returns the answer; undefined when the window was closed without one
 */
export function ask<Answer>(
  title: string,
  content: (answer: (given: Answer) => void) => (Node | string | false)[],
): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    let given: Answer | undefined;
    const close = h('button.ghost', { type: 'button', 'aria-label': 'Close' }, icon('close'));
    const window = h('dialog.ask', { 'aria-label': title });
    const heading = h('header', {}, h('h2', {}, title), close);
    const answer = (value: Answer) => {
      given = value;
      window.close();
    };
    window.append(heading, ...content(answer).filter((child) => child !== false));
    close.addEventListener('click', () => window.close());
    window.addEventListener('click', (event) => event.target === window && window.close());
    window.addEventListener('close', () => {
      window.remove();
      resolve(given);
    });
    document.body.append(window);
    window.showModal();
    window.querySelector<HTMLElement>('[autofocus], input, .choice')?.focus();
  });
}

/** Asks for a yes. @returns whether it was given */
export async function confirm(title: string, text: string, yes: string): Promise<boolean> {
  const given = await ask<true>(title, (answer) => [
    h('p', {}, text),
    h(
      'footer',
      {},
      h('button.primary', { type: 'button', autofocus: true, onclick: () => answer(true) }, yes),
    ),
  ]);
  return given === true;
}
