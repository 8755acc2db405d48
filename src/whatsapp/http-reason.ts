/** What an answer's HTTP status says of a message, where the provider's own words do not say more. */
import type { Reason } from '../program/model';

const WORDS = {
  unknown: 'gave no answer that can be read',
  later: 'is busy or down',
  broken: 'refuses the access',
  refused: 'refuses the message',
};

/**
 * @param who the provider, for the owner
 * @param status 0 when nothing came back. A success that cannot be read may well have sent the message
 * @param said the provider's own sentence, if there is one
 */
export function httpReason(who: string, status: number, said = ''): Reason {
  const meaning = meaningOf(status);
  const what = said ? `: ${said}` : ` ${WORDS[meaning]}`;
  return { meaning, text: `${who}${what} (HTTP ${status})` };
}

function meaningOf(status: number): keyof typeof WORDS {
  if (status < 300) return 'unknown';
  if (status === 429 || status >= 499) return 'later';
  return [401, 403, 404].includes(status) ? 'broken' : 'refused';
}
