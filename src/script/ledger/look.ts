/** A look over the whole ledger: what the owner has changed, whose day has come, who is still to be told. */
import type { Client } from '../../program/model';
import { isKeyOf } from '../../program/people';
import { ownersChange, passTime } from '../../program/rewards/changes';
import { isDue, TO_BE_TOLD } from '../../program/rewards/ledger';
import type { Reward } from '../../program/rewards/model';
import type { LedgerDesk } from './desk';

/** So many rewards are changed in one go. */
const AT_ONCE = 200;

/** Which rows are to be read, and whether there are more. */
interface Rows {
  owners: number[];
  due: number[];
  coupons: number[];
  more: boolean;
}

/** What the owner is told beside a *State*, by the rows. */
export type Notes = Map<string, Reward[]>;

/** Two or three columns are read whole, then few rows; the desk has the changes then. */
export function lookOver(desk: LedgerDesk): { notes: Notes; more: boolean } {
  const { rewards, terms, clock } = desk;
  const { owners, due, coupons, more } = rowsOf(desk);
  rewards.read([...owners, ...due, ...coupons]);
  const notes: Notes = new Map();
  for (const reward of rewards.read(owners)) {
    const change = ownersChange(reward, clock);
    if (!change) continue;
    rewards.change(reward, change.set);
    notes.set(change.note, [...(notes.get(change.note) ?? []), reward]);
  }
  const ripe = rewards.read(due);
  const friends = friendsOf(ripe, desk);
  for (const reward of ripe) {
    const change = passTime(reward, friends.get(reward) ?? null, terms.flags, clock);
    if (change) rewards.change(reward, change);
  }
  return { notes, more };
}

/** Puts the notes beside the states, and takes older ones away. */
export function writeNotes(notes: Notes, { rewards }: LedgerDesk): void {
  for (const [text, about] of notes) {
    rewards.note(
      about.map((reward) => rewards.rowOf(reward)),
      'state',
      text,
    );
  }
}

/** Whether anybody waits to be told, and who of them has not been thought of yet. */
export function waitingToBeTold({ rewards }: LedgerDesk): { anybody: boolean; soon: Reward[] } {
  const anybody = rewards.find(['told'], 'waits for \\S+ to .*').length > 0;
  const soon = anybody ? rewards.find(['told'], TO_BE_TOLD) : [];
  return { anybody, soon: rewards.read(soon.slice(0, AT_ONCE)) };
}

function rowsOf({ rewards, clock }: LedgerDesk): Rows {
  const last = rewards.lastRow();
  const states = rewards.column('state', 2, last).map((one) => String(one).trim().toLowerCase());
  const known = rewards.column('known', 2, last);
  const readyOn = known.includes('waiting') ? rewards.column('readyOn', 2, last) : [];
  const rowsWhere = (is: (index: number) => boolean) =>
    states.flatMap((_, index) => (is(index) ? [index + 2] : []));
  const isOwners = (index: number) => known[index] !== '' && states[index] !== known[index];
  const isRipe = (index: number) => {
    const day = readyOn[index];
    return known[index] === 'waiting' && typeof day === 'number' && isDue(day, clock);
  };
  const owners = rowsWhere(isOwners);
  const due = rowsWhere((index) => !isOwners(index) && isRipe(index));
  const ready = new Set(rowsWhere((index) => known[index] === 'ready'));
  const coupons = ready.size ? rewards.find(['reward'], 'coupons?') : [];
  return {
    owners: owners.slice(0, AT_ONCE),
    due: due.slice(0, AT_ONCE),
    coupons: coupons.filter((row) => ready.has(row)).slice(0, AT_ONCE),
    more: owners.length > AT_ONCE || due.length > AT_ONCE,
  };
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
