/** Compares a town with its model: after every step the base, in the end what everybody was told. */
import { tellsOf } from '../support/told';
import { type Name, PEOPLE } from './histories';
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
    const inviter = key ? town.nameOf({ Phone: key, 'WhatsApp id': key }) : null;
    return { name: town.nameOf(row), inviter, stopped: Stopped !== '', notice: Notice };
  });
}

/** The base is as the model says. */
export function expectBase(town: Town): void {
  const inSheet = rowsOf(town).map(({ name, inviter, stopped }) => ({ name, inviter, stopped }));
  const inModel = [...town.model.base].map(([name, { invitedBy, stopped }]) => ({
    name,
    inviter: invitedBy,
    stopped: stopped !== null,
  }));
  expect(inSheet.sort(byName)).toEqual(inModel.sort(byName));
}

function byName(a: { name: string | null }, b: { name: string | null }): number {
  return String(a.name) < String(b.name) ? -1 : 1;
}

/** Every referral was told once, or its row has a reason that is true. */
export function expectNotices(town: Town): void {
  for (const { name, inviter, notice } of rowsOf(town)) {
    if (!name || !inviter) continue;
    const told = timesTold(town, name, inviter);
    const enough = notice.startsWith('sent ') ? told > 0 : isReason(town, notice, inviter);
    expect({ name, inviter, notice, told, enough }).toMatchObject({ enough: true });
  }
  for (const { invitee, inviter } of town.model.registered) {
    const times = town.model.registered.filter(
      (one) => one.invitee === invitee && one.inviter === inviter,
    ).length;
    const told = timesTold(town, invitee, inviter as Name);
    expect({ invitee, inviter, told, tooOften: told > times }).toMatchObject({ tooOften: false });
  }
}

function timesTold(town: Town, invitee: string, inviter: Name): number {
  return town.newsFor(inviter).filter((text) => tellsOf(text, invitee)).length;
}

/** Whether what the row says is a reason, and true. */
function isReason({ model, everFailed, gaveUp }: Town, notice: string, inviter: Name): boolean {
  if (notice.startsWith('waits for ')) return !model.base.has(inviter);
  if (notice.startsWith('not sent: they asked for no')) return model.everStopped.has(inviter);
  if (notice.startsWith('not sent: the inviter is not in the base')) return true;
  if (/^not sent: .*131026/.test(notice)) return everFailed.has(inviter);
  return notice.startsWith('not sent: ') && gaveUp;
}

/** Nobody is answered more often than they asked. */
export function expectAnswers(town: Town): void {
  for (const name of PEOPLE) {
    const answers = town.shop.heard(town.shop.known(name)).length - town.newsFor(name).length;
    const tooMany = answers > (town.due.get(name) ?? 0);
    expect({ name, answers, tooMany }).toMatchObject({ tooMany: false });
  }
}
