/** The inviters of a block that is imported, under the same rules as everywhere: nobody unknown, not oneself, no loop. */
import type { ClientBook, Index } from '../../program/base';
import type { Client } from '../../program/model';
import { noticeNotTold } from '../../program/notice';
import { descendsFrom, keyOf } from '../../program/people';
import { canonicalKey } from '../../program/phone';
import { remark } from '../../program/reports';
import type { Listed } from '../wire';

const NOT_TOLD = noticeNotTold('imported');

export class InvitersOfBlock {
  /** Everybody whom a row names as its inviter. */
  private readonly named: Set<string>;

  /**
   * Reads the rows of those who are named, in few calls; nothing where nobody is.
   *
   * @param index where everybody of the base stands
   * @param added those of the block who have been added so far, by their keys
   */
  constructor(
    private readonly book: ClientBook,
    private readonly index: Index,
    private readonly added: Map<string, Client>,
    people: Listed[],
  ) {
    const claims = [...new Set(people.map(([, , invitedBy]) => invitedBy))].filter(Boolean);
    const rows = claims.map((claim) => index.row(canonicalKey(claim))).filter(Boolean);
    book.readMany(rows);
    const phones = people.map(([phone]) => canonicalKey(phone));
    this.named = claims.length ? book.inviters(phones) : new Set();
  }

  /**
   * Makes somebody the inviter of a client who is about to be added; where that cannot be, the client's note says why.
   *
   * @param claim a number or an id; '' for nobody
   * @returns whether all is well
   */
  tie(client: Client, claim: string): boolean {
    if (!claim) return true;
    const inviter = this.find(canonicalKey(claim));
    const why = this.whyNot(client, inviter, claim);
    if (!inviter || why) {
      client.note = remark(client.note, `the list names ${claim} as their inviter, ${why}`);
      return false;
    }
    client.invitedBy = keyOf(inviter);
    client.inviterName = inviter.name;
    client.notice = NOT_TOLD;
    return true;
  }

  private whyNot(client: Client, inviter: Client | null, claim: string): string {
    if (canonicalKey(claim) === client.phone) return 'who is themselves';
    if (!inviter) return 'who was not in the base';
    return this.isAncestor(client, inviter) ? 'whom they have invited' : '';
  }

  private find(key: string): Client | null {
    const row = this.index.row(key);
    return this.added.get(key) ?? (row ? (this.book.read([row])[0] ?? null) : null);
  }

  /** Whether `inviter` was invited by the client, directly or through others: rows may name somebody who had no row. */
  private isAncestor(client: Client, inviter: Client): boolean {
    if (!this.named.has(client.phone)) return false;
    return descendsFrom(inviter, client, (key) => this.find(canonicalKey(key)));
  }
}
