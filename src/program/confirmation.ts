/**
 * The number by which a client confirms *Delete me*. It comes out of who asks and of the day, so nothing has to be
 * remembered: a message that is handled once more, hours later or by another execution, means the same as the first time,
 * and a button of last year means nothing.
 */
import { readCommand } from './commands';
import type { Message } from './model';
import { pattern } from './pattern';
import { plainText } from './text';
import { tokenOf } from './token';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What is asked for: four digits, the first of them not a zero. */
export function confirmationFor(message: Pick<Message, 'from' | 'at'>): string {
  return numberOf(message, 0);
}

/** Whether this is what was asked for on that day, or on the day before. */
export function isConfirmed(given: string, message: Pick<Message, 'from' | 'at'>): boolean {
  return [0, 1].some((daysAgo) => given === numberOf(message, daysAgo));
}

const FOUR_DIGITS = pattern(String.raw`^(.*\D)(\d{4})\P{N}*$`, 'su');

/** The four digits behind one of the words; '' where the text is something else. */
export function confirmationIn(text: string, words: string[]): string {
  const [, before = '', digits = ''] = FOUR_DIGITS().exec(plainText(text).trim()) ?? [];
  return digits && readCommand(before, { words }) ? digits : '';
}

function numberOf({ from, at }: Pick<Message, 'from' | 'at'>, daysAgo: number): string {
  const day = Math.floor(at / DAY_MS) - daysAgo;
  const hash = Number.parseInt(tokenOf(`delete ${from.waId ?? from.userId} ${day}`), 36);
  return String(1000 + (hash % 9000));
}
