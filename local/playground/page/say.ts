/** Short sentences at the page's foot that go away by themselves. */
import { h, icon } from './dom';

const LONG_ENOUGH_TO_READ = 7000;

/** Says something to whoever sits here; problems are announced at once to screen readers. */
export function say(text: string, kind: 'word' | 'problem' = 'word', title = ''): void {
  const close = h('button.ghost.small', { type: 'button', 'aria-label': 'Close' }, icon('close'));
  const words = h('div.words', {}, title && h('strong', {}, title), h('span', {}, text));
  const sentence = h(
    `div.sentence.${kind}`,
    { role: kind === 'problem' ? 'alert' : 'status' },
    words,
    close,
  );
  close.addEventListener('click', () => sentence.remove());
  place().append(sentence);
  setTimeout(() => sentence.remove(), LONG_ENOUGH_TO_READ);
}

function place(): Element {
  const there = document.querySelector('.sentences');
  if (there) return there;
  const made = h('div.sentences');
  document.body.append(made);
  return made;
}
