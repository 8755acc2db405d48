/** Notes in Script Properties that only help the owner. */
import type { Store } from './properties';
import type { Services } from './services';

/** A value that nobody has noted before. Clocks of two executions may differ: whoever looks for news compares values. */
export function freshMark({ now, random }: Services): string {
  return `${now()}.${Math.floor(random() * 1e9).toString(36)}`;
}

/** Sets properties; should that fail, nothing else does. */
export function noteProperties(values: Store, { services }: { services: Services }): void {
  try {
    if (Object.keys(values).length) services.properties.setProperties(values);
  } catch {
    return;
  }
}
