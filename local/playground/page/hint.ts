/** A line for the newcomer: what to do next. It follows the story and leaves when it has been told. */
import type { Person, View } from '../view';
import { type App, BUSINESS } from './app';
import { fill, h, icon } from './dom';

const PUT_AWAY = 'sheet-referrals-hint-put-away';

export function hint(app: App): HTMLElement {
  const words = h('p', { role: 'status' });
  const step = h('span.step');
  const close = h(
    'button.ghost.small',
    { type: 'button', 'aria-label': 'Put the hint away' },
    icon('close'),
  );
  const line = h('aside.hint', { 'aria-label': 'What to do next' }, step, words, close);
  close.addEventListener('click', () => {
    localStorage.setItem(PUT_AWAY, 'yes');
    line.hidden = true;
  });
  app.add((view) => {
    const next = nextStep(app, view);
    line.hidden = next === null || localStorage.getItem(PUT_AWAY) !== null;
    if (!next) return;
    step.textContent = next.step;
    fill(words, ...next.words);
  });
  return line;
}

interface Step {
  step: string;
  words: (Node | string)[];
}

const waiting: Step = {
  step: 'Bad weather',
  words: [
    'What cannot be sent now is kept. Let WhatsApp be fine again and move the clock: it goes by itself.',
  ],
};

function nextStep(app: App, view: View): Step | null {
  const [first, second] = view.people;
  if (!first || !second) return null;
  if (view.weather !== 'fine') return waiting;
  const invited = view.people.find((one) => wasAsked(view, one));
  if (invited && toldSomebodyElse(view, invited)) return last(invited);
  const owner = view.people.find(({ key }) => view.chats[key]?.some(isLinkToUs(view)));
  if (!owner) {
    return {
      step: '1 of 3',
      words: ['Write ', h('b', {}, 'Link'), ` as ${given(first)}: the answer is a referral link.`],
    };
  }
  const drafted = app.hand.person !== owner.key && app.hand.chat === BUSINESS && draftIsThere();
  if (drafted)
    return { step: '2 of 3', words: ['The message is filled in: ', h('b', {}, 'send'), ' it.'] };
  const friend = view.people.find(({ key }) => key !== owner.key) ?? second;
  return {
    step: '2 of 3',
    words: [
      'Tap ',
      h('b', {}, 'the button on the card'),
      ` on ${given(owner)}’s phone, let ${given(friend)} be the one who taps, and send what is filled in.`,
    ],
  };
}

function last(invited: Person): Step {
  return {
    step: '3 of 3',
    words: [
      `That was a referral: ${given(invited)} is in the sheet now, and the inviter was told. Next: `,
      h('b', {}, 'My referrals'),
      ', edit a row, move the clock.',
    ],
  };
}

const isLinkToUs = (view: View) => (one: View['chats'][string][number]) =>
  one.link?.url.includes(`wa.me/${view.business.phone}`) ?? false;

/** Came by an invitation: the first thing they wrote is no command but a whole sentence. */
function wasAsked(view: View, { key }: Person): boolean {
  return (view.chats[key] ?? []).some(({ from, text }) => from === 'person' && /\d{7}/.test(text));
}

function toldSomebodyElse(view: View, invited: Person): boolean {
  const at = view.chats[invited.key]?.find(({ from }) => from === 'person')?.at ?? Infinity;
  return view.people.some(
    ({ key }) =>
      key !== invited.key &&
      view.chats[key]?.some((one) => one.from === 'business' && !one.link && one.at >= at),
  );
}

function draftIsThere(): boolean {
  return (document.querySelector<HTMLTextAreaElement>('.composer textarea')?.value ?? '') !== '';
}

function given({ name }: Person): string {
  return name.split(/\s+/u)[0] ?? name;
}
