/** What went this month, for the owner's pages. */
import { openProgram } from '../script/program';
import { type Store, UNPAID } from '../script/properties';
import { monthOf, sentThisMonth } from '../script/sent';
import type { Services } from '../script/services';
import { providerNamed } from '../whatsapp/providers';
import { state } from './state';
import type { SentInMonth, State } from './wire';

/** This month's messages by kind, and how many WhatsApp carries for nothing. */
export function sentInMonth(
  services: Services,
  store: Store = services.properties.getProperties(),
): SentInMonth {
  const { settings, clock } = openProgram(store, services);
  const free = providerNamed(settings.provider).freeAMonth ?? null;
  return { ...sentThisMonth(monthOf(clock), store, services), free };
}

/** The owner has paid. */
export function ownerPaid(services: Services): State {
  services.properties.deleteProperty(UNPAID);
  return state(services);
}
