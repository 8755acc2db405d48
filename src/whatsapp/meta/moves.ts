/** Takes the system messages apart by which Meta tells that somebody has another number or business-scoped id. */
import type { Contact, Moved } from '../../program/model';
import { contactFrom } from '../contact';
import { type Json, object, string } from '../json';

/** What Meta's own sentence ends with: "User Amina changed from 447700900142 to 447700900143". */
const SENTENCE = /changed from (\S+) to (\S+)$/;

/**
 * Of the fields that hold the earlier ids any may be missing, and those that name the sender may hold the new ones
 * already. So there is one update for every id under which the person may be known; those that find nobody do nothing.
 *
 * @param key the message's id
 */
export function readMoves(message: Json, key: string, at: number): Moved[] {
  const system = object(message.system);
  const [, sentenceFrom = '', sentenceTo = ''] = SENTENCE.exec(string(system.body)) ?? [];
  const sender = { number: string(message.from), id: string(message.from_user_id) };
  const newNumber = string(system.wa_id) || string(system.new_wa_id) || numberIn(sentenceTo);
  const previousId = string(system.previous_user_id) || idIn(sentenceFrom);
  const newId =
    string(system.user_id) ||
    string(system.new_user_id) ||
    idIn(sentenceTo) ||
    (previousId && sender.id !== previousId ? sender.id : '');
  if (!newNumber && !newId) return [];
  // Where only the id has changed, the sender's number is theirs as before, or their new one.
  const to = contactFrom([newNumber || sender.number, newId], undefined);
  if (!to) return [];
  const oldNumbers = [sender.number, string(system.customer), numberIn(sentenceFrom)];
  const oldNumber = oldNumbers.find((number) => number && number !== newNumber) ?? '';
  const oldId = previousId || (sender.id === newId ? '' : sender.id);
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

function numberIn(word: string): string {
  return /^\d+$/.test(word) ? word : '';
}

function idIn(word: string): string {
  return numberIn(word) ? '' : word;
}
