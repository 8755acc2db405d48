/** Referrals as a file. */

import type { RowClient } from '../shared/client';
import { csvFile, download } from '../shared/download';
import type { DayOf } from '../shared/periods';
import type { Base } from './base';

const HEADINGS = ['Name', 'Number', 'Joined', 'Invited by', "Inviter's name", 'Notice'];

/** Has the browser save the referrals that are shown, the newest first. */
export function downloadReferrals(
  referrals: RowClient[],
  base: Base,
  dayOf: DayOf,
  today: string,
): void {
  const lines = [...referrals]
    .sort((a, b) => (b.joined ?? 0) - (a.joined ?? 0))
    .map(({ name, phone, ids, joined, invitedBy, inviterName, notice }) => [
      ...[name, phone || (ids[0] ?? ''), joined === null ? '' : dayOf(joined)],
      ...[invitedBy, base.find(invitedBy)?.name || inviterName, notice],
    ]);
  download(csvFile([HEADINGS, ...lines]), `referrals ${today}.csv`);
}
