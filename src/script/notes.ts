/** Notes in Script Properties that only help the owner. */
import type { Store } from './properties';
import type { Services } from './services';

/** Sets properties; should that fail, nothing else does. */
export function noteProperties(values: Store, { services }: { services: Services }): void {
  try {
    if (Object.keys(values).length) services.properties.setProperties(values);
  } catch {
    return;
  }
}
