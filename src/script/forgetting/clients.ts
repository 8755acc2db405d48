/** Forgets somebody in *Clients*: in other people's rows first, and at last in their own. */
import { emptied } from '../../program/forgotten';
import type { Client } from '../../program/model';
import { noticeNotSent } from '../../program/notice';
import { writeColumn } from '../../sheet/blocks';
import { headerOf } from '../../sheet/header';
import { CLIENT_HEADINGS, type ClientHeading, columnsOf, REWARD_HEADINGS } from '../../sheet/tabs';
import { emptyRow, replaceTraces } from '../../sheet/traces';
import type { Program } from '../program';
import type { Whom } from './whom';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Where others' rows may name them. */
const NAMING: ClientHeading[] = ['Notice', 'Note', 'Check', 'Invited by'];

/** So many cells are emptied in one call. */
const AT_ONCE = 1000;

/** @returns the rows of those whom they have invited, as they were */
export function forgetInClients(whom: Whom, sheet: Sheet): Client[] {
  const { tab, keys, ids } = whom;
  const known = [...keys, ...ids];
  const rows = tab.findInvitees(known);
  const friends = tab.readMany(rows).map((friend) => ({ ...friend }));
  const names = columnsOf(headerOf(sheet), ["Inviter's name"]);
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE);
    writeColumn(sheet, names.get("Inviter's name") ?? 0, new Map(some.map((row) => [row, ''])));
  }
  if (friends.some(({ notice }) => notice.startsWith('waits for '))) {
    tab.tell({ waitingFor: known }, noticeNotSent('the inviter was forgotten'));
    tab.save();
  }
  replaceTraces(sheet, NAMING, whom.swap());
  return friends;
}

/** Empties their rows of everything that tells who they are, the owner's columns included. */
export function emptyOwnRows(whom: Whom, sheet: Sheet, { clock }: Program): void {
  const { tab, rows, ids, forgetting } = whom;
  for (const row of rows) {
    emptyRow(sheet, tab.rowOf(row), [...CLIENT_HEADINGS, ...REWARD_HEADINGS]);
    tab.change(row, emptied(ids, clock, forgetting.token));
  }
  tab.save();
}
