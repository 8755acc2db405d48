/** A look over the whole ledger: what the owner has changed, whose day has come, who is still to be told. */
import type { Client } from '../../program/model';
import { isKeyOf } from '../../program/people';
import { ownersChange, passTime } from '../../program/rewards/changes';
import type { Reward } from '../../program/rewards/model';
import type { LedgerDesk } from './desk';

/** So many rewards are changed in one go. */
const AT_ONCE = 200;

/** What the owner is told beside a *State*, by the rows. */
export type Notes = Map<string, Reward[]>;

/** The desk has the changes then. */
export function lookOver(desk: LedgerDesk): { notes: Notes; more: boolean } {
  const { rewards, terms, clock } = desk;
  const { owners, due, more } = rewards.lookOver(clock, AT_ONCE);
  const notes: Notes = new Map();
  for (const reward of owners) {
    const change = ownersChange(reward, clock);
    if (!change) continue;
    rewards.change(reward, change.set);
    notes.set(change.note, [...(notes.get(change.note) ?? []), reward]);
  }
  const friends = friendsOf(due, desk);
  for (const reward of due) {
    const change = passTime(reward, friends.get(reward) ?? null, terms.flags, clock);
    if (change) rewards.change(reward, change);
  }
  return { notes, more };
}

/** Puts the notes beside the states, and takes older ones away. */
export function writeNotes(notes: Notes, { rewards }: LedgerDesk): void {
  for (const [text, about] of notes) rewards.remark(about, text);
}

/** Whether anybody waits to be told, and who of them has not been thought of yet. */
export function waitingToBeTold({ rewards }: LedgerDesk): { anybody: boolean; soon: Reward[] } {
  return rewards.toBeTold(AT_ONCE);
}

/** Whose referral a reward is for, where that decides whether it is ready. */
function friendsOf(rewards: Reward[], { clients }: LedgerDesk): Map<Reward, Client> {
  const keys = new Map(
    rewards
      .filter(({ why }) => why === 'joined')
      .map((reward) => [reward, /^(?:inviter|friend):(.*)$/.exec(reward.key)?.[1] ?? '']),
  );
  const wanted = [...new Set(keys.values())].filter(Boolean);
  if (wanted.length) clients.readMany(clients.find(wanted.map((key) => ({ key }))).people);
  return new Map(
    [...keys].flatMap(([reward, key]): [Reward, Client][] => {
      const friend = clients.known().find((client) => isKeyOf(key, client));
      return friend ? [[reward, friend]] : [];
    }),
  );
}
