/** What a provider's stand-in is asked and what it answers: the far end of `UrlFetchApp`. */

import type { OutsideRequest } from '../apps-script/types';

export type { OutsideAnswer, OutsideRequest } from '../apps-script/types';

/** Finds a header whatever its case; '' when it is not there. */
export function header(request: OutsideRequest, name: string): string {
  const wanted = name.toLowerCase();
  const found = Object.entries(request.headers).find(([key]) => key.toLowerCase() === wanted);
  return found?.[1] ?? '';
}
