/** Takes the system messages apart by which Meta tells that somebody has another number or business-scoped id. */
import type { Contact, Moved } from '../../program/model';
import { contactFrom } from '../contact';
import { type Json, object, string } from '../json';

/** Meta's own sentence: "User Amina changed from 447700900142 to 447700900143". What stands before may be anything. */
const SENTENCE = /^User .* changed from (\S+) to (\S+)$/s;

/**
 * Of the fields that hold the earlier ids any may be missing, and those that name the sender may hold the new ones
 * already. So there is one update for every id under which the person may be known; those that find nobody do nothing.
 *
 * @param key the message's id
 */
export function readMoves(message: Json, key: string, at: number): Moved[] {
  const system = object(message.system);
  if (!/_changed_(number|user_id)$/.test(string(system.type))) return [];
  const sender = { number: string(message.from), id: string(message.from_user_id) };
  const newNumber = string(system.wa_id) || string(system.new_wa_id);
  const newId = string(system.user_id) || string(system.new_user_id);
  const isNew = sender.id !== '' && sender.id === newId;
  // An id changes because the number does: one that comes without a new number makes the old one stale.
  const number = newNumber || (isNew ? sender.number : '');
  const to = contactFrom([number, newId], undefined);
  if (!to) return [];
  const told = toldIn(string(system.body), [newNumber, newId]);
  const oldId = string(system.previous_user_id) || told?.userId || (isNew ? '' : sender.id);
  const oldNumbers = [sender.number, string(system.customer), told?.waId];
  const oldNumber = oldNumbers.find((one) => one && one !== number);
  return [contactFrom([oldId], undefined), contactFrom([oldNumber], undefined)]
    .filter((from): from is Contact => from !== null)
    .map((from, index) => ({
      kind: 'moved',
      key: index ? `${key} number` : key,
      at,
      from,
      to,
    }));
}

/** Who the person was, by a sentence that names one of the new ids beside. */
function toldIn(sentence: string, newIds: string[]): Contact | null {
  const [, before, after = ''] = SENTENCE.exec(sentence) ?? [];
  return newIds.includes(after) ? contactFrom([before], undefined) : null;
}
