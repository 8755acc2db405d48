/** How far the owner has come with *Connect…*, so that it can be left and taken up again. */
import { PROGRESS, parsed, type Store } from '../script/properties';
import type { Services } from '../script/services';
import type { Progress } from './wire';

export function progressIn(store: Store): Progress {
  return parsed<Progress>(store[PROGRESS]) ?? {};
}

/** Notes steps; undefined takes one back. */
export function noteProgress(
  { properties }: Services,
  change: { [Step in keyof Progress]: Progress[Step] | undefined },
): void {
  const before = parsed<Progress>(properties.getProperty(PROGRESS) ?? undefined) ?? {};
  properties.setProperty(PROGRESS, JSON.stringify({ ...before, ...change }));
}
