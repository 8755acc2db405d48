/** How this month's messages are told. */
import type { SentInMonth } from '../../wire';

const COUNTED = 'The program counts what it sends itself; the count can be a little low.';

/** Messages other than templates. */
export function serviceMessages({ answers, notices, rewards }: SentInMonth): number {
  return answers + notices + rewards;
}

/** In one sentence, as “About 412 of 1,000 free messages this month”. */
export function sentInWords(sent: SentInMonth): string {
  const count = serviceMessages(sent).toLocaleString('en');
  const { free, templates } = sent;
  if (free === null) return `About ${count} messages this month`;
  const paid = templates ? `, and ${templates.toLocaleString('en')} by template` : '';
  return `About ${count} of ${free.toLocaleString('en')} free messages this month${paid}`;
}

/** Kind by kind. */
export function sentByKind({ answers, notices, rewards, templates, free }: SentInMonth): string[] {
  return [
    `answers: ${answers.toLocaleString('en')}`,
    `notices of referrals: ${notices.toLocaleString('en')}`,
    `news of rewards: ${rewards.toLocaleString('en')}`,
    `templates: ${templates.toLocaleString('en')}${free === null ? '' : ' (never free)'}`,
    COUNTED,
  ];
}
