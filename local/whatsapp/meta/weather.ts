/** Bad weather between the script and Meta: what happens to a request before or after Meta sees it. */

import type { OutsideAnswer } from '../outside';
import { errorAnswer, GraphError } from './errors';

/**
 * - `down`: times out, nothing was done; `answerLost`: done, but the answer times out
 * - `refused`: no connection
 * - `error500`, `rateLimited`, `tokenRejected`, `{code, status}`: Meta's own refusals
 * - `html`: a proxy's page in place of JSON, nothing was done
 * - `truncated`: done, but the answer breaks off in the middle
 */
export type Weather =
  | 'fine'
  | 'down'
  | 'answerLost'
  | 'refused'
  | 'error500'
  | 'rateLimited'
  | 'tokenRejected'
  | 'html'
  | 'truncated'
  | { code: number; status: number };

/** The answer under this weather; `answer` is asked only when the request gets through. */
export function weathered(
  weather: Weather,
  answer: () => OutsideAnswer,
  trace: string,
): OutsideAnswer {
  if (typeof weather === 'object') {
    return errorAnswer(new GraphError(weather.code, undefined, { status: weather.status }), trace);
  }
  switch (weather) {
    case 'fine':
      return answer();
    case 'down':
      return { fault: 'timeout' };
    case 'answerLost':
      answer();
      return { fault: 'timeout' };
    case 'refused':
      return { fault: 'refused' };
    case 'error500':
      return errorAnswer(new GraphError(131000, undefined, { status: 500 }), trace);
    case 'rateLimited':
      return errorAnswer(new GraphError(130429), trace);
    case 'tokenRejected':
      return errorAnswer(new GraphError(190), trace);
    case 'html':
      return {
        status: 502,
        headers: { 'Content-Type': 'text/html; charset=UTF-8' },
        body: '<!DOCTYPE html>\n<html><head><title>Error</title></head><body>Sorry, something went wrong.</body></html>',
      };
    case 'truncated': {
      const whole = answer();
      if ('fault' in whole) return whole;
      return { ...whole, body: whole.body.slice(0, Math.floor(whole.body.length / 2)) };
    }
  }
}
