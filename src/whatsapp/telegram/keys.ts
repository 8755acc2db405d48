/** A message's key: the update's number, the chat it came from and, where a button was pressed, what answers it. */

/** @param query Telegram's id of the pressing; '' for a message that was written */
export function keyOfUpdate(updateId: number, chat: number, query = ''): string {
  return [updateId, chat, query].filter((part) => part !== '').join(' ');
}

/** The chat that the message came from. */
export function chatOf(key: string): number {
  return Number(key.split(' ')[1]);
}

/** Telegram's id of the pressing of a button; '' when none was pressed. */
export function queryOf(key: string): string {
  return key.split(' ')[2] ?? '';
}
