/** Twilio's error codes by what can be done about them. */
import type { Reason } from '../../program/model';

const LATER = [14107, 20429, 30001, 63009, 63010, 63012, 63018, 63038];
const BROKEN = [
  20003, 20005, 20404, 21212, 21606, 21660, 21703, 21705, 30002, 63001, 63002, 63007, 63008, 63020,
];

/** What a failed message comes with is its code only. */
const WORDS: Record<number, string> = {
  20003: 'Twilio refuses the account SID or the token',
  63003: 'not on WhatsApp',
  63015: 'the sandbox writes to those only who sent it its join message',
  63016: 'they have not written for 24 hours',
  63024: 'not on WhatsApp',
  63049: 'WhatsApp holds back such messages to them',
};

/**
 * Sorts an error of Twilio's.
 *
 * @param code `code` of a refusal, or `ErrorCode` of a failed message
 * @param message Twilio's own sentence, if there is one
 */
export function twilioReason(code: number, message = ''): Reason {
  return {
    meaning: meaningOf(code),
    text: `${WORDS[code] ?? (message || 'Twilio could not deliver it')} (${code})`,
  };
}

function meaningOf(code: number): Reason['meaning'] {
  if (code === 63016) return 'window';
  if (code === 21610) return 'stopped';
  if (LATER.includes(code)) return 'later';
  return BROKEN.includes(code) ? 'broken' : 'refused';
}
