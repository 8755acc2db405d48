/** What has been read of the base: who there is, who invited whom, and what somebody searches for. */
import { keyOf } from '../../../program/people';
import { readPhone } from '../../../program/phone';
import { plainText } from '../../../program/text';
import type { WireClient } from '../../wire';
import { type RowClient, readWire } from '../shared/client';

/** Somebody with referrals. `client` is null while their own row has not been read, or when there is none. */
export interface Inviter {
  key: string;
  client: RowClient | null;
  name: string;
  invitees: RowClient[];
}

export class Base {
  /** Counts what came in: whoever has drawn it knows when to draw anew. */
  version = 0;
  private readonly clients = new Map<string, RowClient>();
  /** By every number and id that stands for them. */
  private readonly known = new Map<string, RowClient>();
  private readonly searched = new Map<RowClient, string>();
  private brought: Map<string, Inviter> | null = null;

  /** Takes rows in; a client who has been read before is replaced. */
  add(rows: WireClient[]): void {
    for (const client of rows.map(readWire)) {
      const key = keyOf(client);
      if (!key) continue;
      const before = this.clients.get(key);
      if (before) this.searched.delete(before);
      this.clients.set(key, client);
      for (const id of [client.phone, ...client.ids]) if (id) this.known.set(id, client);
      this.searched.set(client, `${plainText(client.name)} ${client.phone}`);
    }
    this.brought = null;
    this.version++;
  }

  get size(): number {
    return this.clients.size;
  }

  find(key: string): RowClient | null {
    return this.known.get(key) ?? null;
  }

  /** Everyone who came by somebody's link. */
  referrals(): RowClient[] {
    return [...this.clients.values()].filter(({ invitedBy }) => invitedBy);
  }

  /** Whoever has brought these, those with the most first. */
  invitersOf(referrals: RowClient[]): Inviter[] {
    const all = [...this.byInviter(referrals).values()];
    return all.sort(
      (a, b) => b.invitees.length - a.invitees.length || a.name.localeCompare(b.name),
    );
  }

  /** Whom a client has invited, the newest first. */
  inviteesOf(client: RowClient): RowClient[] {
    this.brought ??= this.byInviter(this.referrals());
    return this.brought.get(keyOf(client))?.invitees ?? [];
  }

  /** Clients whose name or number holds what was typed. */
  search(typed: string): RowClient[] {
    const words = plainText(typed).split(/\s+/).filter(Boolean);
    const digits =
      readPhone(typed) ?? (/^[\d\s+().-]+$/.test(typed) ? typed.replace(/\D/g, '') : '');
    if (!words.length) return [];
    const found: RowClient[] = [];
    for (const [client, text] of this.searched) {
      if ((digits && text.includes(digits)) || words.every((word) => text.includes(word))) {
        found.push(client);
      }
    }
    return found;
  }

  private byInviter(referrals: RowClient[]): Map<string, Inviter> {
    const inviters = new Map<string, Inviter>();
    for (const invitee of referrals) {
      const client = this.find(invitee.invitedBy);
      const key = client ? keyOf(client) : invitee.invitedBy;
      const name = client?.name || invitee.inviterName;
      const inviter = inviters.get(key) ?? { key, client, name, invitees: [] };
      inviter.invitees.push(invitee);
      inviters.set(key, inviter);
    }
    for (const { invitees } of inviters.values()) {
      invitees.sort((a, b) => (b.joined ?? 0) - (a.joined ?? 0));
    }
    return inviters;
  }
}
