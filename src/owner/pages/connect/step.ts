/** One numbered step of the dialog, with a mark that tells how it stands. */
import { fill, h } from '../shared/dom';

export type Standing = 'done' | 'open' | 'later' | 'warn' | 'fail';

const WORDS: Partial<Record<Standing, string>> = {
  done: ' (done)',
  warn: ' (something to know)',
  fail: ' (something is wrong)',
};

export interface Step {
  element: HTMLElement;
  /** Shows how the step stands; what is in it stays. */
  stands(standing: Standing): void;
  /** Shows that, and puts something else into the step. */
  show(standing: Standing, ...content: (HTMLElement | null)[]): void;
}

export function step(number: number, title: string): Step {
  const mark = h('span.mark', { 'aria-hidden': 'true' });
  const words = h('span.hidden');
  const content = h('div.content');
  const element = h('li', {}, mark, h('div', {}, h('h2', {}, title, words), content));
  const stands = (standing: Standing) => {
    element.className = standing;
    const shown: Partial<Record<Standing, string>> = { done: '✓', warn: '!', fail: '✕' };
    mark.textContent = shown[standing] ?? String(number);
    words.textContent = WORDS[standing] ?? '';
  };
  return {
    element,
    stands,
    show(standing, ...inside) {
      stands(standing);
      fill(content, ...inside);
    },
  };
}

/** What stands in a step whose turn has not come. */
export function later(): HTMLElement {
  return h('p.help', {}, 'After the steps above.');
}
