/** Meta's error codes by what can be done about them. */
import type { Reason } from '../../program/model';
import { TEMPLATE_TO_DO } from '../template-to-do';

const HOUR = 60 * 60 * 1000;

const LATER = [1, 2, 4, 80007, 130429, 131000, 131016, 131048, 131056, 131057, 133004];
const BROKEN = [0, 190, 3, 10, 33, 368, 131005, 131031, 131042, 131045, 130497, 133010];

/** WhatsApp limits what one person gets of it, or tries something out with them. */
const HELD_BACK = [131049, 130472];

/** Codes for anything that a message may have wrong; the details say whether it is the template. */
const ANY_PARAMETER = [100, 131008, 131009];

/** What the owner is told where Meta's own sentence does not say it. */
const WORDS: Record<number, string> = {
  190: 'WhatsApp refuses the access token',
  130472: 'WhatsApp holds back such messages to them',
  131026: 'this number is not on WhatsApp, or takes no such messages',
  131042: 'WhatsApp has no way to charge you',
  131047: 'they have not written for 24 hours',
  131049: 'WhatsApp holds back such messages to them',
  131050: 'they asked for no such messages',
  132000: 'the template takes another number of values',
  132001: 'no approved template has this name and language',
  132005: 'the template is too long with its values',
  132015: 'WhatsApp has paused the template',
  132016: 'WhatsApp has disabled the template',
  133005: 'this is not the PIN of the number’s two-step verification',
  133006: 'the number has to be confirmed again before it can be registered',
  133008: 'too many wrong PINs: WhatsApp accepts none for a while',
  133010: 'your number is not registered with WhatsApp’s API',
  133016: 'registered and unregistered too often: WhatsApp allows neither for 72 hours',
};

const TO_DO: Record<number, string> = {
  131042:
    'Add a payment method in Meta’s Billing Hub (business.facebook.com/billing_hub), or with the partner who bills you. What was accepted meanwhile does not arrive any more: write to those people yourself.',
  133010: 'Register the number: Referrals → Connect… → Check and save offers it, in step 3.',
};

/**
 * Sorts an error of the Cloud API.
 *
 * @param code `error.code`, or `errors[].code` of a failed status
 * @param message Meta's own sentence
 * @param details what Meta adds to it in `error_data`
 */
export function metaReason(code: number, message: string, details = ''): Reason {
  const text = `${WORDS[code] ?? (message || 'WhatsApp refused it')} (${code})`;
  const meaning = meaningOf(code, details);
  const held = HELD_BACK.includes(code);
  const unpaid = code === 131042;
  const toDo = TO_DO[code] ?? (meaning === 'template' && !held ? TEMPLATE_TO_DO : '');
  return {
    meaning,
    text,
    ...(toDo && { toDo }),
    ...(unpaid && { unpaid }),
    ...(code === 131048 && { waitMs: 6 * HOUR }),
  };
}

function meaningOf(code: number, details: string): Reason['meaning'] {
  if (code === 131047) return 'window';
  if (code === 131050) return 'stopped';
  if (LATER.includes(code)) return 'later';
  if (BROKEN.includes(code) || (code >= 200 && code <= 299)) return 'broken';
  const template = ANY_PARAMETER.includes(code) && /template|localizable|type url/i.test(details);
  if (template || HELD_BACK.includes(code) || Math.floor(code / 1000) === 132) return 'template';
  return 'refused';
}
