/** Twilio's error codes by what can be done about them. */
import type { Reason } from '../../program/model';
import { TEMPLATE_TO_DO } from '../template-to-do';

const LATER = [14107, 20429, 30001, 63009, 63010, 63012, 63018, 63038];
const BROKEN = [
  20003, 20005, 20404, 21212, 21606, 21660, 21703, 21705, 30002, 63001, 63002, 63007, 63008, 63020,
];

/** The template is none, is none of this language, takes other values, or is rejected, paused or disabled. */
const TEMPLATE = [21655, 21656, 21658, 63027, 63028, 63029, 63030, 63040, 63041, 63042];

/** WhatsApp limits what one person gets of it, or tries something out with them. */
const HELD_BACK = [63032, 63049];

/** Mostly because the balance has run out. */
const SUSPENDED = 30002;
const PAY =
  'Open Twilio’s console, Billing: add funds and switch on auto-recharge. If the balance is fine, Twilio’s e-mail says why.';

/** What a failed message comes with is its code only. */
const WORDS: Record<number, string> = {
  20003: 'Twilio refuses the account SID or the token',
  30002: 'Twilio has suspended your account',
  21655: 'Twilio knows no template with this Content SID',
  21656: 'the template takes other values',
  21658: 'a value is too long for the template',
  63003: 'not on WhatsApp',
  63015: 'the sandbox writes to those only who sent it its join message',
  63016: 'they have not written for 24 hours',
  63024: 'not on WhatsApp',
  63027: 'no approved template has this language',
  63028: 'the template takes another number of values',
  63032: 'WhatsApp holds back such messages to them',
  63040: 'WhatsApp has rejected the template',
  63041: 'WhatsApp has paused the template',
  63042: 'WhatsApp has disabled the template',
  63049: 'WhatsApp holds back such messages to them',
};

/**
 * Sorts an error of Twilio's.
 *
 * @param code `code` of a refusal, or `ErrorCode` of a failed message
 * @param message Twilio's own sentence, if there is one
 * @param isTemplate whether it was the notice template: outside the window one that is not approved fails like a text
 */
export function twilioReason(code: number, message = '', isTemplate = false): Reason {
  if (code === 63016 && isTemplate) {
    const text = `WhatsApp has not approved the template (${code})`;
    return { meaning: 'template', text, toDo: TEMPLATE_TO_DO };
  }
  const text = `${WORDS[code] ?? (message || 'Twilio could not deliver it')} (${code})`;
  return {
    meaning: meaningOf(code),
    text,
    ...(TEMPLATE.includes(code) && { toDo: TEMPLATE_TO_DO }),
    ...(code === SUSPENDED && { toDo: PAY, unpaid: true }),
  };
}

function meaningOf(code: number): Reason['meaning'] {
  if (code === 63016) return 'window';
  if (code === 21610) return 'stopped';
  if (LATER.includes(code)) return 'later';
  if (TEMPLATE.includes(code) || HELD_BACK.includes(code)) return 'template';
  return BROKEN.includes(code) ? 'broken' : 'refused';
}
