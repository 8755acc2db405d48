/** Looks into a webhook before anything is known of the script: whose it is and whether it may be read comes later. */
import type { Received } from '../program/model';
import type { WebhookRequest } from './provider';
import { PROVIDERS } from './providers';

/** What a request holds, by its shape alone; nothing when it is no provider's. */
export function peek(request: WebhookRequest): Received[] {
  try {
    return PROVIDERS.find(({ posts }) => posts?.(request))?.peek?.(request) ?? [];
  } catch {
    return [];
  }
}
