/** Whose webhook a request is that the connected provider did not know: only to say so to the owner. */
import type { WebhookRequest } from './provider';
import { PROVIDERS, providerNamed } from './providers';

/**
 * What is wrong with a webhook that could not be read, in words for the owner.
 *
 * @param id the provider of the setting *Provider*
 */
export function strangerIn(request: WebhookRequest, id: string): string {
  const connected = providerNamed(id);
  const from = PROVIDERS.find(({ posts }) => posts?.(request));
  if (from === connected) {
    return `A ${connected.name} message arrived that is for another account`;
  }
  const whose = from ? `A ${from.name}` : 'An unknown';
  return `${whose} message arrived, but ${connected.name} is connected`;
}
