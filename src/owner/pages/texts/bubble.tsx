/** A message as a phone shows it. */
import type { Body } from '../../../program/model';

export interface Bubble {
  /** `friend`: from one client to another. */
  from: 'business' | 'client' | 'friend';
  text: string;
  buttons: string[];
}

/** A message that the program sends. */
export function bubbleOf(body: Body): Bubble {
  const from = 'business';
  switch (body.kind) {
    case 'text':
      return { from, text: body.text, buttons: [] };
    case 'card':
      return { from, text: body.text, buttons: [`↗ ${body.button}`] };
    case 'choices':
      return { from, text: body.text, buttons: body.buttons.map(({ title }) => `↩ ${title}`) };
    case 'template':
      return { from, text: body.values.join('\n'), buttons: [] };
  }
}

const WHO = { business: 'Your shop', client: 'The client', friend: 'A friend' };

/** A phone with a chat on it. */
export function Phone({ title, bubbles }: { title: string; bubbles: Bubble[] }) {
  return (
    <section class="phone" aria-label={title}>
      <p class="owner" aria-hidden="true">
        {title}
      </p>
      <ol>
        {bubbles.map((bubble, index) => (
          <li key={index} class={bubble.from}>
            <span class="hidden">{WHO[bubble.from]}: </span>
            <p dir="auto">{bubble.text}</p>
            {bubble.buttons.map((button) => (
              <span class="answer" dir="auto" key={button}>
                {button}
              </span>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
