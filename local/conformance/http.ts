/** HTTP as somebody who is signed in nowhere: nothing is followed. */
import type { HttpAnswer } from '../apps-script/conformance/place';
import type { Sent } from './surroundings';

/** An execution may last six minutes. */
const TIME_LIMIT_MS = 400_000;

/** @throws Error when nobody answers */
export async function send({ method, url, contentType, body }: Sent): Promise<HttpAnswer> {
  const answer = await fetch(url, {
    method,
    redirect: 'manual',
    signal: AbortSignal.timeout(TIME_LIMIT_MS),
    ...(contentType ? { headers: { 'content-type': contentType } } : {}),
    ...(method === 'POST' ? { body: body ?? '' } : {}),
  });
  const headers = Object.fromEntries(answer.headers);
  const { location } = headers;
  const text = await answer.text();
  return { status: answer.status, headers, body: text, ...(location ? { location } : {}) };
}

export const sendTogether = (requests: Sent[]) => Promise.all(requests.map(send));
