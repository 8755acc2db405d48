/** Whether strangers still reach the web app: when it is closed, no message comes in, and nothing else would tell. */

import { tellOwner } from '../script/problems';
import type { Script } from '../script/program';
import { WEBHOOK_KEY } from '../script/properties';
import { FETCH_OPTIONS } from '../script/services';
import { parseObject, string } from '../whatsapp/json';

const HOUR_MS = 60 * 60 * 1000;

/** Google has its hiccups: it is told when it was closed so many times in a row. */
const TIMES = 2;

/** When it was looked at, in milliseconds, and how often in a row it was closed. */
export interface Watched {
  at: number;
  closed: number;
}

export const NOT_WATCHED: Watched = { at: 0, closed: 0 };

/** Asks it once an hour, as a stranger would; sooner again when it was closed. */
export function watchWebApp(before: Watched, script: Script): Watched {
  const { services, store } = script;
  const now = services.now();
  const address = store.webAppUrl;
  if (!address || (before.closed === 0 && now - before.at < HOUR_MS)) return before;
  const answers = isOurs(`${address}?key=${store[WEBHOOK_KEY]}&probe=1`, script);
  if (answers === null) return before;
  const closed = answers ? 0 : before.closed + 1;
  if (closed >= TIMES) {
    const what = 'Strangers do not reach the web app any more, so no message comes in';
    tellOwner({ what, toDo: 'Referrals → Check set-up says how to open it again.' }, script);
  }
  return { at: now, closed };
}

/** Null when nobody answers, or Google is out of order. */
function isOurs(url: string, { services }: Script): boolean | null {
  try {
    const [answer] = services.fetchAll([{ url, ...FETCH_OPTIONS }]);
    if (!answer || answer.getResponseCode() >= 500) return null;
    return string(parseObject(answer.getContentText()).script) === ScriptApp.getScriptId();
  } catch {
    return null;
  }
}
