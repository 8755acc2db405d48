/** Every provider that the program can be connected to, the recommended one first. */
import { DIALOG360 } from './dialog360/entry';
import type { ProviderEntry } from './entry';
import { GREEN } from './green/entry';
import { META } from './meta/entry';
import { TELEGRAM } from './telegram/entry';
import { TWILIO } from './twilio/entry';

export const PROVIDERS: readonly ProviderEntry[] = [META, DIALOG360, TWILIO, GREEN, TELEGRAM];

/** The provider of the setting *Provider*; Meta for any other word. */
export function providerNamed(id: string): ProviderEntry {
  return PROVIDERS.find((provider) => provider.id === id) ?? META;
}
