/** *Send waiting notices now*: every inviter who may be told is told of all that waits for them. */
import type { Client, Telling } from '../program/model';
import { awaited } from '../program/notice';
import { windowIsOpen } from '../program/notices';
import { addressOf, keyOf } from '../program/people';
import { clientsSheet, column, KeyIndex } from '../script/base';
import { openProgram, type Program } from '../script/program';
import type { Services } from '../script/services';
import { ClientsTab } from '../sheet/clients';
import { carryOn } from './carry';
import { entriesOf, keep, open } from './journal';

/** So many are kept at once: Script Properties hold 500 KB. */
const AT_ONCE = 100;

/** Google ends an execution after six minutes; nothing further is begun after four. */
const LONGEST_MS = 4 * 60 * 1000;

/**
 * Sends the notices that wait for somebody whose 24-hour window is open, or for anybody when a template is set. Each
 * goes the way of what arrives: kept, decided under the lock, marked in its row.
 *
 * @returns how many waited before, and how many still do
 */
function sendWaiting(services: Services): { before: number; after: number } {
  const start = services.now();
  const waiting = waitedFor(services);
  const tellings = inviters(waiting, services).map((inviter): Telling => {
    const key = `telling.${keyOf(inviter)}.${start}`;
    return { kind: 'telling', key, at: start, from: addressOf(inviter) };
  });
  for (let from = 0; from < tellings.length; from += AT_ONCE) {
    const now = services.now();
    if (now - start > LONGEST_MS) break;
    const kept = tellings.slice(from, from + AT_ONCE).map((telling) => open(telling, now));
    keep(entriesOf(kept, services), services);
    carryOn(services);
  }
  return { before: waiting.length, after: waitedFor(services).length };
}

/** Those among them who may be told now, or who want no more of it. */
function inviters(waiting: string[], services: Services): Client[] {
  const program = openProgram(services.properties.getProperties(), services);
  const sheet = clientsSheet(services);
  const index = new KeyIndex(sheet);
  const rows = [...new Set(waiting)].map((key) => index.row(key)).filter(Boolean);
  return new ClientsTab(sheet).read([...new Set(rows)]).filter((one) => isTold(one, program));
}

function isTold({ lastMessage, stopped }: Client, { settings, provider, clock }: Program): boolean {
  const open = windowIsOpen(lastMessage, clock.now, provider.limits.window);
  return open || settings.noticeTemplate !== null || stopped !== null;
}

/** Whom the notices of the base wait for, once for every notice. */
function waitedFor(services: Services): string[] {
  return column(services, 'Notice').flatMap((notice) => awaited(String(notice)) || []);
}

/** The menu item: sends, and says what came of it. */
export function sendWaitingNow(services: Services): void {
  const { before, after } = sendWaiting(services);
  const text = before
    ? `${before - after} taken up, ${after} still waiting for their inviters to write.`
    : 'No notice is waiting.';
  services.spreadsheet.toast(text, 'Waiting notices', 10);
}
