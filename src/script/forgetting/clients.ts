/** Forgets somebody in the base: in other people's rows first, and at last in their own. */
import type { ClientBook } from '../../program/base';
import { emptied } from '../../program/forgotten';
import type { Client } from '../../program/model';
import { noticeNotSent } from '../../program/notice';
import type { Program } from '../program';
import type { Whom } from './whom';

/** @returns the rows of those whom they have invited, as they were */
export function forgetInClients(whom: Whom, book: ClientBook): Client[] {
  const keys = [...whom.keys, ...whom.ids];
  const rows = book.findInvitees(keys);
  const friends = book.readMany(rows).map((friend) => ({ ...friend }));
  const notice = noticeNotSent('the inviter was forgotten');
  book.takeOut({ keys, pattern: whom.pattern, by: whom.by, notice }, rows);
  return friends;
}

/**
 * Empties their rows of everything that tells who they are, the owner's columns included.
 *
 * @param rows as the book has read them
 */
export function emptyOwnRows(
  rows: Client[],
  { ids, forgetting }: Whom,
  book: ClientBook,
  { clock }: Program,
): void {
  for (const row of rows) {
    book.clear(row);
    book.change(row, emptied(ids, clock, forgetting.token));
  }
  book.save();
}
