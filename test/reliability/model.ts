/**
 * What the base must hold after any history: the rules of the program told a second time, without its code. The model
 * sees events in the order in which the script takes them up, and knows nobody but by name.
 */

/** What a message asks for. */
export type Wish =
  | { kind: 'link' | 'stop' | 'start' | 'other' }
  /** `by` is nobody of the town where the number is a stranger's; null where it is no possible number. */
  | { kind: 'invitation'; by: string | null };

/** A message: the same one however often it is delivered. */
export interface Written {
  by: string;
  /** When it was written, in milliseconds. */
  at: number;
  wish: Wish;
}

/** A row of the base. */
interface Known {
  invitedBy: string | null;
  /** The newest *Stop* that no later *Start* has taken back. */
  stopped: number | null;
}

export class Model {
  readonly base = new Map<string, Known>();
  /** Every referral that was ever registered, also where the row is gone. */
  readonly registered: { invitee: string; inviter: string }[] = [];
  /** Everyone who has asked for no messages at some time. */
  readonly everStopped = new Set<string>();

  /** The same, to go on from in another way. */
  copy(): Model {
    const copy = new Model();
    for (const [name, known] of this.base) copy.base.set(name, { ...known });
    copy.registered.push(...this.registered);
    for (const name of this.everStopped) copy.everStopped.add(name);
    return copy;
  }

  /** A message is handled, for the first time or again. */
  handles({ by, at, wish }: Written): void {
    const row = this.base.get(by);
    if (wish.kind === 'link' && !row) this.joins(by);
    if (wish.kind === 'stop') {
      this.everStopped.add(by);
      const { stopped } = row ?? this.joins(by);
      this.known(by).stopped = Math.max(stopped ?? 0, at);
    }
    // A Start that was written before the Stop says nothing about it.
    if (wish.kind === 'start' && row && at >= (row.stopped ?? 0)) row.stopped = null;
    if (wish.kind === 'invitation') this.comes(by, wish.by);
  }

  /** The owner deletes somebody's row; where others name them, the name stays. */
  forgets(name: string): void {
    this.base.delete(name);
  }

  private comes(by: string, inviter: string | null): void {
    const row = this.base.get(by);
    if (inviter === null || inviter === by || row?.invitedBy) return;
    if (!this.base.has(inviter)) {
      if (!row) this.joins(by);
    } else if (!this.ancestorsOf(inviter).includes(by)) {
      (row ?? this.joins(by)).invitedBy = inviter;
      this.registered.push({ invitee: by, inviter });
    }
  }

  /** Whoever invited this person, whoever invited them, and so on, as far as there are rows. */
  private ancestorsOf(name: string): string[] {
    const line: string[] = [];
    for (
      let next = this.base.get(name)?.invitedBy;
      next && !line.includes(next);
      next = this.base.get(next)?.invitedBy
    ) {
      line.push(next);
    }
    return line;
  }

  private joins(name: string): Known {
    this.base.set(name, { invitedBy: null, stopped: null });
    return this.known(name);
  }

  private known(name: string): Known {
    const row = this.base.get(name);
    if (!row) throw new Error(`${name} is not in the base`);
    return row;
  }
}
