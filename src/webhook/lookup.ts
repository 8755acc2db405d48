/** Finds the people a delivery is about: one search for all of them, then few reads. */
import { LISTED } from '../program/answers';
import type { Intent } from '../program/intent';
import type { Client, Contact, Update } from '../program/model';
import { refInNotice, waitsFor } from '../program/notice';
import { clientFrom, isKeyOf, isSamePerson } from '../program/people';
import { canonicalPhone } from '../program/phone';
import { tokenInRef, tokenOf } from '../program/token';
import type { ClientsTab, Hits } from '../sheet/clients';
import { type Case, keyPatterns, patternsOf, personPatterns, senderPatterns } from './patterns';

/** A list of referrals is read as one block of at most so many rows: older ones are only counted. */
const BLOCK_ROWS = 20_000;

/** How many notices are looked at with one delivery. */
const NOTICES_AT_ONCE = 100;

/** The people of a delivery, found. */
export class Lookup {
  private readonly hits: Hits;
  private someSenderInvited?: boolean;

  constructor(
    private readonly tab: ClientsTab,
    private readonly cases: Case[],
  ) {
    this.hits = tab.search([...new Set(cases.flatMap(patternsOf))]);
    const people = this.rows('Phone', 'WhatsApp id', 'Code');
    const notices = this.rows('Notice').slice(0, NOTICES_AT_ONCE);
    const [only] = cases;
    if (cases.length === 1 && only && isList(only)) this.readList(only, people, notices);
    else tab.read([...people, ...notices]);
  }

  /** The row of a contact; by the number first, so that two rows of one person do not take turns. */
  contact(contact: Contact): Client | null {
    const known = this.tab.known();
    const phone = contact.waId && canonicalPhone(contact.waId);
    return (
      known.find((client) => phone && client.phone === phone) ??
      known.find((client) => isSamePerson(client, contact)) ??
      null
    );
  }

  /** The row that an invitation's number or code stands for. */
  inviter(intent: Intent | null): Client | null {
    if (intent?.kind !== 'invitation') return null;
    const { invitation } = intent;
    if (invitation.kind === 'phone') return this.byKey(canonicalPhone(invitation.phone));
    if (invitation.kind === 'malformed') return null;
    return this.tab.known().find((client) => client.code === invitation.code) ?? null;
  }

  /** The row that a key in *Invited by* stands for, among those known by now. */
  byKey(key: string): Client | null {
    return this.tab.known().find((client) => isKeyOf(key, client)) ?? null;
  }

  /** The row that a key stands for, searched for when it is not known yet. */
  findByKey(key: string): Client | null {
    const known = this.byKey(key);
    if (known) return known;
    const column = /^\d+$/.test(key) ? 'Phone' : 'WhatsApp id';
    this.tab.read(this.tab.search(keyPatterns(key), column).get(column) ?? []);
    return this.byKey(key);
  }

  /** The row whose *Notice* names a sending. */
  byRef(ref: string): Client | null {
    return this.tab.known().find((client) => refInNotice(client.notice) === ref) ?? null;
  }

  /** Rows whose notice this update had taken up. */
  unfinished(update: Update): Client[] {
    const token = tokenOf(update.key);
    return this.tab.known().filter((client) => tokenInRef(refInNotice(client.notice)) === token);
  }

  /** Rows whose notice waits for this inviter. */
  waitingFor(inviter: Client | null): Client[] {
    if (!inviter) return [];
    const keys = [inviter.phone, ...inviter.ids].filter(Boolean);
    return this.tab.known().filter(({ notice }) => keys.some((key) => waitsFor(notice, key)));
  }

  /** Whether `inviter` was invited by `person`, directly or through others. */
  isAncestor(person: Client, inviter: Client): boolean {
    if (!inviter.invitedBy || !this.hasInvitees(person)) return false;
    const seen = new Set<Client>();
    let current: Client | null = inviter;
    while (current?.invitedBy && !seen.has(current)) {
      if (isKeyOf(current.invitedBy, person)) return true;
      seen.add(current);
      current = this.findByKey(current.invitedBy);
    }
    return false;
  }

  /** How many referrals a client has, and the newest of them. */
  referrals(client: Client, contact: Contact): { count: number; newest: Client[] } {
    const sure = this.cases.length === 1 && (contact.waId || !client.phone);
    const found = sure ? this.hits : this.tab.search(personPatterns(client), 'Invited by');
    const rows = found.get('Invited by') ?? [];
    if (!sure && rows.length) this.tab.readBlock(lastBlock(rows));
    const newest = this.tab
      .known()
      .filter((row) => isKeyOf(row.invitedBy, client))
      .sort((a, b) => (b.joined ?? 0) - (a.joined ?? 0));
    return { count: Math.max(rows.length, newest.length), newest: newest.slice(0, LISTED) };
  }

  private hasInvitees(person: Client): boolean {
    if (this.tab.known().some((client) => isKeyOf(client.invitedBy, person))) return true;
    if (!this.hits.get('Invited by')?.length) return false;
    if (this.cases.length > 1 && !this.anySenderInvited()) return false;
    return this.tab.search(personPatterns(person), 'Invited by').size > 0;
  }

  /** In a batch one search for all senders mostly saves one for each: who comes by a link seldom has invitees. */
  private anySenderInvited(): boolean {
    this.someSenderInvited ??=
      this.tab.search([...new Set(this.cases.flatMap(senderPatterns))], 'Invited by').size > 0;
    return this.someSenderInvited;
  }

  /** For *My referrals* one read has to do: the block of the newest rows, with the client's own where it is near. */
  private readList(only: Case, people: number[], notices: number[]): void {
    const { update } = only;
    const [own] = people;
    if (update.kind !== 'message' || own === undefined) return;
    const block = lastBlock([...this.rows('Invited by'), own]);
    if (!block.includes(own)) {
      const assumed = clientFrom(update.from, update.at, '');
      this.tab.assume(own, assumed);
    }
    this.tab.readBlock(block);
    if (notices.length) this.tab.read(notices);
  }

  private rows(...headings: ('Phone' | 'WhatsApp id' | 'Code' | 'Notice' | 'Invited by')[]) {
    return headings.flatMap((heading) => this.hits.get(heading) ?? []);
  }
}

function isList({ intent }: Case): boolean {
  return intent?.kind === 'command' && intent.command === 'referrals';
}

function lastBlock(rows: number[]): number[] {
  const last = Math.max(...rows);
  return rows.filter((row) => row > last - BLOCK_ROWS);
}
