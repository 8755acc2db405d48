/** *Send waiting notices now*: everybody who may be told is told of all that waits for them, referrals and rewards. */
import type { Client, Telling } from '../program/model';
import { awaited } from '../program/notice';
import { windowIsOpen } from '../program/notices';
import { addressOf, keyOf } from '../program/people';
import { clientsSheet, column, KeyIndex } from '../script/base';
import { databaseOf, isInDatabase, openClients } from '../script/books';
import { openScript, type Program, type Script } from '../script/program';
import type { Services } from '../script/services';
import { ifMade, openRewardsTab } from '../script/tabs';
import { ClientsTab } from '../sheet/clients';
import { awaitedIn } from '../sql/figures';
import { carryOn } from './carry';
import { entriesOf, type Kept, keep, open } from './journal';
import { rewardingsFor } from './rewarding';

/** So many are kept at once: Script Properties hold 500 KB. */
const AT_ONCE = 100;

/** Google ends an execution after six minutes; nothing further is begun after four. */
const LONGEST_MS = 4 * 60 * 1000;

/** Whom something waits for, once for each row in which it stands. */
interface Waiting {
  notices: string[];
  rewards: string[];
}

/**
 * Sends what waits for somebody whose 24-hour window is open, or for anybody when a template is set. It goes the way of
 * what arrives: kept, decided under the lock, marked in its row.
 *
 * @returns how many rows waited before, and how many still do
 */
function sendWaiting(services: Services): { before: number; after: number } {
  const start = services.now();
  const script = openScript(services);
  const waiting = waitingIn(script);
  const all = sendingsFor(waiting, script);
  for (let from = 0; from < all.length; from += AT_ONCE) {
    if (services.now() - start > LONGEST_MS) break;
    keep(entriesOf(all.slice(from, from + AT_ONCE), services), services);
    carryOn(services);
  }
  return { before: countOf(waiting), after: countOf(waitingIn(script)) };
}

/** What the base and the ledger say now. */
function waitingIn(script: Script): Waiting {
  if (isInDatabase(script)) return awaitedIn(databaseOf(script));
  const people = (cells: unknown[]) => cells.flatMap((cell) => awaited(String(cell)) || []);
  const tab = ifMade(() => openRewardsTab(script));
  return {
    notices: people(column(script.services, 'Notice')),
    rewards: people(tab ? tab.column('told', 2, tab.lastRow()) : []),
  };
}

function countOf({ notices, rewards }: Waiting): number {
  return notices.length + rewards.length;
}

/** An update for each person and what waits for them, as far as they may be told now. */
function sendingsFor({ notices, rewards }: Waiting, script: Script): Kept[] {
  const { program, services, store } = script;
  const { noticeTemplate, rewardTemplate } = program.settings;
  const now = services.now();
  const find = clientsBy(script);
  const reachable = (keys: string[], template: unknown) =>
    find(keys).filter((one) => template !== null || isTold(one, program));
  const tellings = reachable(notices, noticeTemplate).map((inviter): Telling => {
    const key = `telling.${keyOf(inviter)}.${now}`;
    return { kind: 'telling', key, at: now, from: addressOf(inviter) };
  });
  const rewarded = reachable(rewards, rewardTemplate).map(keyOf);
  return [...tellings.map((one) => open(one, now)), ...rewardingsFor(rewarded, store, now)];
}

/** Finds clients by keys, as often as is asked; the columns are read once. */
function clientsBy(script: Script): (keys: string[]) => Client[] {
  if (isInDatabase(script)) {
    const book = openClients(script);
    return (keys) => {
      const questions = [...new Set(keys)].map((key) => ({ key }));
      return questions.length ? book.readMany(book.find(questions).people) : [];
    };
  }
  const sheet = clientsSheet(script.services);
  const index = new KeyIndex(sheet);
  const tab = new ClientsTab(sheet);
  return (keys) => {
    const rows = [...new Set(keys)].map((key) => index.row(key)).filter(Boolean);
    return tab.read([...new Set(rows)]);
  };
}

/** Whether a text may go now, or they want no more of it, which their rows are to say. */
function isTold({ lastMessage, stopped }: Client, { provider, clock }: Program): boolean {
  return windowIsOpen(lastMessage, clock.now, provider.limits.window) || stopped !== null;
}

/** The menu item: sends, and says what came of it. */
export function sendWaitingNow(services: Services): void {
  const { before, after } = sendWaiting(services);
  const text = before
    ? `${before - after} taken up, ${after} still waiting for their people to write.`
    : 'Nothing is waiting.';
  services.spreadsheet.toast(text, 'Waiting notices', 10);
}
