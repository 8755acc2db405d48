/** Finds everything about some referrals at once: their inviters, the inviters' other friends, and the rewards of both. */
import type { Client } from '../../program/model';
import { isKeyOf, keyOf } from '../../program/people';
import { isCounted } from '../../program/rewards/counts';
import { keyOfMilestone, keysOfReferral } from '../../program/rewards/ledger';
import type { Settled, Standing } from '../../program/rewards/model';
import type { LedgerDesk } from './desk';

/** Of the inviters' other friends so many are looked at for what is unusual: the newest. */
const SIBLINGS_READ = 100;

/** What is asked of the referrals. */
interface Asked {
  /** Whether some have just been registered, so that one looks for what is unusual. */
  evidence: boolean;
  /** Whether one of them may be taken back, and a milestone with it. */
  returns: boolean;
}

export class Standings {
  /** The rows of friends that count, by their inviter's key; null where nobody asks for their number. */
  private counted: Map<string, Set<number>> | null = null;

  /** Looks for all of them together: two searches, and few reads. */
  constructor(
    friends: Client[],
    asked: Asked,
    private readonly desk: LedgerDesk,
  ) {
    const { clients, rewards, terms } = desk;
    const invited = friends.filter(({ invitedBy }) => invitedBy !== '');
    const counts = terms.milestones.length > 0 || asked.returns;
    const invitees = this.findPeople(invited, counts || asked.evidence);
    if (counts) this.counted = clients.counted(invitees);
    if (asked.evidence) clients.readMany(invitees.slice(-SIBLINGS_READ));
    const limited = terms.atMostAMonth !== null || terms.atMostInAll !== null;
    const people = limited ? invited.map((friend) => this.inviterKey(friend)) : [];
    rewards.findRewards(
      invited.flatMap((friend) => this.keysOf(friend)),
      people,
    );
  }

  /** What is known about a referral by now. */
  of(friend: Client): Standing {
    const { clients, rewards } = this.desk;
    const inviter = this.inviterOf(friend);
    const siblings = clients
      .known()
      .filter((one) => one !== friend && inviter !== null && isKeyOf(one.invitedBy, inviter))
      .sort((a, b) => (b.joined ?? 0) - (a.joined ?? 0));
    const countedBefore = this.countedBefore(friend);
    return { friend, inviter, rewards: rewards.known(), countedBefore, siblings };
  }

  /** Takes over what was decided, so that the next decision knows of it; the desk saves it. */
  apply(friend: Client, { set, added, changed }: Settled): void {
    const { clients, rewards } = this.desk;
    for (const reward of added) rewards.add(reward);
    for (const { reward, set: news } of changed) rewards.change(reward, news);
    clients.change(friend, set);
    const rows = this.counted?.get(friend.invitedBy) ?? new Set();
    if (isCounted(friend.counts)) rows.add(clients.rowOf(friend));
    else rows.delete(clients.rowOf(friend));
    this.counted?.set(friend.invitedBy, rows);
  }

  /** Reads the inviters; gives the rows of their friends, where they are wanted. */
  private findPeople(invited: Client[], withInvitees: boolean): number[] {
    const { clients } = this.desk;
    const keys = [...new Set(invited.map(({ invitedBy }) => invitedBy))];
    const contact = (key: string) => (/^\d+$/.test(key) ? { waId: key } : { userId: key });
    const { people, invitees } = clients.find(
      keys.flatMap((key) => [{ key }, ...(withInvitees ? [{ inviteesOf: contact(key) }] : [])]),
    );
    clients.readMany(people);
    return [...new Set(invitees)].sort((a, b) => a - b);
  }

  private countedBefore(friend: Client): number {
    const inviter = this.inviterOf(friend);
    const keys = new Set([friend.invitedBy, ...(inviter ? [inviter.phone, ...inviter.ids] : [])]);
    const rows = new Set([...keys].flatMap((key) => [...(this.counted?.get(key) ?? [])]));
    rows.delete(this.desk.clients.rowOf(friend));
    return rows.size;
  }

  private inviterOf({ invitedBy }: Client): Client | null {
    return this.desk.clients.known().find((one) => isKeyOf(invitedBy, one)) ?? null;
  }

  private inviterKey(friend: Client): string {
    const inviter = this.inviterOf(friend);
    return inviter ? keyOf(inviter) : friend.invitedBy;
  }

  /** The keys under which there may be rewards already. */
  private keysOf(friend: Client): string[] {
    const inviter = this.inviterKey(friend);
    const promised = this.desk.terms.milestones.map((milestone) => milestone.friends);
    const reached = this.counted ? [...promised, this.countedBefore(friend) + 1] : [];
    return [
      ...Object.values(keysOfReferral(keyOf(friend))),
      ...[...new Set(reached)].map((friends) => keyOfMilestone(inviter, friends)),
    ];
  }
}
