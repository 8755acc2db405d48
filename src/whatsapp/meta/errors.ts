/** Meta's error codes by what can be done about them. */
import type { Reason } from '../../program/model';

const HOUR = 60 * 60 * 1000;

const LATER = [1, 2, 4, 80007, 130429, 131000, 131016, 131048, 131056, 131057, 133004];
const BROKEN = [0, 190, 3, 10, 33, 368, 131005, 131031, 131042, 131045, 130497];

/** What the owner is told where Meta's own sentence does not say it. */
const WORDS: Record<number, string> = {
  190: 'WhatsApp refuses the access token',
  131026: 'this number is not on WhatsApp, or takes no such messages',
  131047: 'they have not written for 24 hours',
  131049: 'WhatsApp holds back such messages to them',
  131050: 'they asked for no such messages',
};

/**
 * Sorts an error of the Cloud API.
 *
 * @param code `error.code`, or `errors[].code` of a failed status
 * @param message Meta's own sentence
 */
export function metaReason(code: number, message: string): Reason {
  const text = `${WORDS[code] ?? (message || 'WhatsApp refused it')} (${code})`;
  if (code === 131047) return { meaning: 'window', text };
  if (code === 131050) return { meaning: 'stopped', text };
  if (code === 131048) return { meaning: 'later', text, waitMs: 6 * HOUR };
  if (LATER.includes(code)) return { meaning: 'later', text };
  if (BROKEN.includes(code) || (code >= 200 && code <= 299)) return { meaning: 'broken', text };
  return { meaning: 'refused', text };
}
