/** *Send waiting notices now*: everyone who waits and may be written to is treated as if they had just been heard of. */

import { windowIsOpen } from '../program/notices';
import { addressOf, keyOf } from '../program/people';
import { clientsSheet, column, KeyIndex } from '../script/base';
import { openProgram } from '../script/program';
import type { Services } from '../script/services';
import { ClientsTab } from '../sheet/clients';
import { handleEntries } from './entries';
import { entriesOf, keep, newPending } from './pending';

/** Google ends an execution after six minutes; no further entry is begun after four. */
const LONGEST_MS = 4 * 60 * 1000;

/**
 * Sends the notices that wait for somebody whose 24-hour window is open, or for anybody when a template is set. Each
 * goes the way of a message that says nothing: kept in the pending store, decided under the lock, marked in its row.
 *
 * @returns how many waited before, and how many still do
 */
export function sendWaiting(services: Services): { before: number; after: number } {
  const store = services.properties.getProperties();
  const program = openProgram(store, services);
  const { now } = program.clock;
  const sheet = clientsSheet(services);
  const waiting = waitedFor(services);
  const index = new KeyIndex(sheet);
  const rows = [...new Set(waiting)].map((key) => index.row(key)).filter(Boolean);
  const template = program.settings.noticeTemplate;
  const messages = new ClientsTab(sheet)
    .read(rows)
    .filter(
      (one) =>
        windowIsOpen(one, now, program.provider.limits.window) || template || one.stopped !== null,
    )
    .map((inviter) => ({
      kind: 'message' as const,
      key: `waiting.${keyOf(inviter)}.${now}`,
      at: inviter.lastMessage ?? 0,
      from: addressOf(inviter),
      text: '',
      answerable: false,
    }));
  const no = () => false;
  const circumstances = { program, services, store, resumed: false, muted: no, helpedLately: no };
  for (const entry of entriesOf(messages.map((message) => newPending(message, now)))) {
    if (services.now() - now > LONGEST_MS) break;
    keep([entry], services);
    handleEntries([entry], circumstances);
  }
  return { before: waiting.length, after: waitedFor(services).length };
}

/** Whom the notices of the base wait for, once for every notice. */
function waitedFor(services: Services): string[] {
  return column(services, 'Notice').flatMap(
    (notice) => /^waits for (\S+) to write/.exec(String(notice))?.[1] ?? [],
  );
}

/** The menu item: sends, and says what came of it. */
export function sendWaitingNow(services: Services): void {
  const { before, after } = sendWaiting(services);
  const text = before
    ? `${before - after} taken up, ${after} still waiting for their inviters to write.`
    : 'No notice is waiting.';
  services.spreadsheet.toast(text, 'Waiting notices', 10);
}
