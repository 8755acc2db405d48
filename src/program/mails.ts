/** What the owner is written by e-mail: what keeps the program from working, and how the week went. */
import { masked } from './masked';

export interface Mail {
  subject: string;
  body: string;
}

/** What came of seven days. */
export interface Week {
  clients: number;
  referrals: number;
  /** Those who brought most, the best first. */
  best: { name: string; count: number }[];
  /** Rewards that the owner is to give. */
  toGive: number;
}

/** A subject is cut off in most lists anyway. */
const LONGEST_SUBJECT = 120;

/** @param sheet its address */
export function problemMail(problems: { what: string; toDo: string }[], sheet: string): Mail {
  const [first] = problems;
  const about = problems.length === 1 ? first?.what : `${problems.length} problems`;
  const lines = problems.map(
    ({ what, toDo }, index) => `${index + 1}. ${masked(what)}\n   What to do: ${toDo}`,
  );
  return {
    subject: masked(`Referrals: ${about}`).slice(0, LONGEST_SUBJECT),
    body: [
      'Your referral program needs you.',
      ...lines,
      `The tab Problems has all of it: ${sheet}`,
      footer('You get at most one e-mail a day about the same thing.'),
    ].join('\n\n'),
  };
}

/** @param sheet its address */
export function weeklyMail({ clients, referrals, best, toGive }: Week, sheet: string): Mail {
  const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;
  const summary = `${counted(clients, 'new client')}, ${counted(referrals, 'referral')}`;
  const inviters = best.map(({ name, count }) => `  ${name}: ${count}`);
  return {
    subject: `Referrals: your week, ${summary}`,
    body: [
      `The last seven days: ${summary}.`,
      ...(inviters.length ? [`Who brought most:\n${inviters.join('\n')}`] : []),
      ...(toGive ? [`${counted(toGive, 'reward')} for you to give: tab Rewards, “ready”.`] : []),
      `Your sheet: ${sheet}`,
      footer('“Weekly summary” in the tab Settings switches this off.'),
    ].join('\n\n'),
  };
}

/** To see that it works. */
export function testMail(sheet: string): Mail {
  return {
    subject: 'Referrals: e-mails reach you',
    body: [
      'This is a test: when something keeps your referral program from working, you get an e-mail like this one.',
      `Your sheet: ${sheet}`,
      footer('You get at most one e-mail a day about the same thing.'),
    ].join('\n\n'),
  };
}

function footer(more: string): string {
  return `—\nYou get this because your address is beside “E-mail to you” in the tab Settings. ${more}`;
}
