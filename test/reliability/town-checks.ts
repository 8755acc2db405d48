/** Compares a town with its model: after every step the base, in the end what everybody was told. */
import { tellsOf } from '../support/told';
import { type Name, PEOPLE } from './histories';
import type { Model } from './model';
import type { Town } from './town';

interface Row {
  name: Name | null;
  inviter: Name | null;
  stopped: boolean;
  notice: string;
}

function rowsOf(town: Town): Row[] {
  return town.shop.rows('Clients').map((row) => {
    const { 'Invited by': key = '', Stopped, Notice = '' } = row;
    const inviter = key ? town.nameOf({ Phone: key, 'Messenger id': key }) : null;
    return { name: town.nameOf(row), inviter, stopped: Stopped !== '', notice: Notice };
  });
}

/** The base is as one of the models says; the others are out. */
export function expectBase(town: Town): void {
  const inSheet = rowsOf(town)
    .map(({ name, inviter, stopped }) => ({ name, inviter, stopped }))
    .sort(byName);
  const seen = JSON.stringify(inSheet);
  const { possible } = town;
  possible.models = possible.those((model) => JSON.stringify(baseOf(model)) === seen);
  const [model] = possible.models;
  expect(inSheet).toEqual(model && baseOf(model));
}

function baseOf({ base }: Model) {
  return [...base]
    .map(([name, { invitedBy, stopped }]) => ({
      name,
      inviter: invitedBy,
      stopped: stopped !== null,
    }))
    .sort(byName);
}

function byName(a: { name: string | null }, b: { name: string | null }): number {
  return String(a.name) < String(b.name) ? -1 : 1;
}

/** Every referral was told once, or its row has a reason that is true. */
export function expectNotices(town: Town): void {
  const { models } = town.possible;
  for (const { name, inviter, notice } of rowsOf(town)) {
    if (!name || !inviter) continue;
    const told = timesTold(town, name, inviter);
    const isTrue = models.some((model) => isReason(town, model, notice, inviter));
    const enough = notice.startsWith('told ') ? told > 0 : isTrue;
    expect({ name, inviter, notice, told, enough }).toMatchObject({ enough: true });
  }
  for (const { invitee, inviter } of models.flatMap(({ registered }) => registered)) {
    const told = timesTold(town, invitee, inviter as Name);
    const tooOften = models.every((model) => told > timesRegistered(model, invitee, inviter));
    expect({ invitee, inviter, told, tooOften }).toMatchObject({ tooOften: false });
  }
}

function timesRegistered({ registered }: Model, invitee: string, inviter: string): number {
  return registered.filter((one) => one.invitee === invitee && one.inviter === inviter).length;
}

function timesTold(town: Town, invitee: string, inviter: Name): number {
  return town.newsFor(inviter).filter((text) => tellsOf(text, invitee)).length;
}

/** Whether what the row says is a reason, and true. */
function isReason(
  { everFailed, gaveUp, hadNoQuota }: Town,
  model: Model,
  notice: string,
  inviter: Name,
): boolean {
  if (notice.startsWith('waits for ')) return !model.base.has(inviter);
  if (notice.startsWith('not sent: they asked for no')) return model.everStopped.has(inviter);
  if (notice.startsWith('not sent: the inviter is not in the base')) return true;
  if (/^not sent: .*131026/.test(notice)) return everFailed.has(inviter);
  // Where nothing could be kept, what may have gone is not sent again.
  return notice.startsWith('not sent: ') && (gaveUp || hadNoQuota);
}

/** Nobody is answered more often than they asked. */
export function expectAnswers(town: Town): void {
  for (const name of PEOPLE) {
    const answers = town.shop.heard(town.shop.known(name)).length - town.newsFor(name).length;
    const tooMany = answers > (town.due.get(name) ?? 0);
    expect({ name, answers, tooMany }).toMatchObject({ tooMany: false });
  }
}

/** What the owner noted on somebody stands in the base; the script may have added a remark of its own. */
export function expectNotes(town: Town): void {
  for (const [name, note] of town.noted) {
    const row = town.shop.rows('Clients').find((one) => town.nameOf(one) === name);
    const stands = row?.Note?.startsWith(note);
    expect({ name, note, found: row?.Note, stands }).toMatchObject({ stands: true });
  }
}
