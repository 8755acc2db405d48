/** Telegram's refusals, by their HTTP status and a few by their words. */
import type { Reason } from '../../program/model';
import { httpReason } from '../http-reason';
import { object, parseObject, string } from '../json';
import type { HttpAnswer } from '../provider';
import { tokenIn } from './api';

/** What the owner can do when Telegram does not know the token. */
const TOKEN_TO_DO =
  'Ask @BotFather for the bot’s token (/mybots → your bot → API Token) and enter it in Referrals → Connect….';

/** Why a message was not taken. */
export function telegramReason({ status, body }: HttpAnswer): Reason {
  const { description, parameters } = parseObject(body);
  const said = string(description);
  const reason = httpReason('Telegram', status, said.replace(tokenIn(said) ?? '', '•••'));
  if (status === 429) return { ...reason, ...waitOf(object(parameters).retry_after) };
  // A 403 is about one person; a token that is not known is a 401 or a 404.
  if (status === 403) {
    const blocked = /blocked by the user/.test(said);
    return { ...reason, meaning: blocked ? 'stopped' : 'refused' };
  }
  if (/chat not found|chat_id is empty/.test(said)) {
    const text = `they have never started the bot (HTTP ${status})`;
    return { ...reason, meaning: 'refused', text };
  }
  return reason.meaning === 'broken' ? { ...reason, toDo: TOKEN_TO_DO } : reason;
}

function waitOf(seconds: unknown): Pick<Reason, 'waitMs'> {
  return typeof seconds === 'number' && seconds > 0 ? { waitMs: seconds * 1000 } : {};
}
