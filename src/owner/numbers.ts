/** The tab Numbers for *Check set-up*: whether the owner has deleted it, and how it comes back. */
import { areNumbersDeleted as areDeleted, setUpNumbers } from '../script/numbers';
import { openProgram } from '../script/program';
import type { Services } from '../script/services';

export function areNumbersDeleted(services: Services): boolean {
  return areDeleted({ services, store: services.properties.getProperties() });
}

/** Makes the tab again, as it was in the beginning. */
export function makeNumbers(services: Services): void {
  const store = services.properties.getProperties();
  const { terms } = openProgram(store, services).settings;
  setUpNumbers(terms, { services, store }, true);
}
