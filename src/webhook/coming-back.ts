/** Somebody who was forgotten writes once more: a stranger, unless they want to be a client again. */
import { newCode } from '../program/codes';
import { asBefore, comesBack, isForgottenId } from '../program/forgotten';
import type { Client, Update } from '../program/model';
import { keyOf } from '../program/people';
import type { Case } from './case';
import type { Desk } from './desk';
import type { Lookup } from './lookup';

/** The row that was kept of the sender when they were forgotten, where they have no other. */
export function goneIn(update: Update, lookup: Lookup): Client | null {
  if (update.kind === 'failure' || lookup.contact(update.from)) return null;
  return lookup.forgotten(update.from);
}

/** What was written or has happened before somebody was forgotten brings nobody back. */
export function isOver({ stopped }: Client, update: Update): boolean {
  return update.kind !== 'message' || update.at <= (stopped ?? 0);
}

/** Whoever comes back has their row again, and everything that counted under it. */
export function broughtBack(row: Client, { update, intent }: Case, desk: Desk): Client | null {
  if (update.kind !== 'message' || !intent || !comesBack(update, intent, row)) return null;
  const { base, news, script } = desk;
  const before = row.ids.filter(isForgottenId);
  base.change(row, asBefore(update.from, newCode(script.services.random)));
  for (const id of before) {
    base.renameInviter(id, keyOf(row));
    news.rewards.rename(id, keyOf(row));
  }
  return row;
}
