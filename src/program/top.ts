/** The clients' own leaderboard: who brought the most friends in a month, by first names. */
import { isSourceCode } from './codes';
import { nameForOthers } from './names';
import type { Settings } from './settings';
import { fill } from './wording';

/** So many are named. */
export const NAMED = 10;

/** Somebody on the leaderboard; '' for a name that is not shown. */
export type TopLine = [name: string, count: number];

/** A referral as it stands in a row. */
interface Referral {
  /** By the inviter's key. */
  by: string;
  inviterName: string;
  /** Milliseconds; null where the row does not say. */
  joined: number | null;
}

/** What somebody has brought. */
export interface Brought {
  /** By their key. */
  by: string;
  inviterName: string;
  count: number;
  /** When the newest came, in milliseconds. */
  last: number;
}

/** What each inviter has brought since a moment; a poster is nobody. */
export function broughtSince(since: number, referrals: Iterable<Referral>): Brought[] {
  const inviters = new Map<string, Brought>();
  for (const { by, inviterName, joined } of referrals) {
    if (!by || joined === null || joined < since || isSourceCode(by)) continue;
    const known = inviters.get(by) ?? { by, inviterName: '', count: 0, last: 0 };
    inviters.set(by, {
      by,
      inviterName: known.inviterName || inviterName,
      count: known.count + 1,
      last: Math.max(known.last, joined),
    });
  }
  return [...inviters.values()];
}

/** The best first; of two who brought as many, whoever had that many earlier. */
export function topOf(inviters: Brought[]): TopLine[] {
  return [...inviters]
    .sort((a, b) => b.count - a.count || a.last - b.last)
    .slice(0, NAMED)
    .map(({ inviterName, count }) => [firstName(inviterName), count]);
}

/** What others may read of a name: its first word, and that only where it is fit to be shown. */
function firstName(name: string): string {
  return nameForOthers(name).split(' ')[0] ?? '';
}

/** The answer to *Top*. */
export function topInWords(lines: readonly TopLine[], texts: Settings['texts']): string {
  if (!lines.length) return texts.noTop;
  const named = lines.map(([name, count], index) =>
    fill(texts.topLine, { place: index + 1, name: name || texts.nameless, count }),
  );
  return [texts.top, ...named].join('\n');
}
