/** What *Check set-up* asks the provider about what is connected: the account, its access, the notice template. */
import type { Services } from '../script/services';
import type { Account } from '../whatsapp/set-up';
import { connectedProvider } from './provider';

/** The number as the provider knows it. @throws Error with the provider's reason */
export function account(services: Services): Account {
  const { setUp, ask, values } = connectedProvider(services);
  return setUp.account(ask, values);
}

/** When the access ends: milliseconds, 0 for never, null where the provider's does not end by itself. */
export function expiry(services: Services): number | null {
  const { setUp, ask, values } = connectedProvider(services);
  return setUp.expiry?.(ask, values) ?? null;
}

/** What has become of the notice template; '' when there is none, null where the provider cannot be asked. */
export function templateStatus(services: Services): string | null {
  const { setUp, ask, values } = connectedProvider(services);
  const name = values['Notice template'] ?? '';
  if (setUp.template && !name) return '';
  const language = values['Notice template language'] ?? '';
  return setUp.template?.(ask, values, name, language) ?? null;
}
