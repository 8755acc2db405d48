/** What an execution was about, in a sentence for somebody who does not read code. */
import type { Happening } from '../../view';
import { count } from '../format';

/** What runs by itself, by the function's name. */
const BY_ITSELF: Record<string, string> = {
  onOpen: 'The sheet was opened, and the script added its menu',
  onEdit: 'The script looked at a cell that was edited',
  doGet: 'Somebody opened the web app’s address',
};

/** Quiet ones, counted: one of them, several of them. */
const COUNTED: Record<string, [string, string]> = {
  onOpen: ['the sheet was opened', 'the sheet was opened'],
  onEdit: ['one edited cell looked at', 'edited cells looked at'],
  drainPending: ['one check for what is due', 'checks for what is due'],
  report: ['one delivery report', 'delivery reports'],
  page: ['one question from a page', 'questions from a page'],
};

export function sentenceOf(one: Happening): string {
  if (one.function === 'drainPending') return minute(one);
  const report = /^Report: (.+)$/.exec(one.about)?.[1];
  if (report) return `The provider reports: ${report}`;
  const batch = /^Batch of (\d+)$/.exec(one.about)?.[1];
  if (batch) return `${batch} messages in one delivery`;
  if (one.about.startsWith('Page: ')) return 'A page in the sheet asked the script';
  return BY_ITSELF[one.about] ?? one.about;
}

/** The one-minute trigger. */
function minute({ sent, calls }: Happening): string {
  if (sent.length > 0) return 'The one-minute check: something was due, and was sent';
  if (calls['spreadsheet.write']) return 'The one-minute check: something was due';
  return 'The one-minute check: nothing was due';
}

/** `6 delivery reports, 2 one-minute checks`. */
export function summed(group: readonly Happening[]): string {
  const kinds = new Map<string, number>();
  for (const one of group) kinds.set(kindOf(one), (kinds.get(kindOf(one)) ?? 0) + 1);
  const words = [...kinds].map(([kind, n]) => {
    const [single, several] = COUNTED[kind] ?? [kind, kind];
    if (n === 1) return single;
    return single === several ? `${several} ${n} times` : `${n} ${several}`;
  });
  const text = words.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function kindOf({ about, function: name }: Happening): string {
  if (about.startsWith('Report: ')) return 'report';
  return about.startsWith('Page: ') ? 'page' : name;
}

/** What it took, for whoever looks closer. */
export function costOf({ calls, function: name }: Happening, time: string): string {
  const many = Object.values(calls).reduce((sum, n) => sum + n, 0);
  return `${name} made ${count(many, 'service call')}. At Google this would take about ${time}: modelled by what each call usually costs, not measured here.`;
}
