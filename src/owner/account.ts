/** What the pages ask the provider about what is connected: the account, its access, what keeps messages back. */
import { askedOf, connectedProvider } from '../script/asking';
import type { Services } from '../script/services';
import { handInTemplate, templatesNow } from '../script/templates';
import type {
  Access,
  Account,
  Hindrance,
  NewTemplate,
  TemplateKind,
  TemplateStanding,
} from '../whatsapp/set-up';

/** The number as the provider knows it. @throws Error with the provider's reason */
export function account(services: Services): Account {
  const { setUp, ask, values } = connectedProvider(services);
  return setUp.account(ask, values);
}

/** When the access ends, and what it may not do; null where neither can be. @throws Error with the provider's reason */
export function access(services: Services): Access | null {
  const { setUp, ask, values } = connectedProvider(services);
  return setUp.access?.(ask, values) ?? null;
}

/** What keeps messages from going; null where the provider does not tell. @throws Error with the provider's reason */
export function hindrances(services: Services): Hindrance[] | null {
  const { setUp, ask, values } = connectedProvider(services);
  return setUp.hindrances?.(ask, values) ?? null;
}

/** Lets the number be used by the API. @param pin it is not kept @throws Error with the provider's reason */
export function registerNumber(services: Services, pin: string): null {
  const { values } = connectedProvider(services);
  const given = String(pin);
  const { setUp, ask } = askedOf(values.Provider ?? '', values, services, [given]);
  if (!setUp.registerNumber) throw new Error(`${setUp.title} registers numbers by itself.`);
  setUp.registerNumber(ask, values, given);
  // What was held back because of it may try again at once.
  services.properties.deleteProperty('paused');
  return null;
}

/** How the templates stand; null where the provider has none. @throws Error with the provider's reason */
export function templates(services: Services): TemplateStanding[] | null {
  return templatesNow(services);
}

/** Hands a template in for approval. @throws Error with the provider's reason */
export function createTemplate(
  services: Services,
  kind: TemplateKind,
  template: Omit<NewTemplate, 'name'>,
): TemplateStanding[] | null {
  handInTemplate(services, kind, template);
  return templatesNow(services);
}
