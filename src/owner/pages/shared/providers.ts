/** The providers to choose from, the recommended one first. */
import type { ProviderChoice } from './providers/choice';
import { DIALOG360 } from './providers/dialog360';
import { GREEN } from './providers/green';
import { META } from './providers/meta';
import { TELEGRAM } from './providers/telegram';
import { TWILIO } from './providers/twilio';

export const PROVIDERS: ProviderChoice[] = [META, DIALOG360, TWILIO, GREEN, TELEGRAM];

/** The provider of the setting *Provider*. */
export function choiceOf(id: string): ProviderChoice {
  return PROVIDERS.find((choice) => choice.id === id.toLowerCase()) ?? META;
}
