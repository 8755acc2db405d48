/** What a page looks like while it waits, when something failed, and what it says in passing. */
import { h } from './dom';

/** Grey bars in the place of what is being read. */
export function skeleton(lines: number): HTMLElement {
  const bars = Array.from({ length: lines }, () => h('div.bar'));
  return h('div.skeleton', { role: 'status' }, h('span.hidden', {}, 'Loading…'), ...bars);
}

/** Something failed: what, and a button to try it again. */
export function failure(error: unknown, again?: () => void): HTMLElement {
  return h(
    'div.failure',
    { role: 'alert' },
    h('p', {}, error instanceof Error ? error.message : String(error)),
    again && h('button', { type: 'button', onclick: again, 'data-focus': 'again' }, 'Try again'),
  );
}

/** A line under a form that screen readers hear when it changes. */
export interface Status {
  element: HTMLElement;
  say(text: string, kind?: 'good' | 'bad' | 'busy' | ''): void;
  /** Says that something goes on until the promise is settled; gives its result, or says its error and gives null. */
  during<T>(text: string, work: Promise<T>): Promise<T | null>;
}

export function status(): Status {
  const element = h('p.status', { role: 'status' });
  const say = (text: string, kind = '') => {
    element.textContent = text;
    element.className = `status ${kind}`;
  };
  return {
    element,
    say,
    async during(text, work) {
      say(text, 'busy');
      try {
        const result = await work;
        say('');
        return result;
      } catch (error) {
        say((error as Error).message, 'bad');
        return null;
      }
    },
  };
}

/** A button that cannot be pressed twice while its work goes on. */
export function button(
  text: string,
  work: () => unknown,
  props: { class?: string; focus?: string; label?: string } = {},
): HTMLButtonElement {
  const element = h(
    'button',
    {
      type: 'button',
      class: props.class ?? null,
      'data-focus': props.focus ?? null,
      'aria-label': props.label ?? null,
      onclick: async () => {
        if (element.getAttribute('aria-disabled')) return;
        element.setAttribute('aria-disabled', 'true');
        try {
          await work();
        } finally {
          element.removeAttribute('aria-disabled');
        }
      },
    },
    text,
  );
  return element;
}

/** A form's handler: what it starts cannot be started again while it goes on. */
export function oneAtATime(work: () => unknown): (event: Event) => void {
  let busy = false;
  return async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    try {
      await work();
    } finally {
      busy = false;
    }
  };
}

/** How far something long has come, with a button to stop it. */
export function progress(label: string, stop: () => void) {
  const bar = h('progress', { 'aria-label': label });
  const text = h('span', {}, label);
  const element = h(
    'div.progress',
    {},
    bar,
    h('div', {}, text, h('button.link', { type: 'button', onclick: stop }, 'Stop')),
  );
  return {
    element,
    set(done: number, all: number, words: string) {
      bar.max = Math.max(all, 1);
      bar.value = done;
      text.textContent = words;
    },
  };
}
