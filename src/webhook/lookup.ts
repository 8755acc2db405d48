/** Finds the people that a few cases are about: one search for all of them, then few reads. */
import { LISTED } from '../program/answers';
import type { Base, Found, Row } from '../program/base';
import { isSourceCode } from '../program/codes';
import type { Some } from '../program/facts';
import { isForgottenId } from '../program/forgotten';
import type { Invitation } from '../program/invitation';
import type { Client, Contact, Update } from '../program/model';
import { refInNotice, waitsFor } from '../program/notice';
import {
  clientFrom,
  descendsFrom,
  isKeyOf,
  isSamePerson,
  keyOf,
  keysOf,
  keysOfContact,
} from '../program/people';
import { canonicalPhone } from '../program/phone';
import { tokenInRef, tokenOf } from '../program/token';
import type { Case } from './case';
import { contactsOf, inviteesOf, questionsOf } from './questions';

/** A list of referrals is read as one block of at most so many rows: older ones are only counted. */
const BLOCK_ROWS = 20_000;

/** Of the notices that concern a delivery so many are read; the others are only counted. */
const NOTICES_READ = 50;
const NOTICE_ROWS = 2000;

/** What else people are found by. */
interface Ways {
  /** The source with a code, as an inviter. */
  source(code: string): Client | null;
  /** As what somebody stands in the base who was forgotten: nothing where nobody was. */
  forgottenAs(contact: Contact): string[];
}

/** The people of some cases, found. */
export class Lookup {
  private readonly found: Found;
  private readonly noticesRead: Set<Row>;
  private someSenderInvited?: boolean;

  constructor(
    private readonly base: Base,
    private readonly cases: Case[],
    private readonly ways: Ways,
  ) {
    const list = cases.length === 1 && cases[0] && isList(cases[0]) ? cases[0] : null;
    this.found = base.find([
      ...cases.flatMap(questionsOf),
      ...(list ? inviteesOf(list) : []),
      ...cases
        .flatMap(contactsOf)
        .flatMap((contact) => ways.forgottenAs(contact))
        .map((key) => ({ key })),
    ]);
    const { people, notices } = this.found;
    if (list) this.readList(list);
    const newest = this.newestNotices();
    this.noticesRead = new Set(newest);
    // One read has to do for the notices of an inviter with many referrals, however far they are apart.
    if (newest.length > 3) base.readBlock(newest);
    base.read([...(list ? [] : people), ...newest]);
    if (cases.length > 1 && notices.length > newest.length) base.read(notices);
  }

  /**
   * The row of a contact; by the number first, so that two rows of one person do not take turns.
   *
   * @param besides a row that is not meant
   */
  contact(contact: Contact, besides: Client | null = null): Client | null {
    const known = this.base.known().filter((client) => client !== besides);
    const phone = contact.waId && canonicalPhone(contact.waId);
    return (
      this.theOne(known.filter((client) => phone && client.phone === phone)) ??
      this.theOne(known.filter((client) => isSamePerson(client, contact)))
    );
  }

  /** The row that was kept of a contact when they were forgotten. */
  forgotten(contact: Contact): Client | null {
    const ids = this.ways.forgottenAs(contact);
    return this.base.known().find((client) => client.ids.some((id) => ids.includes(id))) ?? null;
  }

  /** The row that an invitation's number or code stands for. */
  inviter(invitation: Invitation | null): Client | null {
    if (!invitation) return null;
    if (invitation.kind === 'named') {
      return isForgottenId(invitation.key) ? null : this.findByKey(canonicalPhone(invitation.key));
    }
    if (invitation.kind === 'phone') return this.byKey(canonicalPhone(invitation.phone));
    if (invitation.kind === 'malformed') return null;
    const { code } = invitation;
    return this.base.known().find((client) => client.code === code) ?? this.source(code);
  }

  /** The row that a key stands for, searched for when it is not known yet. */
  findByKey(key: string): Client | null {
    const known = this.byKey(key);
    if (known || !key) return known;
    if (isSourceCode(key)) return this.source(key);
    this.base.read(this.base.find([{ key }]).people);
    return this.byKey(key);
  }

  /** What a client's row shows below a heading. */
  shown(client: Client, heading: string): string {
    return this.base.shown(client, heading);
  }

  /** Rows whose notice names this sending. */
  byRef(ref: string): Some {
    return this.some((notice) => refInNotice(notice) === ref);
  }

  /** Rows whose notice this update has taken up, in their order. */
  takenUpBy(update: Update): Client[] {
    const token = tokenOf(update.key);
    return this.base.known().filter(({ notice }) => tokenInRef(refInNotice(notice)) === token);
  }

  /** How many notices of a single case were found and not read: they are like those that were. */
  get unread(): number {
    if (this.cases.length > 1) return 0;
    return this.found.notices.filter((row) => !this.noticesRead.has(row)).length;
  }

  /** Reads the notices that wait for a client whose message did not come by the key that they name. */
  readWaiting(client: Client): void {
    const key = keyOf(client);
    if (!key || this.wereLookedFor([key])) return;
    const { notices } = this.base.find([{ waitingFor: [key] }]);
    if (notices.length > 3) this.base.readBlock(notices);
    this.base.read(notices);
  }

  /** Rows whose notice waits for one of these keys. */
  waitingFor(keys: string[]): Some {
    return this.some((notice) => keys.some((key) => waitsFor(notice, key)));
  }

  /** Whether `inviter` was invited by `person`, directly or through others. */
  isAncestor(person: Client, inviter: Client): boolean {
    if (!inviter.invitedBy || !this.hasInvitees(person)) return false;
    return descendsFrom(inviter, person, (key) => this.findByKey(key));
  }

  /** How many referrals a client has, and the newest of them. */
  referrals(client: Client, contact: Contact): Some {
    const sure = this.cases.length === 1 && (contact.waId || !client.phone);
    const rows = sure ? this.found.invitees : this.base.findInvitees(keysOf(client));
    if (!sure && rows.length) this.base.readBlock(lastBlock(rows));
    const newest = this.base
      .known()
      .filter((row) => isKeyOf(row.invitedBy, client))
      .sort((a, b) => (b.joined ?? 0) - (a.joined ?? 0));
    return { count: Math.max(rows.length, newest.length), rows: newest.slice(0, LISTED) };
  }

  private source(code: string): Client | null {
    return isSourceCode(code) ? this.ways.source(code) : null;
  }

  private byKey(key: string): Client | null {
    return this.theOne(this.base.known().filter((client) => isKeyOf(key, client)));
  }

  /**
   * Of a person's rows the one that counts: a row that the owner has typed, and that is no client yet, only where there
   * is no other, be it one that was kept when they were forgotten.
   */
  private theOne(rows: Client[]): Client | null {
    const one = rows.find(({ code }) => code) ?? rows[0];
    const isAgain = one && !one.code && one.phone && this.forgotten({ waId: one.phone });
    return one && !isAgain ? one : null;
  }

  private hasInvitees(person: Client): boolean {
    if (this.base.known().some((client) => isKeyOf(client.invitedBy, person))) return true;
    if (this.cases.length > 1 && !this.anySenderInvited()) return false;
    return this.base.findInvitees(keysOf(person)).length > 0;
  }

  /** Whether the first search was for all these keys: a message may come by another one than rows name its sender by. */
  private wereLookedFor(keys: string[]): boolean {
    const lookedFor = this.senders().flatMap(keysOfContact);
    return keys.every((key) => lookedFor.includes(canonicalPhone(key)));
  }

  /** In a batch one search for all senders mostly saves one for each: who comes by a link seldom has invitees. */
  private anySenderInvited(): boolean {
    this.someSenderInvited ??=
      this.base.findInvitees(
        this.senders().flatMap((from) => {
          const row = this.contact(from);
          return row ? keysOf(row) : keysOfContact(from);
        }),
      ).length > 0;
    return this.someSenderInvited;
  }

  private senders(): Contact[] {
    return this.cases.flatMap(({ update }) => ('from' in update ? update.from : []));
  }

  /** The rows known by their notices, the newest first; in a single case the unread ones are alike, and counted. */
  private some(isMeant: (notice: string) => boolean): Some {
    const rows = this.base.known().filter(({ notice }) => isMeant(notice));
    return { count: rows.length && rows.length + this.unread, rows: rows.reverse() };
  }

  private newestNotices(): Row[] {
    const rows = [...new Set(this.found.notices)].sort((a, b) => a - b).slice(-NOTICES_READ);
    const last = rows[rows.length - 1] ?? 0;
    return rows.filter((row) => row > last - NOTICE_ROWS);
  }

  /** For *My referrals* one read has to do: the block of the newest rows, with the client's own where it is near. */
  private readList({ update }: Case): void {
    const { people, invitees } = this.found;
    const [own] = people;
    if (update.kind !== 'message' || own === undefined) return;
    // Somebody with two rows: which one counts is seen in both.
    if (people.some((row) => row !== own)) this.base.read(people);
    const block = lastBlock([...invitees, own]);
    if (!block.includes(own)) this.base.assume(own, clientFrom(update.from, update.at, ''));
    this.base.readBlock(block);
  }
}

function isList({ intent }: Case): boolean {
  return intent?.kind === 'command' && /^(referrals|data)$/.test(intent.command);
}

function lastBlock(rows: Row[]): Row[] {
  const last = Math.max(...rows);
  return rows.filter((row) => row > last - BLOCK_ROWS);
}
