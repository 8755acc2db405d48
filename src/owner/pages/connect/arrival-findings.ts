/** What the message that came in proves, and what to look at when none comes. */
import type { Arrivals, SeenMessage } from '../../wire';
import { h } from '../shared/dom';
import type { Finding } from '../shared/findings';
import type { Dialog } from './dialog';

export const TITLES = [
  'A real message came in',
  'It was delivered once',
  'Its answer arrived',
] as const;

/** The three proofs; null while one is waited for. */
export function arrivalFindings({ newest }: Arrivals): [title: string, finding: Finding | null][] {
  const findings = newest
    ? [
        { result: 'pass' as const, found: 'Connected: WhatsApp reaches your sheet.' },
        once(newest),
        answer(newest),
      ]
    : [null, null, null];
  return TITLES.map((title, index) => [title, findings[index] ?? null]);
}

function once({ times, settled }: SeenMessage): Finding | null {
  if (times > 1) {
    return {
      result: 'warn',
      found: `WhatsApp delivered it ${times} times, perhaps because Google’s answer does not count as a success for it.`,
      toDo: 'Nothing is told twice, the program leaves repetitions alone, but each costs some of Google’s daily quota. Use Check set-up → Copy the result, and report it to whoever looks after the script.',
    };
  }
  return settled ? { result: 'pass', found: 'No second delivery within two minutes.' } : null;
}

function answer({ answered, delivered, overdue }: SeenMessage): Finding | null {
  if (delivered) return { result: 'pass', found: 'The answer has gone: it is on the phone.' };
  if (!overdue) return null;
  if (answered) {
    return {
      result: 'warn',
      found: 'The provider has taken the answer, and has not said that it arrived.',
      toDo: 'Look at the phone. If nothing is there: is there a way to pay at the provider, and is the phone online?',
    };
  }
  return {
    result: 'fail',
    found: 'No answer has gone.',
    toDo: 'Look at the tab Problems, and at what step 1 says about the sheet.',
  };
}

/** Why nothing may have come, in the order in which it is worth looking. */
export function nothingCame({ choice, state }: Dialog): HTMLElement[] {
  const address = 'Does the provider have exactly the address and the key of step 4?';
  const causes =
    choice.id === 'meta'
      ? [
          'Is the app published? An unpublished app delivers only the dashboard’s own test events. Dashboard → your app → Publish.',
          'Is the field “messages” subscribed? Dashboard → WhatsApp → Configuration → Webhook fields. “Register it” alone does not do that.',
          `${address} Dashboard → WhatsApp → Configuration → Webhook.`,
        ]
      : [`${address} ${choice.byHand[0]?.text ?? ''}`];
  const number = state.settings['WhatsApp number'] ?? '';
  return [
    h('p.bad', {}, 'Nothing has come in for two minutes. Look in this order:'),
    h(
      'ol.by-hand',
      {},
      ...[...causes, `Did you write to ${number}, and from another phone than that one?`].map(
        (cause) => h('li', {}, cause),
      ),
    ),
  ];
}
