/** *Add a referral by hand…*: somebody has told the owner who sent them. The rules are those of a link. */
import type { ClientBook } from '../program/base';
import { newCode } from '../program/codes';
import { WAS_FORGOTTEN } from '../program/forgotten';
import { whyNotCounted } from '../program/invited';
import type { Client } from '../program/model';
import { cleanName } from '../program/names';
import { noticeJoins, noticeNotSent, noticeNotTold } from '../program/notice';
import { STOPPED } from '../program/notices';
import { clientFrom, descendsFrom, isKeyOf, keyOf } from '../program/people';
import { canonicalKey, maskPhone, readPhone } from '../program/phone';
import { NEW } from '../program/rewards/counts';
import { countsOnJoining } from '../program/rewards/promises';
import { anew, openClients } from '../script/books';
import { forgottenAs } from '../script/forgetting/forgotten';
import { locked } from '../script/lock';
import { freshMark } from '../script/notes';
import { openProgram } from '../script/program';
import { REWARDS_NEW } from '../script/properties';
import type { Services } from '../script/services';
import type { Added, NewReferral } from './wire';

/**
 * Registers a referral, unless the rules say no: then nothing is written. The friend is never written to.
 *
 * @throws Error when a number is none, or somebody was forgotten, {Busy} when the lock is not to be had
 */
export function addReferral(services: Services, asked: NewReferral): Added {
  const friend = phoneOf(asked.friend);
  const invitation = { kind: 'phone' as const, phone: phoneOf(asked.inviter) };
  const store = services.properties.getProperties();
  const { settings, clock } = openProgram(store, services);
  const add = (): Added => {
    const book = openClients({ services, store });
    const both = [friend, invitation.phone];
    const gone = forgottenAs(both, store, services);
    const find = finder(book, [...both, ...gone]);
    const forgotten = both[gone.findIndex((id) => find(id))];
    if (forgotten) throw new Error(`${maskPhone(forgotten)}: ${WAS_FORGOTTEN}`);
    const [sender, inviter] = [find(friend), find(invitation.phone)];
    const person = sender ?? clientFrom({ waId: friend }, clock.now, newCode(services.random));
    const senderIsAncestor = inviter !== null && descendsFrom(inviter, person, find);
    const facts = { clock, sender, inviter, senderIsAncestor };
    const why = whyNotCounted({ invitation, from: { waId: friend }, facts, settings });
    if (why || !inviter) return why ?? 'unknownInviter';
    const counts = countsOnJoining(clock, settings);
    const name = cleanName(asked.name);
    const set: Partial<Client> = {
      ...(!person.name && { name }),
      invitedBy: keyOf(inviter),
      inviterName: inviter.name,
      notice: noticeFor(inviter, asked.tell),
      ...(counts && { counts }),
    };
    if (sender) book.change(sender, set);
    else book.add({ ...person, lastMessage: null, ids: [], ...set });
    book.save();
    if (counts === NEW) services.properties.setProperty(REWARDS_NEW, freshMark(services));
    if (asked.tell && inviter.stopped === null) services.toTell.push(inviter);
    return 'added';
  };
  return locked(services, () => anew(add));
}

/** What is told at once is told like what has waited a little: by the same sending, in the same words. */
function noticeFor(inviter: Client, tell: boolean): string {
  if (!tell) return noticeNotTold('added by you');
  return inviter.stopped === null ? noticeJoins(keyOf(inviter)) : noticeNotSent(STOPPED);
}

/** Finds people by their keys: one search for the first ones, and one for each further. */
function finder(book: ClientBook, keys: string[]): (key: string) => Client | null {
  const look = (some: string[]) => book.read(book.find(some.map((key) => ({ key }))).people);
  const known = (key: string) => book.known().find((client) => isKeyOf(key, client)) ?? null;
  look(keys);
  return (key) => {
    if (!keys.includes(key) && !known(key)) look([key]);
    return known(key);
  };
}

function phoneOf(text: string): string {
  const phone = canonicalKey(String(text));
  if (!readPhone(phone)) throw new Error('This is not a phone number with its country code.');
  return phone;
}
